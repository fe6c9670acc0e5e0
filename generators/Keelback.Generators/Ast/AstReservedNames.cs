using System.Collections.Generic;

namespace Keelback.Generators.Ast;

/// <summary>The members that every generated node has, which no field may be called.</summary>
internal static class AstReservedNames
{
    private static readonly HashSet<string> s_names =
    [
        "Span", "NodeKind", "Info", "ChildNodes", "AddChildrenTo", "Accept", "Update", "WithSpan", "GetField", "StructurallyEquals",
        "Equals", "GetHashCode", "GetType", "ToString",
    ];

    public static bool Contains(string name) => s_names.Contains(name);
}
