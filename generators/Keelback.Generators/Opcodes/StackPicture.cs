using System;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// One position of a stack picture: a single value where <see cref="Size"/> is null, else as many as it says.
/// </summary>
internal sealed record StackItem(string Name, OpargExpression? Size)
{
    public const string UnusedName = "unused";

    /// <summary>A slot that the instruction does not look at.</summary>
    public bool IsUnused => Name == UnusedName;

    /// <summary>A value that is there or not, as oparg says.</summary>
    public bool IsOptional => Size is { IsBit: true };

    /// <summary>Any number of values.</summary>
    public bool IsGroup => Size is { IsBit: false };

    public int SizeAt(int oparg) => Size is null ? 1 : Math.Max(0, Size.Evaluate(oparg));
}

/// <summary>What an instruction takes from the stack and puts there; the top of the stack comes last.</summary>
internal sealed record StackPicture(EquatableArray<StackItem> Inputs, EquatableArray<StackItem> Outputs)
{
    public static StackPicture Empty { get; } = new(default, default);

    /// <summary>How many items, from the left, are the same on both sides: they stay where they are.</summary>
    public int KeptCount
    {
        get
        {
            var count = 0;
            while (count < Inputs.Count && count < Outputs.Count && Inputs[count] == Outputs[count])
                count++;
            return count;
        }
    }

    public int PoppedAt(int oparg) => Inputs.Sum(item => item.SizeAt(oparg));

    public int PushedAt(int oparg) => Outputs.Sum(item => item.SizeAt(oparg));

    /// <summary>The picture of this instruction followed by another; null where a group is cut in two.</summary>
    public StackPicture? Then(StackPicture next)
    {
        var inputs = Inputs.ToList();
        var stack = Outputs.ToList();
        foreach (var item in next.Inputs.Reverse())
        {
            if (stack.Count == 0)
            {
                inputs.Insert(0, item);
                continue;
            }

            var top = stack[stack.Count - 1];
            if (!Equals(top.Size, item.Size))
                return null;
            stack.RemoveAt(stack.Count - 1);
        }

        stack.AddRange(next.Outputs);
        return new(Distinct(inputs), Distinct(stack));
    }

    public override string ToString() => $"{Side(Inputs)} -- {Side(Outputs)}".Trim();

    private static string Side(EquatableArray<StackItem> items) =>
        string.Join(", ", items.Select(item => item.Size is null ? item.Name : $"{item.Name}[{item.Size.ToCSharp()}]"));

    // Two LOAD_FASTs push two values of one name.
    private static EquatableArray<StackItem> Distinct(System.Collections.Generic.List<StackItem> items)
    {
        var seen = new System.Collections.Generic.HashSet<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var name = items[i].Name;
            for (var number = 2; !items[i].IsUnused && !seen.Add(items[i].Name); number++)
                items[i] = items[i] with { Name = $"{name}{number}" };
        }

        return items.ToEquatableArray();
    }
}
