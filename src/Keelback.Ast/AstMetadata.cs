using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Keelback.Ast;

/// <summary>What a Python class of the ast module is in ASDL.</summary>
public enum AstTypeRole
{
    /// <summary>A base class such as <c>expr</c> or <c>operator</c>.</summary>
    Sum,

    /// <summary>A node of a sum.</summary>
    Constructor,

    /// <summary>A node that belongs to no sum.</summary>
    Product,

    /// <summary>An operator or context: a class without fields, in C# a member of an enum.</summary>
    Member,
}

/// <summary>How many values a field holds.</summary>
public enum AstFieldArity
{
    /// <summary>One.</summary>
    One,

    /// <summary>One or none.</summary>
    Optional,

    /// <summary>A list.</summary>
    List,

    /// <summary>A list in which places may be empty.</summary>
    ListWithHoles,
}

/// <summary>What a field holds.</summary>
public enum AstFieldValue
{
    /// <summary>Nodes.</summary>
    Node,

    /// <summary>Members of an enum.</summary>
    Enum,

    /// <summary>Identifiers or strings.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Int,

    /// <summary>Constants.</summary>
    Constant,
}

/// <summary>A field of a node.</summary>
/// <param name="Name">Python's name.</param>
/// <param name="CSharpName">The property.</param>
/// <param name="Type">The ASDL type of one value.</param>
/// <param name="Arity">How many values it holds.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsNonEmpty">Whether the list needs an element.</param>
/// <param name="Context">The context its expressions must have, or the field that tells it; null is Load.</param>
public sealed record AstFieldInfo(
    string Name, string CSharpName, string Type, AstFieldArity Arity, AstFieldValue Value, bool IsNonEmpty, string? Context)
{
    /// <summary>Whether the field holds a list.</summary>
    public bool IsList => Arity is AstFieldArity.List or AstFieldArity.ListWithHoles;

    /// <summary>The type as <c>_field_types</c> of Python's class shows it.</summary>
    public string PythonType
    {
        get
        {
            var name = Type switch
            {
                "identifier" or "string" => "str",
                "int" => "int",
                "constant" => "object",
                _ => "ast." + Type,
            };
            return Arity switch
            {
                AstFieldArity.One => name,
                AstFieldArity.Optional => name + " | None",
                _ => $"list[{name}]",
            };
        }
    }

    /// <summary>The type as ASDL writes it, such as <c>expr?*</c>.</summary>
    public string Asdl => Type + Arity switch
    {
        AstFieldArity.One => "",
        AstFieldArity.Optional => "?",
        AstFieldArity.List => "*",
        _ => "?*",
    };
}

/// <summary>A class of Python's ast module.</summary>
/// <param name="Name">Python's name.</param>
/// <param name="Base">Python's base class.</param>
/// <param name="Role">What it is in ASDL.</param>
/// <param name="CSharpName">The C# class or enum; empty for a sum of one node, which has none.</param>
/// <param name="Kind">The kind of its nodes; null for what is not a node's class.</param>
/// <param name="IsLocated">Whether it has lineno and the other position attributes.</param>
/// <param name="Doc">What it stands for.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record AstTypeInfo(
    string Name,
    string Base,
    AstTypeRole Role,
    string CSharpName,
    NodeKind? Kind,
    bool IsLocated,
    string Doc,
    ImmutableArray<AstFieldInfo> Fields);

/// <summary>The classes of Python's ast module, from the specification.</summary>
public static partial class AstMetadata
{
    private static readonly FrozenDictionary<string, AstTypeInfo> s_byName;
    private static readonly ImmutableArray<AstTypeInfo> s_byKind;

    static AstMetadata()
    {
        Types = CreateTypes();
        s_byName = Types.ToFrozenDictionary(type => type.Name);
        s_byKind = [.. Types.Where(type => type.Kind is not null).OrderBy(type => type.Kind)];
    }

    /// <summary>All of them, in the order of the specification.</summary>
    public static ImmutableArray<AstTypeInfo> Types { get; }

    /// <summary>The class of a kind of node.</summary>
    public static AstTypeInfo Of(NodeKind kind) => s_byKind[(int)kind];

    /// <summary>The class of a Python name, if there is one.</summary>
    public static AstTypeInfo? Find(string name) => s_byName.GetValueOrDefault(name);
}
