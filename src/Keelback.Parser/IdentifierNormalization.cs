using System.Text;

namespace Keelback.Parser;

/// <summary>Brings identifiers to normal form KC, in which Python compares them.</summary>
internal static class IdentifierNormalization
{
    public static string Normalize(string name) => name.Normalize(NormalizationForm.FormKC);
}
