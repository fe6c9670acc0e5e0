// Prints the syntax tree of a Python file, or its errors as Python shows them:
//   dotnet run --project samples/parser-only -- FILE
// Without a file it parses a line of its own.
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Parser;
using Keelback.Text;

var name = args is [var path, ..] ? path : "<sample>";
var bytes = args.Length > 0 ? File.ReadAllBytes(args[0]) : "total = sum(n ** 2 for n in range(10))\n"u8.ToArray();
var decoded = SourceDecoder.Decode(bytes, name);
if (decoded.Source is not { } source)
{
    Console.Error.WriteLine($"{decoded.Error!.ExceptionType}: {decoded.Error.Message}");
    return 1;
}

var result = PythonParser.Parse(source);
foreach (var diagnostic in result.Diagnostics)
{
    Console.Error.WriteLine($"  File \"{name}\", line {diagnostic.Span.Line}");
    if (diagnostic.Span.Line > 0 && diagnostic.Span.Column >= 0)
    {
        Console.Error.WriteLine($"    {source.GetLineText(diagnostic.Span.Line)}");
        Console.Error.WriteLine($"    {new string(' ', diagnostic.Span.Column)}^");
    }

    Console.Error.WriteLine($"{diagnostic.ExceptionType}: {diagnostic.Message}");
}

if (result.Tree is null)
    return 1;
Console.WriteLine(AstDump.Dump(result.Tree, new AstDumpOptions { Indent = "  " }));
return 0;
