using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The standard streams of the process.</summary>
internal sealed class ConsoleStreams : IStandardStreams
{
    public Stream Input { get; } = Console.OpenStandardInput();

    public Stream Output { get; } = Console.OpenStandardOutput();

    public Stream Error { get; } = Console.OpenStandardError();

    public bool IsTerminal(int descriptor) => descriptor switch
    {
        0 => !Console.IsInputRedirected,
        1 => !Console.IsOutputRedirected,
        2 => !Console.IsErrorRedirected,
        _ => false,
    };
}
