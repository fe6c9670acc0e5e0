using Keelback.Generators.Exceptions;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Exceptions;

/// <summary>What the real exceptions and warnings give, and what an overlay can change.</summary>
public sealed class ExceptionGeneratorTests
{
    [Fact]
    public void RealSpecs()
    {
        var run = RealHarness().Run();
        run.AssertClean();
        foreach (var (name, text) in run.Sources)
            Snapshot.Match(text, name);
    }

    [Fact]
    public void Steps_are_cached() => RealHarness().AssertIncremental();

    [Fact]
    public void An_overlay_adds_an_exception_with_attributes()
    {
        var run = RealHarness().WithFile("variants/v/spec/exceptions.yaml", """
            PipelineError:
              base: TypeError
              csharp: PyPipelineError
              attributes:
                stage: { type: size, doc: The stage that failed. }
              doc: A stage of a pipeline failed.
            """, "v").Run();
        run.AssertClean();
        Assert.Contains("PyException PipelineError(string message)", run.Sources["Raise.g.cs"], StringComparison.Ordinal);
        Assert.Contains("class PyPipelineError : PyBaseException", run.Sources["Exception.PipelineError.g.cs"], StringComparison.Ordinal);
        Assert.Contains("internal long Stage { get; set; }", run.Sources["Exception.PipelineError.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorHarness RealHarness() => new GeneratorHarness(new ExceptionGenerator(), "Exceptions")
        .WithSpec("exceptions.yaml").WithSpec("warnings.yaml");
}
