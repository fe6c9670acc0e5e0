using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Natives;

/// <summary>What a native function is to Python.</summary>
internal enum NativeKind
{
    Function,
    Method,
    ClassMethod,
    StaticMethod,
    New,
    Init,
}

/// <summary>Maps a generated declaration to its YAML entry; without a place for what is declared by attributes.</summary>
internal sealed record LineMapping(string Place, string Path)
{
    public static readonly LineMapping None = new("", "");

    public static LineMapping Of(string path, SpecSpan span) =>
        new($"({span.Line + 1},{span.Column + 1})-({span.EndLine + 1},{span.EndColumn + 1})", path);

    /// <summary>The #line directive; what stands before <paramref name="offset"/> in the next line is not mapped.</summary>
    public string Directive(int offset) => $"#line {Place} {offset} \"{Path}\"";
}

/// <summary>A parameter with its conversion; <see cref="Default"/> is a C# expression, null where it is required.</summary>
internal sealed record NativeParameter(
    string Name, string CSharpName, ParameterKind Kind, Converter Converter, string? Default);

/// <summary>
/// A native function. <see cref="Receiver"/> is the C# type of what stands before the arguments (self, class or module),
/// or empty; <see cref="Declare"/> asks for the partial declaration of the C# half.
/// </summary>
internal sealed record NativeFunctionModel(
    string PythonName,
    string Impl,
    NativeKind Kind,
    bool TakesThread,
    string Receiver,
    EquatableArray<NativeParameter> Parameters,
    Converter Result,
    string? TextSignature,
    string Doc,
    bool Declare,
    LineMapping Line);

/// <summary>A type slot filled by a C# method; <see cref="SelfType"/> is its first operand's C# type.</summary>
internal sealed record NativeSlotModel(string Slot, string Impl, string Shape, string SelfType, bool Declare, LineMapping Line);

/// <summary>A computed attribute; a member is one that CPython keeps in the object's structure, which shows in its repr.</summary>
internal sealed record NativeGetterModel(
    string PythonName,
    string Impl,
    string SetImpl,
    Converter Result,
    string SelfType,
    string Doc,
    bool IsMember,
    bool Declare,
    LineMapping Line,
    LineMapping SetLine);

/// <summary>A constant of a module: its C# expression of type PyValue.</summary>
internal sealed record NativeConstantModel(string PythonName, string Expression);

/// <summary>A type implemented in C#, however it was declared.</summary>
internal sealed record NativeTypeModel(
    string PythonName,
    string Module,
    string Namespace,
    string CSharpName,
    string Base,
    bool IsRoot,
    EquatableArray<string> Flags,
    string Doc,
    string? TextSignature,
    bool IsUnhashable,
    string Populate,
    LineMapping PopulateLine,
    EquatableArray<NativeFunctionModel> Functions,
    EquatableArray<NativeSlotModel> Slots,
    EquatableArray<NativeGetterModel> Getters)
{
    /// <summary>Whether the C# class derives from another one that is a Python type too, whose members it hides.</summary>
    public bool HidesInherited { get; init; }
}

/// <summary>How a module's C# class hooks into its creation.</summary>
internal enum InitializeHook
{
    None,
    Method,
    PartialMethod,
}

/// <summary>A module implemented in C#.</summary>
internal sealed record NativeModuleModel(
    string PythonName,
    string Namespace,
    string CSharpName,
    string Doc,
    InitializeHook Initialize,
    EquatableArray<NativeFunctionModel> Functions,
    EquatableArray<NativeConstantModel> Constants);

/// <summary>What the list of modules needs to know of one.</summary>
internal sealed record ModuleEntry(string PythonName, string Namespace, string CSharpName);

/// <summary>A model beside the mistakes found while reading it.</summary>
internal sealed record NativeResult<T>(T? Model, EquatableArray<SpecDiagnostic> Diagnostics)
    where T : class;
