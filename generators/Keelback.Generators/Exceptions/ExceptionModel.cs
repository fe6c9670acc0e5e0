using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>How an attribute in the object's structure is kept.</summary>
internal enum AttributeKind
{
    Object,
    Size,
    Flag,
}

/// <summary>An attribute that CPython keeps in an exception's structure.</summary>
internal sealed record ExceptionAttribute(string Name, AttributeKind Kind, bool IsReadOnly, string Doc)
{
    public string CSharpName => CSharpNames.Pascal(Name);
}

/// <summary>A number of the operating system for which OSError makes a class.</summary>
internal sealed record ErrnoModel(string Name, int Number);

/// <summary>What a default filter does with a warning; <see cref="Module"/> is empty where it holds everywhere.</summary>
internal sealed record FilterModel(string Action, string Module);

/// <summary>
/// An exception or warning category. <see cref="CSharp"/> is empty where instances are of the C# class of the base's;
/// <see cref="OtherBases"/> come after the one whose layout it has.
/// </summary>
internal sealed record ExceptionModel(
    string Name,
    string Base,
    EquatableArray<string> OtherBases,
    string CSharp,
    EquatableArray<string> Aliases,
    EquatableArray<ExceptionAttribute> Attributes,
    EquatableArray<ErrnoModel> Errnos,
    EquatableArray<FilterModel> Filters,
    bool IsWarning,
    string Doc)
{
    public const string Root = "object";

    /// <summary>The name in C# of the type object and of the factory.</summary>
    public string CSharpName => CSharpNames.Pascal(Name);

    public bool IsRoot => Base == Root;
}

/// <summary>All exceptions, each after its bases.</summary>
internal sealed record ExceptionTree(EquatableArray<ExceptionModel> Exceptions, EquatableArray<SpecDiagnostic> Diagnostics)
{
    /// <summary>The C# class of an exception's instances.</summary>
    public string ClassOf(ExceptionModel exception)
    {
        while (exception.CSharp.Length == 0 && Find(exception.Base) is { } @base)
            exception = @base;
        return exception.CSharp.Length > 0 ? exception.CSharp : "PyBaseException";
    }

    public ExceptionModel? Find(string name)
    {
        foreach (var exception in Exceptions)
        {
            if (exception.Name == name)
                return exception;
        }

        return null;
    }
}
