using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Turns source text into the tree of Python's ast module.</summary>
public static class PythonParser
{
    /// <summary>
    /// Parses a source. Nothing is thrown for what stands in it: a text that is no Python gives no tree and a diagnostic
    /// with CPython's message and place.
    /// </summary>
    public static ParseResult Parse(SourceText source, ParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Parser(source, options ?? ParserOptions.Default).Run();
    }
}
