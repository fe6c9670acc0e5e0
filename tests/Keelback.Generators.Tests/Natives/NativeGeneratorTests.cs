using Keelback.Generators.Natives;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Natives;

public sealed class NativeGeneratorTests
{
    // The lines that stand before a specimen.
    private const int SourceLines = 4;

    // What the generator needs to see of the VM; the attributes are the real ones.
    private const string Vm = """
        namespace Keelback.Vm;
        public struct PyValue;
        public abstract class PyObject;
        public class PyStr : PyObject;
        public class PyTuple : PyObject;
        public class PyDict : PyObject;
        public class PyType : PyObject;
        public class PyModule : PyObject;
        public class PyThread;
        [System.Flags] public enum TypeFlags { None, Final, Sequence }
        """;

    private const string Slots = """
        tp_iter: { shape: unary, group: iteration, thunk: regular, doc: Iterates. }
        sq_length: { shape: length, group: sequence, thunk: written, doc: Counts. }
        nb_add: { shape: binary, group: number, thunk: regular, doc: Adds. }
        """;

    [Fact]
    public void ModulesAndTypes()
    {
        var run = Harness(
            """
            [PyModule("specimen", Doc = "A specimen.")]
            internal static partial class SpecimenModule
            {
                [PyConstant("pi")] private const double Pi = 3.14;
                [PyConstant("names")] private static PyTuple Names => null!;

                [PyFunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Doc = "Whether two numbers are close.")]
                private static bool IsClose(double a, double b, double relTol, double absTol) => true;

                [PyFunction("now()")]
                private static double Now(PyThread thread, PyModule module) => 0;

                [PyFunction("show(*args, sep: str=' ', file=None, **kwargs)")]
                private static void Show(PyThread thread, ReadOnlySpan<PyValue> args, string? sep, PyValue file, PyDict? kwargs) { }

                [PyFunction("pick(a, b=<missing>, /)")]
                private static PyValue Pick(PyValue a, PyValue b) => a;

                private static partial void Initialize(PyThread thread, PyModule module) { }
            }

            [PyType("specimen.Box", Doc = "A box.", Flags = TypeFlags.Final | TypeFlags.Sequence)]
            internal sealed partial class PyBox : PyObject
            {
                [PyNew("Box(iterable=(), /, maxlen: int=None)")]
                private static PyValue New(PyThread thread, PyType cls, PyValue iterable, long? maxlen) => default;
                [PySlot("tp_iter")] private static PyValue Iterate(PyThread thread, PyBox self) => default;
                [PySlot("nb_add")] private static PyValue Add(PyThread thread, PyValue left, PyValue right) => default;
                [PyMethod("append($self, object, /)", Doc = "Append.")]
                private static void Append(PyThread thread, PyBox self, PyValue @object) { }
                [PyMethod("of($type, *items)", ClassMethod = true)]
                private static PyBox Of(PyThread thread, PyType cls, ReadOnlySpan<PyValue> items) => null!;
                [PyMethod("twice(n, /)", StaticMethod = true)] private static long Twice(long n) => n;
                [PyGetter("size", Doc = "How many.")] private static long GetSize(PyThread thread, PyBox self) => 0;
                [PySetter("size")] private static void SetSize(PyThread thread, PyBox self, PyValue value) { }
            }
            """).Run();
        run.AssertClean();
        Snapshot.Match(run.AllSources);
    }

    [Fact]
    public void StepsAreCached() => Harness(
        """
        [PyModule("specimen")]
        internal static partial class SpecimenModule
        {
            [PyFunction("f(a, /)")] private static PyValue F(PyValue a) => a;
        }

        [PyType("specimen.Box")]
        internal sealed partial class PyBox : PyObject
        {
            [PySlot("sq_length")] private static long Length(PyThread thread, PyBox self) => 0;
        }
        """).AssertIncremental();

