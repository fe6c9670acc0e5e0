using System.Reflection;
using System.Reflection.Emit;

namespace Keelback.Architecture.Tests;

/// <summary>
/// RyuJIT compiles a method without optimisation once it has more than 60,000 bytes of IL, 20,000 instructions, 2,000
/// basic blocks or 2,000 locals. The eval loop must stay below four fifths of each.
/// </summary>
public class JitBudgetTests
{
    private const double Share = 0.8;

    private static readonly MethodInfo s_loop = Assembly.Load("Keelback.Vm")
        .GetType("Keelback.Vm.EvalLoop", throwOnError: true)!
        .GetMethod("RunLoop", BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public void The_eval_loop_has_room_in_bytes() =>
        Assert.InRange(s_loop.GetMethodBody()!.GetILAsByteArray()!.Length, 1_000, (int)(60_000 * Share));

    [Fact]
    public void The_eval_loop_has_room_in_locals() =>
        Assert.InRange(s_loop.GetMethodBody()!.LocalVariables.Count, 10, (int)(2_000 * Share));

    [Fact]
    public void The_eval_loop_has_room_in_instructions_and_blocks()
    {
        var (instructions, blocks) = Count(s_loop.GetMethodBody()!.GetILAsByteArray()!);
        Assert.InRange(instructions, 500, (int)(20_000 * Share));
        Assert.InRange(blocks, 100, (int)(2_000 * Share));
    }

    // Blocks begin at the targets of branches and behind them.
    private static (int Instructions, int Blocks) Count(byte[] il)
    {
        var opcodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (OpCode)field.GetValue(null)!)
            .ToDictionary(opcode => opcode.Value);
        var starts = new HashSet<int> { 0 };
        var count = 0;
        for (var i = 0; i < il.Length; count++)
        {
            var value = il[i] == 0xFE ? unchecked((short)(0xFE00 | il[i + 1])) : il[i];
            var opcode = opcodes[value];
            i += opcode.Size;
            switch (opcode.OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget:
                    starts.Add(i + 1 + (sbyte)il[i]);
                    starts.Add(++i);
                    break;
                case OperandType.InlineBrTarget:
                    starts.Add(i + 4 + BitConverter.ToInt32(il, i));
                    starts.Add(i += 4);
                    break;
                case OperandType.InlineSwitch:
                    var cases = BitConverter.ToInt32(il, i);
                    var end = i + 4 + (4 * cases);
                    for (var c = 0; c < cases; c++)
                        starts.Add(end + BitConverter.ToInt32(il, i + 4 + (4 * c)));
                    starts.Add(i = end);
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    i += 8;
                    break;
                case OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    i += 1;
                    break;
                case OperandType.InlineVar:
                    i += 2;
                    break;
                default:
                    i += 4;
                    break;
            }
        }

        return (count, starts.Count);
    }
}
