using Keelback.Bytecode;
using Keelback.Compiler;
using Keelback.Parser;
using Keelback.Text;

// Compiles a Python file, or a few lines of its own, and shows the bytecode. Nothing is run: there is no VM here.
var (text, name) = args.Length > 0 ? (File.ReadAllText(args[0]), args[0]) : (Example.Source, "<example>");
var source = new SourceText(text, name);

var parsed = PythonParser.Parse(source);
if (parsed.Tree is null)
    return Fail(parsed.Error!);

var compiled = PythonCompiler.Compile(parsed.Tree, new CompilerOptions { FileName = name });
if (compiled.Code is not { } code)
    return Fail(compiled.Error!);

Console.Write(Disassembler.Disassemble(code));
foreach (var error in BytecodeVerifier.Verify(code))
    Console.Error.WriteLine(error);
return 0;

static int Fail(Diagnostic error)
{
    Console.Error.WriteLine($"line {error.Span.Line}: {error.ExceptionType}: {error.Message}");
    return 1;
}

internal static class Example
{
    public const string Source = """
        def total(items):
            result = 0
            for item in items:
                if item > 0:
                    result += item
            return result
        """;
}
