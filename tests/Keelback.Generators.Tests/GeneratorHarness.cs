using System.Collections;
using System.Reflection;
using Keelback.Generators.Shared;
using Keelback.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Keelback.Generators.Tests;

/// <summary>
/// Runs one generator on spec files, real or made up, as the compiler would for a project with the given SpecArtifacts:
/// what it writes, what it reports, and whether its steps are cached. Paths are virtual ("spec/tokens.yaml"), so that
/// snapshots are the same on every machine.
/// </summary>
internal sealed class GeneratorHarness(IIncrementalGenerator generator, string artifacts)
{
    private readonly List<SpecText> _texts = [];
    private readonly List<(string Path, string Text)> _sources = [("Existing.cs", "internal sealed class Existing;")];

    /// <summary>Adds a real spec file, by its path below spec/.</summary>
    public GeneratorHarness WithSpec(string path) =>
        WithFile("spec/" + path, File.ReadAllText(Repository.PathOf("spec", path)));

    /// <summary>Adds all real spec files of a folder below spec/ whose names end with the suffix.</summary>
    public GeneratorHarness WithSpecs(string folder, string suffix)
    {
        var root = Repository.PathOf("spec");
        foreach (var file in Directory.GetFiles(Path.Combine(root, folder), "*" + suffix).Order(StringComparer.Ordinal))
            WithSpec(Path.GetRelativePath(root, file).Replace('\\', '/'));
        return this;
    }

    /// <summary>Adds a made-up file; an overlay's where the variant has a name.</summary>
    public GeneratorHarness WithFile(string path, string text, string variant = "")
    {
        _texts.RemoveAll(existing => existing.Path == path);
        _texts.Add(new SpecText(path, text, variant));
        return this;
    }

    /// <summary>Adds a C# file to the compilation.</summary>
    public GeneratorHarness WithSource(string path, string text)
    {
        _sources.Add((path, text));
        return this;
    }

    /// <summary>One run.</summary>
    public GeneratorRun Run()
    {
        var result = Driver().RunGenerators(NewCompilation()).GetRunResult().Results.Single();
        if (result.Exception is not null)
            throw new InvalidOperationException("The generator failed.", result.Exception);
        return new GeneratorRun(
            result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
            [.. result.Diagnostics]);
    }

    /// <summary>
    /// Runs the driver again on an equal compilation, on one with another C# file, and beside a new unrelated file:
    /// every named step and every output must come from the cache, and no step may hold a part of a compilation.
    /// </summary>
    public void AssertIncremental()
    {
        var compilation = NewCompilation();
        var driver = Driver().RunGenerators(compilation);
        var named = NamedSteps(driver).ToList();
        Assert.NotEmpty(named);
        foreach (var (name, step) in named)
        {
            foreach (var (value, _) in step.Outputs)
                AssertFreeOfCompilation(name, value, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }

        AssertCached(driver.RunGenerators(compilation.Clone()), "an equal compilation");
        var edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "internal sealed class Unrelated;", new CSharpParseOptions(LanguageVersion.Preview)));
        AssertCached(driver.RunGenerators(edited), "another C# file");
        var withNotes = driver.AddAdditionalTexts([new SpecText("notes.txt", "nothing to do with it", "")]);
        AssertCached(withNotes.RunGenerators(compilation), "an unrelated additional file");
    }

    private static IEnumerable<(string Name, IncrementalGeneratorRunStep Step)> NamedSteps(GeneratorDriver driver)
    {
        var ours = typeof(StepNames).GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToHashSet();
        return driver.GetRunResult().Results.Single().TrackedSteps
            .Where(pair => ours.Contains(pair.Key))
            .SelectMany(pair => pair.Value.Select(step => (pair.Key, step)));
    }

    private static void AssertCached(GeneratorDriver driver, string change)
    {
        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(pair => pair.Value.Select(step => (pair.Key, Step: step)));
        foreach (var (name, step) in NamedSteps(driver).Concat(outputs))
        {
            foreach (var (_, reason) in step.Outputs)
            {
                Assert.True(
                    reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                    $"After {change}, the step {name} was {reason}.");
            }
        }
    }

    private static void AssertFreeOfCompilation(string step, object? node, HashSet<object> seen)
    {
        if (node is null or string || node.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(node))
            return;
        if (node is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SourceText or AdditionalText)
            Assert.Fail($"The step {step} holds a {node.GetType()}.");
        if (node is IEnumerable items)
        {
            foreach (var item in items)
                AssertFreeOfCompilation(step, item, seen);
        }

        for (var type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                    AssertFreeOfCompilation(step, field.GetValue(node), seen);
            }
        }
    }

    private CSharpCompilation NewCompilation() => CSharpCompilation.Create(
        "Specimen",
        _sources.Select(source => CSharpSyntaxTree.ParseText(
            source.Text, new CSharpParseOptions(LanguageVersion.Preview), source.Path)),
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        _texts,
        new CSharpParseOptions(LanguageVersion.Preview),
        new OptionsProvider(artifacts),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class SpecText(string path, string text, string variant) : AdditionalText
    {
        public override string Path => path;

        public string Variant => variant;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class OptionsProvider(string artifacts) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.SpecArtifacts", artifacts);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options("", "");

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Options("build_metadata.AdditionalFiles.SpecOverlay", ((SpecText)textFile).Variant);
    }

    private sealed class Options(string key, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string wanted, out string found)
        {
            found = value;
            return wanted == key;
        }
    }
}

/// <summary>What a generator wrote, by hint name, and reported.</summary>
internal sealed record GeneratorRun(IReadOnlyDictionary<string, string> Sources, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>All files one after the other, each under its name, for a snapshot.</summary>
    public string AllSources => string.Join(
        "\n", Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"==== {pair.Key}\n{pair.Value}"));

    /// <summary>The diagnostics as a build shows them: path(line,column): id: message.</summary>
    public IReadOnlyList<string> DiagnosticLines => [.. Diagnostics.Select(Format).Order(StringComparer.Ordinal)];

    /// <summary>Fails unless the run reported exactly this: its id, its line and column from 1, and a part of its text.</summary>
    public void AssertReports(string id, int line, int column, string part)
    {
        var only = Assert.Single(Diagnostics);
        Assert.Equal(id, only.Id);
        var start = only.Location.GetLineSpan().StartLinePosition;
        Assert.Equal((line, column), (start.Line + 1, start.Character + 1));
        Assert.Contains(part, only.GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>Fails, showing them, where the run reported anything.</summary>
    public void AssertClean() => Assert.Empty(DiagnosticLines);

    private static string Format(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): "
            + $"{diagnostic.Id}: {diagnostic.GetMessage()}";
    }
}
