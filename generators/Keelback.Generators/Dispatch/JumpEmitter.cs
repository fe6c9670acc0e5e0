using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>Writes an instruction's jump and its look at the eval breaker.</summary>
internal static class JumpEmitter
{
    public static void Emit(SourceWriter writer, HandlerModel handler, string oparg)
    {
        var opcode = handler.Opcode;
        var item = opcode.Jump.Item.Length == 0 ? "" : CSharpNames.Camel(opcode.Jump.Item);
        switch (opcode.Jump.Kind)
        {
            case JumpKind.Always:
                writer.Line($"ip = {oparg};");
                break;
            case JumpKind.IfTrue:
                Conditional(writer, $"{item}.Bits != 0", oparg);
                break;
            case JumpKind.IfFalse:
                Conditional(writer, $"{item}.Bits == 0", oparg);
                break;
            case JumpKind.IfNone:
                Conditional(writer, $"{item}.IsNone", oparg);
                break;
            case JumpKind.IfNotNone:
                Conditional(writer, $"!{item}.IsNone", oparg);
                break;
            case JumpKind.IfReturned:
                Conditional(writer, "returned", oparg);
                break;
        }

        if (!opcode.ChecksEvalBreaker || opcode.CallsFrame || (opcode.Jump.Kind == JumpKind.Never && handler.HasHandler))
            return;
        writer.Open("if (thread.BreakRequested)");
        writer.Line("frame.InstructionPointer = ip;");
        writer.Line("if (!thread.HandleBreak())");
        writer.Line("    goto error;");
        writer.Close().Line();
    }

    private static void Conditional(SourceWriter writer, string condition, string oparg)
    {
        writer.Line($"if ({condition})");
        writer.Line($"    ip = {oparg};");
    }
}
