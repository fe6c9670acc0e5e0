using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>Writes where an instruction's results go: the stack pointer's move and a store for each value.</summary>
internal static class ResultEmitter
{
    public static void Emit(SourceWriter writer, HandlerModel handler, string oparg)
    {
        var opcode = handler.Opcode;
        var inputs = handler.Inputs;
        var outputs = opcode.Stack.Outputs.ToList();
        var kept = opcode.Stack.KeptCount;
        var bottom = StackOffset.Sum(inputs.Skip(kept), oparg);
        var optional = outputs.Count > 0 && outputs[outputs.Count - 1].IsOptional ? outputs[outputs.Count - 1] : null;
        var made = outputs.Skip(kept).Where(output => output != optional).ToList();
        var stores = new List<string>();
        var single = handler.HasHandler ? handler.SingleOutputs.ToList() : [];
        for (var i = 0; i < made.Count; i++)
        {
            var output = made[i];
            if (output.IsUnused || output.IsGroup || IsInPlace(inputs.Skip(kept).ToList(), made, i, oparg))
                continue;
            var below = StackOffset.Sum(made.Take(i), oparg);
            var value = output.Name == "null" ? "default" : single.Count > 0 && output == single[0] ? "pushed" : HandlerModel.Name(output);
            stores.Add($"Store(ref Unsafe.Add(ref sp, {Difference(below, bottom, oparg)}), {value});");
        }

        foreach (var store in stores)
            writer.Line(store);
        var pushed = StackOffset.Sum(made, oparg);
        var move = Difference(pushed, bottom, oparg);
        if (move != "0")
            writer.Line($"sp = ref Unsafe.Add(ref sp, {move});");
        if (optional is null)
            return;
        var condition = $"({optional.Size!.ToCSharp().Replace("oparg", oparg)}) != 0";
        writer.Open($"if ({condition})");
        writer.Line($"sp = {(optional.Name == "null" ? "default" : HandlerModel.Name(optional))};");
        writer.Line("sp = ref Unsafe.Add(ref sp, 1);");
        writer.Close().Line();
    }

    private static bool IsInPlace(List<StackItem> inputs, List<StackItem> outputs, int index, string oparg)
    {
        var position = inputs.FindIndex(input => input.Name == outputs[index].Name);
        return position >= 0
            && Equals(StackOffset.Sum(inputs.Take(position), oparg), StackOffset.Sum(outputs.Take(index), oparg));
    }

    private static string Difference(StackOffset left, StackOffset right, string oparg)
    {
        if (left.Terms == right.Terms)
        {
            var difference = new StackOffset(left.Constant - right.Constant, left.Factor - right.Factor, "");
            return difference.Factor < 0
                ? new StackOffset(-difference.Constant, -difference.Factor, "").Negated(oparg)
                : difference.ToCSharp(oparg);
        }

        return right == StackOffset.Zero ? left.ToCSharp(oparg) : $"{left.ToCSharp(oparg)} - {right.ToCSharp(oparg)}";
    }
}
