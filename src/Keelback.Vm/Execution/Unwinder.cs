namespace Keelback.Vm;

/// <summary>
/// Carries a pending exception to its handler: extends the traceback, leaves frames that do not handle it, and puts
/// the frame that does at its handler. Nothing is thrown between Python frames.
/// </summary>
internal static class Unwinder
{
    /// <summary>
    /// Makes the frame that handles the pending exception ready to go on. False where none does before the one that
    /// native code waits for; that one has been left then.
    /// </summary>
    public static bool FindHandler(PyThread thread)
    {
        while (true)
        {
            var frame = thread.Frame!;
            var exception = thread.Pending!;
            var instruction = frame.InstructionPointer - 1;
            if (!thread.IsReraising)
                exception.AddTraceback(thread, frame, instruction);
            thread.IsReraising = false;
            if (TryHandle(thread, frame, exception, instruction))
                return true;

            var flags = frame.Flags;
            thread.Frame = frame.Previous;
            if ((flags & FrameFlags.Generator) != 0)
                frame.Generator!.Fail(thread);
            thread.PopFrame(frame);
            if ((flags & FrameFlags.Entry) != 0)
                return false;
        }
    }

    private static bool TryHandle(PyThread thread, Frame frame, PyBaseException exception, int instruction)
    {
        foreach (var range in frame.Code.Handlers)
        {
            if (instruction < range.Start || instruction >= range.End)
                continue;
            var stack = frame.Stack;
            var top = frame.Base + frame.Code.LocalCount + range.Depth;
            if (range.PushesLastInstruction)
                stack[top++] = PyValue.FromInt(instruction);
            stack[top++] = exception;
            thread.ClearPending();
            frame.StackPointer = top;
            frame.InstructionPointer = range.Target;
            return true;
        }

        return false;
    }
}
