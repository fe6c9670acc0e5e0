using System.Collections.Generic;
using System.Linq;

namespace Keelback.Generators.Signatures;

/// <summary>Writes a signature back in the form of <c>__text_signature__</c>: no name, kinds or result.</summary>
internal static class TextSignature
{
    /// <summary>The text; null where a parameter can be absent, which Python's notation cannot say.</summary>
    public static string? Of(SignatureModel signature, string receiver)
    {
        if (signature.Parameters.Any(parameter => parameter.Default == "<missing>"))
            return null;
        var parts = new List<string>();
        if (receiver.Length > 0)
            parts.Add("$" + receiver);
        var parameters = signature.Parameters;
        var slashPending = receiver.Length > 0 || parameters.Any(parameter => parameter.Kind == ParameterKind.PositionalOnly);
        var starSeen = false;
        foreach (var parameter in parameters)
        {
            if (slashPending && parameter.Kind != ParameterKind.PositionalOnly)
            {
                parts.Add("/");
                slashPending = false;
            }

            if (parameter.Kind == ParameterKind.KeywordOnly && !starSeen)
            {
                parts.Add("*");
                starSeen = true;
            }

            starSeen |= parameter.Kind == ParameterKind.VarPositional;
            parts.Add(parameter.Kind switch
            {
                ParameterKind.VarPositional => "*" + parameter.Name,
                ParameterKind.VarKeyword => "**" + parameter.Name,
                _ when parameter.Default is { } value => $"{parameter.Name}={value}",
                _ => parameter.Name,
            });
        }

        if (slashPending)
            parts.Add("/");
        return "(" + string.Join(", ", parts) + ")";
    }
}
