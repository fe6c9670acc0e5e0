using Keelback.Bytecode;
using Keelback.Compiler;
using Keelback.Lexer;
using Keelback.Parser;
using Keelback.Text;
using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The front end as the VM asks for it: text to tokens, tree and code object.</summary>
internal sealed class SourceCompiler : ISourceCompiler
{
    // PyCF_ONLY_AST and its kin, beside the flags of __future__.
    private const CodeFlags TypeComments = (CodeFlags)0x1000;
    private const CodeFlags AllowTopLevelAwait = (CodeFlags)0x2000;
    private const CodeFlags AllowIncompleteInput = (CodeFlags)0x4000;

    public SourceCompilation Compile(string source, SourceCompilationOptions options) =>
        Compile(new SourceText(source, options.FileName), options);

    public SourceCompilation Compile(ReadOnlySpan<byte> source, SourceCompilationOptions options)
    {
        var decoded = SourceDecoder.Decode(source, options.FileName);
        return decoded.Error is { } error
            ? new SourceCompilation(null, [error], decoded.Source ?? new SourceText("", options.FileName))
            : Compile(decoded.Source!, options);
    }

    public bool TryCompileObject(PyThread thread, PyValue source, SourceCompilationOptions options, out PyValue result)
    {
        result = default;
        return false;
    }

    private static SourceCompilation Compile(SourceText text, SourceCompilationOptions options)
    {
        var parsed = PythonParser.Parse(text, new ParserOptions
        {
            Mode = (ParserMode)options.Mode,
            TypeComments = (options.Flags & TypeComments) != 0,
            AllowIncompleteInput = (options.Flags & AllowIncompleteInput) != 0,
            BarryAsFlufl = (options.Flags & CodeFlags.FutureBarryAsBdfl) != 0,
        });
        if (parsed.Tree is null)
            return new SourceCompilation(null, parsed.Diagnostics, text);
        var compiled = PythonCompiler.Compile(parsed.Tree, new CompilerOptions
        {
            FileName = options.FileName,
            OptimizationLevel = options.OptimizationLevel,
            Flags = options.Flags & CompilerOptions.InheritableFlags,
            AllowTopLevelAwait = (options.Flags & AllowTopLevelAwait) != 0,
        });
        return new SourceCompilation(compiled.Code, [.. parsed.Diagnostics, .. compiled.Diagnostics], text);
    }
}
