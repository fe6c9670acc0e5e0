using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>Writes the case of one opcode: its guard, its operands off the stack, the call of its handler, its results.</summary>
internal static class CaseEmitter
{
    public static void Emit(SourceWriter writer, OpcodeSet set, HandlerModel handler)
    {
        var opcode = handler.Opcode;
        writer.Open($"case Opcode.{opcode.CSharpName}:");
        if (opcode.IsComposite)
        {
            writer.Line("var oparg = instruction.Argument;");
            foreach (var (part, oparg) in set.PartsOf(opcode))
            {
                writer.Line("{").Indent();
                EmitPart(writer, new HandlerModel(set, part), oparg is null ? "0" : $"({oparg.ToCSharp()})", opcode.Name);
                writer.Unindent().Line("}");
            }

            writer.Line("continue;");
        }
        else
        {
            if (NeedsOparg(handler))
                writer.Line("var oparg = instruction.Argument;");
            EmitPart(writer, handler, "oparg", opcode.Name);
            if (!opcode.Returns && !opcode.Yields && !opcode.Unwinds)
                writer.Line("continue;");
        }

        writer.Close();
    }

    private static void EmitPart(SourceWriter writer, HandlerModel handler, string oparg, string whole)
    {
        var opcode = handler.Opcode;
        var isMoving = !handler.HasHandler;
        EmitInputs(writer, handler, oparg);
        if (handler.HasCacheObject && (handler.HasCache || handler.IsFamilyHead || handler.HasCustomGuard))
            writer.Line("var cache = CacheAt(frame, ip - 1);");
        if (opcode.IsSpecialized && opcode.Guards.Count > 0)
            GuardEmitter.Emit(writer, handler);
        if (handler.IsFamilyHead && whole == opcode.Name)
            EmitSpecialization(writer, handler);
        if (opcode.Raises || opcode.Escapes)
            writer.Line("frame.InstructionPointer = ip;");

        if (opcode.Yields)
        {
            EmitYield(writer, handler);
            return;
        }

        if (!isMoving)
            EmitCall(writer, handler, oparg);
        if (opcode.Unwinds)
        {
            writer.Line("goto error;");
            return;
        }

        if (opcode.Returns)
        {
            if (isMoving)
                writer.Line($"pushed = {HandlerModel.Name(handler.Inputs[0])};");
            writer.Line("goto leave;");
            return;
        }

        EmitResults(writer, handler, oparg);
        JumpEmitter.Emit(writer, handler, oparg);
        if (opcode.Absorbs.Length > 0)
            writer.Line("ip++;");
    }

    private static bool NeedsOparg(HandlerModel handler)
    {
        var opcode = handler.Opcode;
        return (opcode.HasOperand && (handler.HasHandler || handler.HasCustomGuard || opcode.Jump.Kind != JumpKind.Never))
            || opcode.Stack.Inputs.Concat(opcode.Stack.Outputs).Any(item => item.Size is not null);
    }

