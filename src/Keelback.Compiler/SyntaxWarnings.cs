using Keelback.Text;

namespace Keelback.Compiler;

/// <summary>Every SyntaxWarning that code generation gives, with CPython's words (PYC5xx).</summary>
internal static class SyntaxWarnings
{
    public static Diagnostic IsWithLiteral(string type, SourceSpan span) =>
        Warning("PYC501", $"\"is\" with '{type}' literal. Did you mean \"==\"?", span);

    public static Diagnostic IsNotWithLiteral(string type, SourceSpan span) =>
        Warning("PYC502", $"\"is not\" with '{type}' literal. Did you mean \"!=\"?", span);

    public static Diagnostic AssertAlwaysTrue(SourceSpan span) =>
        Warning("PYC503", "assertion is always true, perhaps remove parentheses?", span);

    public static Diagnostic NotCallable(string type, SourceSpan span) =>
        Warning("PYC504", $"'{type}' object is not callable; perhaps you missed a comma?", span);

    public static Diagnostic NotSubscriptable(string type, SourceSpan span) =>
        Warning("PYC505", $"'{type}' object is not subscriptable; perhaps you missed a comma?", span);

    public static Diagnostic InvalidIndex(string type, string indexType, SourceSpan span) => Warning(
        "PYC506", $"{type} indices must be integers or slices, not {indexType}; perhaps you missed a comma?", span);

    public static Diagnostic JumpInFinally(string keyword, SourceSpan span) =>
        Warning("PYC507", $"'{keyword}' in a 'finally' block", span);

    private static Diagnostic Warning(string id, string message, SourceSpan span) =>
        new(id, DiagnosticSeverity.Warning, "SyntaxWarning", message, span);
}
