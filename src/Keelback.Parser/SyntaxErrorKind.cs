using Keelback.Text;

namespace Keelback.Parser;

/// <summary>An entry of the catalogue of errors: its id, its text with places for arguments, and its exception.</summary>
internal sealed record SyntaxErrorKind(string Id, string Template, string ExceptionType = "SyntaxError")
{
    public Diagnostic At(SourceSpan span, params ReadOnlySpan<string> arguments)
    {
        var message = Template;
        for (var i = 0; i < arguments.Length; i++)
            message = message.Replace("{" + i + "}", arguments[i], StringComparison.Ordinal);
        return new Diagnostic(Id, DiagnosticSeverity.Error, ExceptionType, message, span);
    }
}
