using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// The interpreter's loop. What it does with each instruction is generated from spec/opcodes (RunLoop) and calls the
/// ops in the folder Ops; here are the way in and the way out.
/// </summary>
internal static partial class EvalLoop
{
    /// <summary>Runs a frame and all that it calls, to its end; a missing result means that an exception is pending.</summary>
    public static PyValue Run(PyThread thread, Frame frame)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            thread.PopFrame(frame);
            return thread.Raise(Raise.RecursionError("maximum recursion depth exceeded"));
        }

        thread.Frame = frame;
        while (true)
        {
            try
            {
                return RunLoop(thread);
            }
            catch (PyException exception)
            {
                thread.SetPending(exception.Value);
            }
            catch (InsufficientExecutionStackException)
            {
                thread.SetPending(Raise.RecursionError("maximum recursion depth exceeded").Value);
            }
            catch (OutOfMemoryException)
            {
                thread.SetPending(Raise.MemoryError("").Value);
            }

            if (!Unwinder.FindHandler(thread))
                return default;
        }
    }

    /// <summary>
    /// Leaves a frame with its result and makes the caller's the present one. True where native code waits for the
    /// result.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Leave(PyThread thread, Frame frame, ref PyValue result)
    {
        var flags = frame.Flags;
        if ((flags & FrameFlags.Constructor) != 0)
            result = Ops.FinishConstructor(thread, frame, result);
        thread.Frame = frame.Previous;
        if ((flags & FrameFlags.Generator) != 0)
            frame.Generator!.Finish(thread);
        thread.PopFrame(frame);
        return (flags & FrameFlags.Entry) != 0;
    }
}
