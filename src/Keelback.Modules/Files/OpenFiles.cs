using Keelback.Modules.Threading;
using Keelback.Vm;

namespace Keelback.Modules.Files;

/// <summary>
/// Reading and writing by descriptor in one interpreter: 0, 1 and 2 are the host's streams, the others the system's.
/// What fails raises OSError.
/// </summary>
internal sealed class OpenFiles
{
    private const int BadDescriptor = 9;
    private const int NotPermitted = 1;
    private const int IllegalSeek = 29;

    private readonly HashSet<int> _closedStreams = [];

    public static OpenFiles Of(PyThread thread) => thread.Interpreter.GetState<OpenFiles>();

    /// <summary>The system's calls; an OSError where the host grants none.</summary>
    public static ISystemCalls Calls(PyThread thread) =>
        thread.Interpreter.Host.SystemCalls ?? throw SystemErrors.Make(NotPermitted);

    /// <summary>Reads at most so many bytes.</summary>
    public int Read(PyThread thread, int descriptor, byte[] target, int start, int count)
    {
        if (StreamOf(thread, descriptor) is { } stream)
            return Blocking.Run(thread, () => stream.Read(target, start, count));
        var calls = Calls(thread);
        return (int)SystemErrors.Check(Blocking.Run(thread, () => calls.Read(descriptor, target.AsSpan(start, count))));
    }

    /// <summary>Writes bytes; how many.</summary>
    public int Write(PyThread thread, int descriptor, ReadOnlyMemory<byte> source)
    {
        if (StreamOf(thread, descriptor) is { } stream)
        {
            try
            {
                stream.Write(source.Span);
                stream.Flush();
            }
            catch (IOException exception)
            {
                throw SystemErrors.Make(exception);
            }

            return source.Length;
        }

        var calls = Calls(thread);
        return (int)SystemErrors.Check(Blocking.Run(thread, () => calls.Write(descriptor, source.Span)));
    }

    /// <summary>Moves the position; the new one.</summary>
    public long Seek(PyThread thread, int descriptor, long offset, int origin)
    {
        if (thread.Interpreter.Host.SystemCalls is { } calls && !IsHostOnly(thread, descriptor))
            return SystemErrors.Check(calls.Seek(descriptor, offset, origin));
        throw SystemErrors.Make(IllegalSeek);
    }

    /// <summary>Closes a descriptor.</summary>
    public void Close(PyThread thread, int descriptor)
    {
        if (descriptor is >= 0 and <= 2 && StreamOf(thread, descriptor) is not null)
        {
            _closedStreams.Add(descriptor);
            return;
        }

        SystemErrors.Check(Calls(thread).Close(descriptor));
    }

    /// <summary>Whether a descriptor is a terminal.</summary>
    public bool IsTerminal(PyThread thread, int descriptor) => descriptor is >= 0 and <= 2 && thread.Interpreter.Host.Streams is { } streams
        ? streams.IsTerminal(descriptor)
        : thread.Interpreter.Host.SystemCalls?.IsTerminal(descriptor) ?? false;

    /// <summary>A descriptor has been given a meaning anew, as by dup2.</summary>
    public void Reopened(int descriptor) => _closedStreams.Remove(descriptor);

    private static bool IsHostOnly(PyThread thread, int descriptor) =>
        descriptor is >= 0 and <= 2 && thread.Interpreter.Host.SystemCalls is null;

    private Stream? StreamOf(PyThread thread, int descriptor)
    {
        if (descriptor is < 0 or > 2 || thread.Interpreter.Host.Streams is not { } streams)
            return null;
        if (_closedStreams.Contains(descriptor))
            throw SystemErrors.Make(BadDescriptor);
        return descriptor switch
        {
            0 => streams.Input,
            1 => streams.Output,
            _ => streams.Error,
        };
    }
}