    private static void EmitInputs(SourceWriter writer, HandlerModel handler, string oparg)
    {
        var inputs = handler.Inputs;
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (input.IsUnused || !IsRead(handler, input))
                continue;
            var depth = StackOffset.Sum(inputs.Skip(i), oparg);
            var place = $"ref Unsafe.Add(ref sp, {depth.Negated(oparg)})";
            writer.Line(input.IsGroup
                ? $"var {HandlerModel.Name(input)} = MemoryMarshal.CreateSpan({place}, {StackOffset.Of(input, oparg).ToCSharp(oparg)});"
                : $"var {HandlerModel.Name(input)} = {place.Substring(4)};");
        }
    }

    private static bool IsRead(HandlerModel handler, StackItem input)
    {
        var opcode = handler.Opcode;
        return handler.HasHandler || opcode.Returns || opcode.Yields || opcode.Jump.Item == input.Name
            || handler.NewOutputs.Any(output => output.Name == input.Name)
            || opcode.Guards.Any(guard => guard.Item == input.Name);
    }

    private static void EmitSpecialization(SourceWriter writer, HandlerModel handler)
    {
        var opcode = handler.Opcode;
        var arguments = new List<string> { "thread", "ref instruction", "cache" };
        arguments.AddRange(handler.Inputs.Where(input => !input.IsUnused).Select(HandlerModel.Name));
        if (opcode.HasOperand && opcode.Jump.Kind == JumpKind.Never)
            arguments.Add("oparg");
        if (handler.Operand?.Table == OperandTable.Name)
            arguments.Add(handler.OperandArguments("oparg").First());
        writer.Line($"if (instruction.Opcode == Opcode.{opcode.CSharpName} && --instruction.Counter == 0)");
        writer.Line($"    Specialization.{opcode.CSharpName}({string.Join(", ", arguments)});");
    }

    private static void EmitCall(SourceWriter writer, HandlerModel handler, string oparg)
    {
        var opcode = handler.Opcode;
        var arguments = new List<string> { "thread" };
        arguments.AddRange(handler.Inputs.Where(input => !input.IsUnused).Select(HandlerModel.Name));
        arguments.AddRange(handler.OperandArguments(oparg));
        foreach (var group in handler.GroupOutputs)
        {
            var outputs = opcode.Stack.Outputs.ToList();
            var below = StackOffset.Sum(outputs.Take(outputs.IndexOf(group)), oparg);
            var bottom = StackOffset.Sum(handler.Inputs, oparg);
            writer.Line(
                $"var {HandlerModel.Name(group)} = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref sp, {below.ToCSharp(oparg)} - "
                + $"{bottom.ToCSharp(oparg)}), {StackOffset.Of(group, oparg).ToCSharp(oparg)});");
            arguments.Add(HandlerModel.Name(group));
        }

        if (handler.HasCache)
            arguments.Add("cache");
        arguments.AddRange(handler.SingleOutputs.Skip(1).Select(output => $"out var {HandlerModel.Name(output)}"));
        if (opcode.Jump.Kind == JumpKind.IfReturned)
            arguments.Add("out var returned");
        var call = $"Ops.{opcode.CSharpName}({string.Join(", ", arguments)})";
        switch (handler.ReturnType)
        {
            case "PyValue":
                writer.Line($"pushed = {call};");
                if (opcode.Raises || opcode.CallsFrame)
                    EmitMissing(writer, handler, oparg);
                break;
            case "bool":
                writer.Line($"if (!{call})");
                writer.Line("    goto error;");
                break;
            default:
                writer.Line($"{call};");
                break;
        }
    }

    // A missing pushed is an error, or a frame to enter, or an iterator's end.
    private static void EmitMissing(SourceWriter writer, HandlerModel handler, string oparg)
    {
        var opcode = handler.Opcode;
        writer.Open("if (pushed.IsMissing)");
        if (opcode.CallsFrame)
        {
            var popped = StackOffset.Sum(handler.Inputs.Skip(opcode.Stack.KeptCount), oparg);
            writer.Open("if (!ReferenceEquals(thread.Frame, frame))");
            writer.Line($"frame.StackPointer = IndexOf(frame, ref locals, ref sp) - {popped.ToCSharp(oparg)};");
            if (opcode.Jump.Kind != JumpKind.Never)
                writer.Line($"thread.Frame!.ReturnTarget = {oparg};");
            writer.Line("goto enter;");
            writer.Close().Line();
        }

        if (opcode.Jump.Kind == JumpKind.IfMissing)
        {
            writer.Line("if (thread.HasError)");
            writer.Line("    goto error;");
            writer.Line($"ip = {oparg} + 1;");
            writer.Line("continue;");
        }
        else
        {
            writer.Line("goto error;");
        }

        writer.Close().Line();
    }

    private static void EmitResults(SourceWriter writer, HandlerModel handler, string oparg)
    {
        var opcode = handler.Opcode;
        if (opcode.Jump.Kind == JumpKind.IfMissing && !opcode.Raises && !opcode.CallsFrame)
        {
            writer.Open("if (pushed.IsMissing)");
            writer.Line($"ip = {oparg} + 1;");
            writer.Line("continue;");
            writer.Close().Line();
        }

        ResultEmitter.Emit(writer, handler, oparg);
    }

    private static void EmitYield(SourceWriter writer, HandlerModel handler)
    {
        writer.Line($"pushed = {HandlerModel.Name(handler.Inputs[0])};");
        writer.Line("frame.InstructionPointer = ip;");
        writer.Line("frame.StackPointer = IndexOf(frame, ref locals, ref sp) - 1;");
        writer.Line("goto suspend;");
    }
}
