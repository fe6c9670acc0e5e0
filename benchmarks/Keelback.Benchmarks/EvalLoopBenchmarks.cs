using BenchmarkDotNet.Attributes;
using Keelback.Hosting;

namespace Keelback.Benchmarks;

/// <summary>Short programs in one engine: what the eval loop does most.</summary>
[MemoryDiagnoser]
public class EvalLoopBenchmarks
{
    private const string Definitions = """
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)

        def loop(n):
            total = 0
            while n:
                total += n
                n -= 1
            return total

        class Point:
            def __init__(self):
                self.x = 0.0

            def move(self, by):
                self.x += by * 0.5

        def move(n):
            point = Point()
            for _ in range(n):
                point.move(1.0)
        """;

    private Engine _engine = null!;

    [GlobalSetup]
    public void Start()
    {
        _engine = Engine.Create(EngineOptions.Full);
        Run(Definitions);
    }

    [GlobalCleanup]
    public void Stop() => _engine.Dispose();

    [Benchmark]
    public void Calls() => Run("fib(18)");

    [Benchmark]
    public void IntLoop() => Run("loop(100_000)");

    [Benchmark]
    public void Attributes() => Run("move(50_000)");

    private void Run(string text)
    {
        if (_engine.RunText(text) != 0)
            throw new InvalidOperationException("The program failed.");
    }
}
