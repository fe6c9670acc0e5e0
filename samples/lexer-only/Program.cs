using Keelback.Lexer;
using Lexer = Keelback.Lexer.Lexer;

// Prints the tokens of a Python file: lexer-only [--lossless] FILE
var lossless = args.Contains("--lossless");
if (args.LastOrDefault(arg => arg != "--lossless") is not { } file)
{
    Console.Error.WriteLine("usage: lexer-only [--lossless] FILE");
    return 2;
}

var decoded = SourceDecoder.Decode(File.ReadAllBytes(file), file);
if (decoded.Source is not { } source)
{
    Console.Error.WriteLine($"{file}: {decoded.Error!.Message}");
    return 1;
}

var lexer = new Lexer(source, new LexerOptions { Lossless = lossless });
while (true)
{
    var token = lexer.Next();
    if (token.Kind == TokenKind.ErrorToken)
    {
        Console.Error.WriteLine($"{file}:{lexer.Error!.Span.Line}: {lexer.Error.ExceptionType}: {lexer.Error.Message}");
        return 1;
    }

    var place = $"{token.Line},{token.Column}-{token.EndLine},{token.EndColumn}:";
    Console.WriteLine($"{place,-20}{token.Kind,-18}{Escape(token.GetText(source).ToString())}");
    if (token.Kind == TokenKind.EndMarker)
        return 0;
}

static string Escape(string text) =>
    "'" + text.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r") + "'";
