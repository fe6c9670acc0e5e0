using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>What kind of C# value a field holds.</summary>
internal enum AstValue
{
    Node,
    Enum,
    Text,
    Int,
    Constant,
}

/// <summary>A field with its type looked up; <see cref="ElementType"/> is the C# type of one value.</summary>
internal sealed record AstField(
    string Name, string CSharpName, string Type, string ElementType, AstValue Value, AstArity Arity, bool IsNonEmpty, string Context)
{
    public bool IsList => Arity is AstArity.List or AstArity.ListWithHoles;

    /// <summary>The C# type of the property.</summary>
    public string PropertyType => Arity switch
    {
        AstArity.One => ElementType,
        AstArity.Optional => ElementType + "?",
        AstArity.List => $"ImmutableArray<{ElementType}>",
        _ => $"ImmutableArray<{ElementType}?>",
    };

    /// <summary>The type as ASDL writes it.</summary>
    public string Asdl => Type + Arity switch
    {
        AstArity.One => "",
        AstArity.Optional => "?",
        AstArity.List => "*",
        _ => "?*",
    };

    /// <summary>The C# name of a parameter.</summary>
    public string Parameter => CSharpNames.Camel(CSharpName);
}

/// <summary>A node class. <see cref="Base"/> is Python's base, <see cref="BaseClass"/> the C# one.</summary>
internal sealed record AstNodeModel(
    string Name, string ClassName, string Base, string BaseClass, bool IsLocated, string Doc, EquatableArray<AstField> Fields);

/// <summary>The nodes that share a generated file: a sum's, or all products.</summary>
internal sealed record AstGroupModel(
    string Name, string FileName, string BaseClass, bool IsLocated, string Doc, EquatableArray<AstNodeModel> Nodes)
{
    /// <summary>Whether an abstract class is emitted: products and sums of one node have none.</summary>
    public bool HasBaseClass => BaseClass.Length > 0;
}

/// <summary>An operator as source text spells it; <see cref="Precedence"/> and associativity as in operators.yaml.</summary>
internal sealed record AstOperator(string Name, string Kind, string Text, int Precedence, bool IsRightAssociative, string Doc);

/// <summary>An enum; <see cref="Operators"/> is the kind of operators it stands for, or empty.</summary>
internal sealed record AstEnumModel(
    string Name, string ClassName, string Doc, EquatableArray<AstMember> Members, string Operators);

/// <summary>The whole tree's specification, without places, so that it changes only when the tree does.</summary>
internal sealed record AstModel(
    EquatableArray<AstGroupModel> Groups, EquatableArray<AstEnumModel> Enums, EquatableArray<AstOperator> Operators);

/// <summary>The model, and what was wrong across files.</summary>
internal sealed record AstResolution(AstModel Model, EquatableArray<SpecDiagnostic> Diagnostics);
