using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>
    /// Leaves a generator's frame that yields, and makes the one that resumed it the present one. True where native code
    /// waits for the value.
    /// </summary>
    private static bool Suspend(PyThread thread, Frame frame)
    {
        var isEntry = (frame.Flags & FrameFlags.Entry) != 0;
        thread.Frame = frame.Previous;
        thread.Depth--;
        frame.Previous = null;
        frame.Generator!.Suspend(thread);
        return isEntry;
    }

    /// <summary>
    /// Writes a value to a place. Where the place holds the same kind of inline value already, its reference need not be
    /// written, which saves the collector's write barrier.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(ref PyValue place, PyValue value)
    {
        if (ReferenceEquals(place.Ref, value.Ref))
            Unsafe.AsRef(in place.Bits) = value.Bits;
        else
            place = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PyValue ConstantAt(Frame frame, int index) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Code.Constants), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PyStr NameAt(Frame frame, int index) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Code.Names), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static InlineCache CacheAt(Frame frame, int index) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Code.Caches), index)!;

    // Instances of a subclass are of another C# class, so the C# class alone tells the exact type.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsExactly<T>(PyValue value)
        where T : PyObject => value.Ref!.GetType() == typeof(T);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(Frame frame, ref PyValue locals, ref PyValue place) =>
        frame.Base + (int)(Unsafe.ByteOffset(ref locals, ref place) / Unsafe.SizeOf<PyValue>());
}
