using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>What an entry of a *.ast.yaml file describes.</summary>
internal enum AstRole
{
    /// <summary>A type that is one of several nodes.</summary>
    Sum,

    /// <summary>A node of a sum.</summary>
    Constructor,

    /// <summary>A node that belongs to no sum.</summary>
    Product,

    /// <summary>A closed set of names without fields.</summary>
    Enum,
}

/// <summary>How many values a field holds.</summary>
internal enum AstArity
{
    One,
    Optional,
    List,
    ListWithHoles,
}

/// <summary>An entry as written, before types and groups are looked up.</summary>
internal sealed record AstEntry(
    string Name,
    AstRole Role,
    string Group,
    string CSharp,
    string Suffix,
    bool IsLocated,
    string Doc,
    EquatableArray<AstFieldText> Fields,
    EquatableArray<AstMember> Members,
    string Operators,
    SpecSpan GroupSpan);

/// <summary>A field as written.</summary>
internal sealed record AstFieldText(
    string Name, string CSharp, string Type, string Context, AstArity Arity, bool IsNonEmpty, SpecSpan NameSpan, SpecSpan TypeSpan);

/// <summary>A member of an enum.</summary>
internal sealed record AstMember(string Name, string Doc);
