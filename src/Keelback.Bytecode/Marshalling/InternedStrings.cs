using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>Which strings among a code object's constants CPython interns.</summary>
internal static class InternedStrings
{
    /// <summary>Those that could be names, and the empty and one-character ones that the interpreter keeps.</summary>
    public static bool IsInternedConstant(Constant.Str text) =>
        text.CodePoints.IsDefaultOrEmpty
        && (text.Value.Length == 0 || (text.Value.Length == 1 && text.Value[0] < 0x100) || text.Value.All(IsNameCharacter));

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