    [Theory]
    [InlineData("KB0601", "',' or ')'", "[PyFunction(\"f(a ¦b)\")] private static void F(PyValue a) { }")]
    [InlineData("KB0601", "the function's name", "[PyFunction(\"¦(a)\")] private static void F(PyValue a) { }")]
    [InlineData("KB0603", "'None' of 'a'", "[PyFunction(\"f(a=¦None)\")] private static void F(long a) { }")]
    [InlineData("KB0604", "has no default", "[PyFunction(\"f(a=1, ¦b)\")] private static void F(long a, long b) { }")]
    [InlineData("KB0605", "'b' stands where 'a' is expected", "[PyFunction(\"f(a)\")] private static void F(PyValue ¦b) { }")]
    [InlineData("KB0605", "'tolerance' stands where 'relTol'", "[PyFunction(\"f(rel_tol)\")] private static void F(double ¦tolerance) { }")]
    [InlineData("KB0605", "the signature has no 'b'", "[PyFunction(\"f(a)\")] private static void F(PyValue a, PyValue ¦b) { }")]
    [InlineData("KB0605", "there is no 'b'", "[PyFunction(\"f(a, b)\")] private static void ¦F(PyValue a) { }")]
    [InlineData("KB0605", "must be a ReadOnlySpan<PyValue>", "[PyFunction(\"f(*a)\")] private static void F(PyValue ¦a) { }")]
    [InlineData("KB0606", "'TimeSpan'", "[PyFunction(\"f(a)\")] private static void F(TimeSpan ¦a) { }")]
    [InlineData("KB0606", "'F' cannot have that type", "[PyFunction(\"f()\")] private static object ¦F() => null!;")]
    [InlineData("KB0607", "'F' must be static", "[PyFunction(\"f()\")] private void ¦F() { }")]
    [InlineData("KB0609", "'f' twice", "[PyFunction(\"f()\")] private static void F() { } [PyFunction(\"¦f()\")] private static void G() { }")]
    public void MistakesInModulesAreShown(string id, string part, string marked)
    {
        var (text, line, column) = MarkedText.Parse(
            $"[PyModule(\"specimen\")]\ninternal static partial class SpecimenModule\n{{\n    {marked}\n}}");
        Harness(text).Run().AssertReports(id, line + SourceLines, column, part);
    }

    [Theory]
    [InlineData("KB0605", "comes before the arguments", "[PyMethod(\"f()\")] private static void F() { }")]
    [InlineData("KB0605", "a PyType", "[PyNew(\"f()\")] private static PyValue F(PyThread thread) => default;")]
    [InlineData("KB0605", "slot 'sq_length' is long (PyThread thread, PyValue self)", "[PySlot(\"sq_length\")] private static int F(PyThread thread, PyBox self) => 0;")]
    [InlineData("KB0605", "slot 'nb_add'", "[PySlot(\"nb_add\")] private static PyValue F(PyThread thread, PyBox left, PyValue right) => default;")]
    [InlineData("KB0605", "it takes PyThread and the instance", "[PyGetter(\"x\")] private static PyValue F(PyBox self) => default;")]
    [InlineData("KB0608", "did you mean 'tp_iter'?", "[PySlot(\"tp_itre\")] private static PyValue F(PyThread thread, PyBox self) => default;")]
    [InlineData("KB0610", "'PyBox' has a [PySetter(\"x\")]", "[PySetter(\"x\")] private static void F(PyThread thread, PyBox self, PyValue value) { }")]
    public void MistakesInTypesAreShown(string id, string part, string member)
    {
        var run = Harness($$"""[PyType("specimen.Box")] internal sealed partial class PyBox : PyObject { {{member}} }""").Run();
        var only = Assert.Single(run.Diagnostics);
        Assert.Equal(id, only.Id);
        Assert.Contains(part, only.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Specimen.cs", only.Location.GetLineSpan().Path);
    }

    [Fact]
    public void AClassMustBePartial() =>
        Harness("""[PyModule("specimen")] internal static class SpecimenModule;""").Run().AssertReports("KB0607", SourceLines + 1, 46, "must be partial");

    [Fact]
    public void AnAssemblyWithoutModulesHasAnEmptyList()
    {
        var source = Assert.Single(Harness("").Run().Sources).Value;
        Assert.Contains("_ => null", source, StringComparison.Ordinal);
    }

    private static GeneratorHarness Harness(string source) => new GeneratorHarness(new NativeGenerator(), "Natives")
        .WithFile("spec/slots.yaml", Slots)
        .WithSource("Vm.cs", Vm)
        .WithSource("Attributes.cs", "using System;\n" + File.ReadAllText(Repository.PathOf("src", "Keelback.Vm", "Natives", "Attributes.cs")))
        .WithSource("Specimen.cs", $"using System;\nusing Keelback.Vm;\nnamespace Specimen;\n\n{source}");
}
