using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Opcodes;

namespace Keelback.Generators.Dispatch;

/// <summary>A number of stack places as C#: a constant, a multiple of oparg, and terms that are neither.</summary>
internal sealed record StackOffset(int Constant, int Factor, string Terms)
{
    public static StackOffset Zero { get; } = new(0, 0, "");

    public bool IsConstant => Factor == 0 && Terms.Length == 0;

    /// <summary>The places of some items together.</summary>
    public static StackOffset Sum(IEnumerable<StackItem> items, string oparg) =>
        items.Aggregate(Zero, (sum, item) => sum.Plus(Of(item, oparg)));

    /// <summary>The places of one item.</summary>
    public static StackOffset Of(StackItem item, string oparg)
    {
        if (item.Size is not { } size)
            return new(1, 0, "");
        var (zero, one) = (size.Evaluate(0), size.Evaluate(1));
        var isLinear = new[] { 2, 3, 7, 255, 256, 1000 }.All(n => size.Evaluate(n) == zero + (n * (one - zero)));
        return isLinear ? new(zero, one - zero, "") : new(0, 0, $" + ({size.ToCSharp().Replace("oparg", oparg)})");
    }

    public StackOffset Plus(StackOffset other) =>
        new(Constant + other.Constant, Factor + other.Factor, Terms + other.Terms);

    /// <summary>The offset as an expression, in parentheses where it is more than one number.</summary>
    public string ToCSharp(string oparg)
    {
        if (IsConstant)
            return Constant.ToString();
        var text = Factor == 0 ? "" : Factor == 1 ? oparg : $"({oparg} * {Factor})";
        if (Constant != 0)
            text += text.Length == 0 ? $"{Constant}" : Constant > 0 ? $" + {Constant}" : $" - {-Constant}";
        text += Terms;
        if (text.StartsWith(" + "))
            text = text.Substring(3);
        return text == oparg ? text : $"({text})";
    }

    /// <summary>The offset taken from the top of the stack downwards: "- 2", "- (oparg + 1)".</summary>
    public string Negated(string oparg) => IsConstant ? (Constant == 0 ? "0" : $"-{Constant}") : $"-{ToCSharp(oparg)}";
}
