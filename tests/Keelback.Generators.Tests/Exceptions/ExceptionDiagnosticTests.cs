using Keelback.Generators.Exceptions;

namespace Keelback.Generators.Tests.Exceptions;

/// <summary>KB05xx: mistakes about exceptions and warning categories.</summary>
public sealed class ExceptionDiagnosticTests
{
    private const string Roots = """
        BaseException: { base: object, csharp: PyBaseException, doc: The root. }
        Exception: { base: BaseException, doc: What is caught. }

        """;

    [Fact]
    public void KB0501_unknown_base() => Run("KeyError: { base: Exeption, doc: No key. }")
        .AssertReports("KB0501", 3, 1, "'KeyError' derives from the unknown exception 'Exeption'; did you mean 'Exception'?");

    [Fact]
    public void KB0501_unknown_base_of_a_warning() => Harness("")
        .WithFile("spec/warnings.yaml", "Warning: { base: Exceptoin, doc: A warning. }")
        .Run()
        .AssertReports("KB0501", 1, 1, "did you mean 'Exception'?");

    [Fact]
    public void KB0502_cyclic_base() => Run("A: { base: B, doc: One. }\nB: { base: A, doc: Two. }")
        .AssertReports("KB0502", 4, 1, "'B' derives from itself: A -> B -> A");

    [Fact]
    public void KB0503_alias_taken() => Run("A: { base: Exception, aliases: [Exception], doc: One. }")
        .AssertReports("KB0503", 3, 1, "alias 'Exception', which is a name of 'Exception' already");

    [Fact]
    public void KB0504_unknown_attribute_type() => Run("A: { base: Exception, csharp: PyA, attributes: { x: { type: sise, doc: A. } }, doc: One. }")
        .AssertReports("KB0504", 3, 61, "'A.x' has the unknown type 'sise'; did you mean 'size'?");

    [Fact]
    public void KB0505_number_taken() => Run("A: { base: Exception, errno: { EX: 7 }, doc: One. }\nB: { base: Exception, errno: { EY: 7 }, doc: Two. }")
        .AssertReports("KB0505", 4, 1, "'B' claims EY (7), which 'A' has already");

    [Fact]
    public void KB0506_attributes_without_class() => Run("A: { base: Exception, attributes: { x: { type: size, doc: A. } }, doc: One. }")
        .AssertReports("KB0506", 3, 35, "no 'csharp' class");

    [Fact]
    public void KB0507_bad_filter() => Harness("")
        .WithFile("spec/warnings.yaml", "Warning: { base: Exception, filters: [show], doc: A warning. }")
        .Run()
        .AssertReports("KB0507", 1, 39, "'show'");

    [Fact]
    public void KB0508_class_taken() => Run("A: { base: Exception, csharp: PyA, doc: One. }\nB: { base: A, csharp: PyA, doc: Two. }")
        .AssertReports("KB0508", 4, 1, "'PyA', which is that of 'A' already");

    [Fact]
    public void A_mistaken_base_does_not_hide_the_exception()
    {
        var run = Run("KeyError: { base: Nothing, doc: No key. }");
        Assert.Contains("KeyError = Create(\"KeyError\", \"No key.\", Exception);", run.Sources["ExceptionTypes.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorHarness Harness(string exceptions) =>
        new GeneratorHarness(new ExceptionGenerator(), "Exceptions").WithFile("spec/exceptions.yaml", Roots + exceptions);

    private static GeneratorRun Run(string exceptions) => Harness(exceptions).Run();
}
