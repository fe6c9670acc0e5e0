using Keelback.Generators.Shared;

namespace Keelback.Generators.Fields;

/// <summary>How the reference, or the references, of a field are reached.</summary>
internal enum FieldKind
{
    /// <summary>A PyValue.</summary>
    Value,

    /// <summary>An object, or null.</summary>
    Object,

    /// <summary>An array of PyValue, or null.</summary>
    ValueArray,

    /// <summary>An array of objects, or null.</summary>
    ObjectArray,
}

/// <summary>A declared reference field: its property, as the implementing part has to repeat it.</summary>
internal sealed record FieldModel(string Modifiers, string Type, string Name, FieldKind Kind, bool HasGet, string Setter);

/// <summary>
/// The declared fields of one class. <see cref="Declarations"/> opens the enclosing types and the class, outermost
/// first; <see cref="Traverse"/> is the accessibility of the override, or empty where the class writes its own.
/// </summary>
internal sealed record FieldClassModel(
    string Namespace,
    string HintName,
    EquatableArray<string> Declarations,
    string Traverse,
    EquatableArray<FieldModel> Fields);

/// <summary>One attributed property: the class it belongs to without its fields, and the field, or what is wrong.</summary>
internal sealed record FieldResult(FieldClassModel? Owner, FieldModel? Field, SpecDiagnostic? Diagnostic);
