using System.Linq;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Fields;

/// <summary>Finds a class's own traversal.</summary>
internal static class FieldTraversal
{
    public const string MethodName = "Traverse";

    /// <summary>The override of Traverse(ReferenceVisitor) that the class itself declares, or null.</summary>
    public static IMethodSymbol? FindOverride(INamedTypeSymbol type) =>
        type.GetMembers(MethodName).OfType<IMethodSymbol>().FirstOrDefault(method =>
            method.IsOverride
            && method.Parameters.Length == 1
            && method.Parameters[0].Type.Name == "ReferenceVisitor");
}
