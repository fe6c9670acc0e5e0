using System.Collections.Immutable;
using Keelback.Generators.Fields;
using Keelback.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Keelback.Generators.Tests.Fields;

/// <summary>[PyField] properties and the analyzer that asks for them.</summary>
public sealed class FieldGeneratorTests
{
    // As much of the VM as fields need.
    private const string Runtime = """
        namespace Keelback.Gc
        {
            public abstract class ReferenceVisitor { public void Visit(object? target) { } }
        }
        namespace Keelback.Vm
        {
            internal sealed class PyFieldAttribute : System.Attribute;
            public readonly struct PyValue { public readonly PyObject? Ref; }
            public abstract class PyObject
            {
                protected internal virtual void Traverse(Keelback.Gc.ReferenceVisitor visitor) { }
            }
            internal abstract class Cell : PyObject
            {
                protected internal override void Traverse(Keelback.Gc.ReferenceVisitor visitor) { }
            }
        }
        """;

    private const string Fields = """
        namespace Keelback.Vm;

        internal sealed partial class PyFunction : PyObject
        {
            [PyField] internal partial PyValue Doc { get; set; }
            [PyField] public partial PyFunction? Next { get; private set; }
            [PyField] internal partial PyValue[]? Items { get; set; }
            [PyField] private partial PyFunction[] Others { get; set; }
            [PyField] internal partial PyValue Fixed { get; }

            internal sealed partial class Nested<T> : PyObject
            {
                [PyField] internal partial PyValue Value { get; init; }
            }
        }

        internal sealed partial class PyTable : PyObject
        {
            [PyField] internal partial PyValue Value { get; set; }

            protected internal override void Traverse(Keelback.Gc.ReferenceVisitor visitor) => TraverseFields(visitor);
        }
        """;

    [Fact]
    public void Accessors_and_traversal()
    {
        var run = Harness(Fields).Run();
        run.AssertClean();
        Snapshot.Match(run.AllSources);
    }

    [Fact]
    public void Steps_are_cached() => Harness(Fields).AssertIncremental();

    [Theory]
    [InlineData("[PyField] internal partial int Count { get; set; }", "holds no reference")]
    [InlineData("[PyField] internal PyValue Value { get; set; }", "it is not partial")]
    [InlineData("[PyField] internal static partial PyValue Value { get; set; }", "it is static")]
    public void KB0651_badly_declared(string property, string why) =>
        Harness($"namespace Keelback.Vm;\ninternal partial class PyCell : PyObject\n{{\n{property}\n}}\n").Run()
            .AssertReports("KB0651", 4, property.IndexOf(property.Contains("Count", StringComparison.Ordinal) ? "Count" : "Value {", StringComparison.Ordinal) + 1, why);

    [Fact]
    public void KB0651_outside_of_objects() => Harness("""
            namespace Keelback.Vm;
            internal partial class Frame { [PyField] internal partial PyValue Value { get; set; } }
            """)
        .Run().AssertReports("KB0651", 2, 67, "does not derive from PyObject");

    [Theory]
    [InlineData("private PyValue _value;", "_value")]
    [InlineData("internal PyObject? Next { get; set; }", "Next")]
    [InlineData("private readonly PyValue[] _items = [];", "_items")]
    [InlineData("private System.Collections.Generic.Dictionary<string, PyObject>? _table;", "_table")]
    [InlineData("private (PyValue Key, int Hash) _entry;", "_entry")]
    public async Task KB0650_plain_reference_field(string member, string name)
    {
        var diagnostic = Assert.Single(await Analyze(member));
        Assert.Equal("KB0650", diagnostic.Id);
        Assert.Contains($"'{name}' refers to Python objects", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private static PyValue s_value;")]
    [InlineData("private int _count;")]
    [InlineData("private System.Func<PyValue>? _make;")]
    [InlineData("internal PyValue Computed => default;")]
    [InlineData("private PyValue _v; protected internal override void Traverse(Keelback.Gc.ReferenceVisitor visitor) => visitor.Visit(_v.Ref);")]
    public async Task What_needs_no_declaration(string member) => Assert.Empty(await Analyze(member));

    private static async Task<ImmutableArray<Diagnostic>> Analyze(string member)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var source = $"#nullable enable\nnamespace Keelback.Vm;\ninternal partial class PyCell : PyObject\n{{\n{member}\n}}\n";
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Specimen",
            [CSharpSyntaxTree.ParseText(Runtime, options), CSharpSyntaxTree.ParseText(source, options)],
            platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return await compilation.WithAnalyzers([new FieldAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }

    private static GeneratorHarness Harness(string source) =>
        new GeneratorHarness(new FieldGenerator(), "").WithSource("Runtime.cs", Runtime).WithSource("Fields.cs", source);
}
