using BenchmarkDotNet.Attributes;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler;
using Keelback.Lexer;
using Keelback.Parser;
using Keelback.Text;

namespace Keelback.Benchmarks;

/// <summary>Text to tokens.</summary>
[MemoryDiagnoser]
public class LexerBenchmarks
{
    private readonly SourceText _source = SampleSource.Create();

    [Benchmark]
    public int Tokens()
    {
        var lexer = new Lexer.Lexer(_source);
        var count = 1;
        while (lexer.Next().Kind != TokenKind.EndMarker)
            count++;
        return count;
    }
}

/// <summary>Text to tree.</summary>
[MemoryDiagnoser]
public class ParserBenchmarks
{
    private readonly SourceText _source = SampleSource.Create();

    [Benchmark]
    public Mod Tree() => PythonParser.Parse(_source).Tree!;
}

/// <summary>Tree to code object.</summary>
[MemoryDiagnoser]
public class CompilerBenchmarks
{
    private readonly Mod _tree = PythonParser.Parse(SampleSource.Create()).Tree!;

    [Benchmark]
    public CodeObject Code() => PythonCompiler.Compile(_tree, new CompilerOptions { FileName = "sample.py" }).Code!;
}
