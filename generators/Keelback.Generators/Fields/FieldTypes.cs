using System.Linq;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Fields;

/// <summary>Which C# types hold references between Python objects. Shared by the generator and the analyzer.</summary>
internal static class FieldTypes
{
    public const string Value = "Keelback.Vm.PyValue";
    public const string Object = "Keelback.Vm.PyObject";

    private const int StructDepth = 4;

    /// <summary>The kind of field that a type makes, or null where [PyField] cannot hold it.</summary>
    public static FieldKind? KindOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array when IsValue(array.ElementType) => FieldKind.ValueArray,
        IArrayTypeSymbol { Rank: 1 } array when IsObject(array.ElementType) => FieldKind.ObjectArray,
        _ when IsValue(type) => FieldKind.Value,
        _ when IsObject(type) => FieldKind.Object,
        _ => null,
    };

    /// <summary>Whether a field of this type keeps Python objects alive.</summary>
    public static bool HoldsReferences(ITypeSymbol type) => HoldsReferences(type, StructDepth);

    /// <summary>
    /// Whether a type is a class of Python objects. A class that another generator writes is not seen from here; its name
    /// stands for an error, and is taken on trust: if it is none, the generated code says so.
    /// </summary>
    public static bool IsObject(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error || current.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == Object)
                return true;
        }

        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsObject);
    }

    private static bool IsValue(ITypeSymbol type) => type.ToDisplayString() == Value;

    private static bool HoldsReferences(ITypeSymbol type, int depth)
    {
        if (depth == 0)
            return false;
        if (IsValue(type) || IsObject(type))
            return true;
        if (type is IArrayTypeSymbol array)
            return HoldsReferences(array.ElementType, depth - 1);
        if (type is not INamedTypeSymbol named)
            return false;
        if (IsCollection(named) || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return named.TypeArguments.Any(argument => HoldsReferences(argument, depth - 1));
        return named.TypeKind == TypeKind.Struct
            && named.GetMembers().OfType<IFieldSymbol>()
                .Any(field => !field.IsStatic && HoldsReferences(field.Type, depth - 1));
    }

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.IsGenericType
        && type.ContainingNamespace?.ToDisplayString() is { } name
        && name.StartsWith("System.Collections", System.StringComparison.Ordinal);
}
