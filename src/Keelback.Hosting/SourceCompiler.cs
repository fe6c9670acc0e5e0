using Keelback.Bytecode;
using Keelback.Compiler;
using Keelback.Lexer;
using Keelback.Modules.SyntaxTrees;
using Keelback.Parser;
using Keelback.Text;
using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The front end as the VM asks for it: text to tokens, tree and code object.</summary>
internal sealed class SourceCompiler : ISourceCompiler
{
    // PyCF_ONLY_AST and its kin, beside the flags of __future__.
    private const CodeFlags OnlyTree = (CodeFlags)0x400;
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
        if ((options.Flags & OnlyTree) == 0)
            return false;
        if (AstConversion.IsNode(source))
        {
            result = source;
            return true;
        }

        SourceText text;
        if (source.Ref is PyStr given)
        {
            text = new SourceText(given.Value, options.FileName);
        }
        else
        {
            var decoded = SourceDecoder.Decode(Operators.ToByteArray(thread, source), options.FileName);
            if (decoded.Error is { } error)
                throw SyntaxDiagnostics.ToException(thread, error, decoded.Source ?? new SourceText("", options.FileName));
            text = decoded.Source!;
        }

        var parsed = Parse(text, options);
        foreach (var diagnostic in parsed.Diagnostics)
            SyntaxDiagnostics.Issue(thread, diagnostic, text);
        result = AstConversion.ToPython(thread, parsed.Tree!);
        return true;
    }

    private static ParseResult Parse(SourceText text, SourceCompilationOptions options) =>
        PythonParser.Parse(text, new ParserOptions
        {
            Mode = (ParserMode)options.Mode,
            TypeComments = (options.Flags & TypeComments) != 0,
            AllowIncompleteInput = (options.Flags & AllowIncompleteInput) != 0,
            BarryAsFlufl = (options.Flags & CodeFlags.FutureBarryAsBdfl) != 0,
            FeatureVersion = options.FeatureVersion < 0 ? ParserOptions.Default.FeatureVersion : options.FeatureVersion,
        });

    private static SourceCompilation Compile(SourceText text, SourceCompilationOptions options)
    {
        var parsed = Parse(text, options);
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
