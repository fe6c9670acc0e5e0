using System.Collections.Immutable;
using Keelback.Generators.Ast;
using Keelback.Generators.Exceptions;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;
using Keelback.Generators.Tokens;

namespace Keelback.Spectool;

/// <summary>The whole specification, read and checked by the generators' own parsers.</summary>
internal sealed record Specification(
    TokenTable Tokens,
    AstModel Ast,
    OpcodeSet Opcodes,
    SlotTable Slots,
    ExceptionTree Exceptions,
    IReadOnlyList<string> Diagnostics)
{
    /// <summary>Reads files of every kind; which kind one is of its name tells.</summary>
    public static Specification Read(IReadOnlyList<SpecFile> files)
    {
        var diagnostics = new List<SpecDiagnostic>();
        var tokenFiles = Parse(files, TokenParser.FileName, TokenParser.Parse, diagnostics);
        var operatorFiles = Parse(files, OperatorParser.FileName, OperatorParser.Parse, diagnostics);
        var tokens = TokenTableBuilder.Build(tokenFiles, operatorFiles);
        diagnostics.AddRange(tokens.Diagnostics);

        var astFiles = Parse(files, "ast.yaml", AstSpecParser.Parse, diagnostics);
        var ast = AstModelBuilder.Build([.. astFiles], AstOperatorReader.Read(tokens));
        diagnostics.AddRange(ast.Diagnostics);

        var opcodeFiles = OfKind(files, "op.yaml").Select(OpcodeParser.Parse).ToImmutableArray();
        diagnostics.AddRange(opcodeFiles.SelectMany(file => file.Result.Diagnostics));
        var operandFiles = Parse(files, OperandParser.FileName, OperandParser.Parse, diagnostics);
        var opcodes = OpcodeSetBuilder.Build(opcodeFiles, operandFiles, tokens, operatorFiles.Any(file => file.File.IsOverlay));
        diagnostics.AddRange(opcodes.Diagnostics);

        var slots = SlotTableBuilder.Build(
            Parse(files, SlotParser.FileName, SlotParser.Parse, diagnostics), operatorFiles, tokens);
        diagnostics.AddRange(slots.Diagnostics);

        var exceptionFiles = Parse(files, ExceptionParser.FileName, ExceptionParser.Parse, diagnostics);
        var warningFiles = Parse(files, ExceptionParser.WarningsFileName, ExceptionParser.ParseWarnings, diagnostics);
        var exceptions = ExceptionTreeBuilder.Build([.. exceptionFiles, .. warningFiles]);
        diagnostics.AddRange(exceptions.Diagnostics);
        return new(tokens, ast.Model, opcodes.Set, slots, exceptions, [.. diagnostics.Select(Format)]);
    }

    private static List<FileResult<T>> Parse<T>(
        IReadOnlyList<SpecFile> files, string suffix, Func<SpecFile, FileResult<T>> parse, List<SpecDiagnostic> diagnostics)
        where T : class, IEquatable<T>
    {
        var results = OfKind(files, suffix).Select(parse).ToList();
        diagnostics.AddRange(results.SelectMany(result => result.Diagnostics));
        return results;
    }

    private static IEnumerable<SpecFile> OfKind(IReadOnlyList<SpecFile> files, string suffix) => files.Where(file =>
        Path.GetFileName(file.Path) is var name && (name == suffix || name.EndsWith("." + suffix, StringComparison.Ordinal)));

    private static string Format(SpecDiagnostic diagnostic)
    {
        var roslyn = diagnostic.ToDiagnostic();
        return $"{diagnostic.Path}({diagnostic.Span.Line + 1},{diagnostic.Span.Column + 1}): error {diagnostic.Id}: "
            + roslyn.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }
}
