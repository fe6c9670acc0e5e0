using Keelback.Generators.Shared;

namespace Keelback.Generators.Signatures;

/// <summary>How a call can supply a parameter, by Python's rules.</summary>
internal enum ParameterKind
{
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

/// <summary>
/// A parameter as the signature text spells it. <see cref="Offset"/> counts characters from the start of the text, so
/// that a mistake about this parameter can be shown inside the string.
/// </summary>
internal sealed record SignatureParameter(
    string Name,
    ParameterKind Kind,
    string Annotation,
    string? Default,
    int Offset,
    int AnnotationOffset,
    int DefaultOffset)
{
    public bool IsRequired => Default is null && Kind is not (ParameterKind.VarPositional or ParameterKind.VarKeyword);
}

/// <summary>A Python signature: <c>name($self, a, /, b=1, *args, c: int, **kwargs) -> int</c>; name, $self and result may lack.</summary>
internal sealed record SignatureModel(
    string Name,
    string Receiver,
    EquatableArray<SignatureParameter> Parameters,
    string Result,
    int ResultOffset);

/// <summary>A mistake inside a signature text.</summary>
internal sealed record SignatureError(string Id, int Offset, int Length, EquatableArray<string> Arguments);

/// <summary>A signature, or the first mistake in its text.</summary>
internal sealed record SignatureResult(SignatureModel? Model, SignatureError? Error);
