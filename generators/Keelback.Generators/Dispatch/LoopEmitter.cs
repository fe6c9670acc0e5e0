using System.Linq;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>Writes the eval loop: one switch, a case for each opcode; what a case does is <see cref="CaseEmitter"/>'s.</summary>
internal static class LoopEmitter
{
    public static string Emit(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile(
            "Keelback.Vm", "System", "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "Keelback.Bytecode");
        writer.Open("internal static partial class EvalLoop");
        writer.Line(
            """
            // Runs the thread's present frame, and the frames that it calls, until the one returns that native code waits for.
            // The instruction pointer (ip, an index), the stack pointer (sp, the first free place) and the frame's places are
            // kept in variables; the frame has them while it waits for another, and the instruction pointer wherever an
            // exception may come.
            """);
        writer.Open("private static PyValue RunLoop(PyThread thread)");
        writer.Line(
            """
            Frame frame;
            PyValue pushed;
            ref var instructions = ref Unsafe.NullRef<Instruction>();
            ref var locals = ref Unsafe.NullRef<PyValue>();
            ref var sp = ref Unsafe.NullRef<PyValue>();
            int ip;
            """);
        writer.Unindent().Line().Line("enter:").Indent();
        writer.Line(
            """
            frame = thread.Frame!;
            ip = frame.InstructionPointer;
            instructions = ref MemoryMarshal.GetArrayDataReference(frame.Code.Instructions);
            sp = ref MemoryMarshal.GetArrayDataReference(frame.Stack);
            locals = ref Unsafe.Add(ref sp, frame.Base);
            sp = ref Unsafe.Add(ref sp, frame.StackPointer);
            """);
        writer.Open("while (true)");
        writer.Line("ref var instruction = ref Unsafe.Add(ref instructions, ip++);");
        writer.Open("switch (instruction.Opcode)");
        foreach (var handler in HandlerEmitter.Executed(set))
        {
            CaseEmitter.Emit(writer, set, handler);
            writer.Line();
        }

        writer.Line("default:");
        writer.Line("    throw new System.Diagnostics.UnreachableException(instruction.Opcode.ToString());");
        writer.Close().Close();
        writer.Unindent().Line().Line("leave:").Indent();
        writer.Line(
            """
            ip = frame.ReturnTarget;
            if (Leave(thread, frame, ref pushed))
                return pushed;
            frame = thread.Frame!;
            if (ip >= 0)
                frame.InstructionPointer = ip;
            if (pushed.IsMissing)
                goto error;
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.StackPointer++) = pushed;
            goto enter;
            """);
        writer.Unindent().Line().Line("suspend:").Indent();
        writer.Line(
            """
            if (Suspend(thread, frame))
                return pushed;
            frame = thread.Frame!;
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(frame.Stack), frame.StackPointer++) = pushed;
            goto enter;
            """);
        writer.Unindent().Line().Line("error:").Indent();
        writer.Line(
            """
            if (!Unwinder.FindHandler(thread))
                return default;
            goto enter;
            """);
        return writer.Close().Close().ToString();
    }
}
