using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Unary and binary operators, truth, and their forms for common types.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue UnaryNegative(PyThread thread, PyValue value) => value switch
    {
        { IsSmallInt: true, Bits: not long.MinValue } => PyValue.FromInt(-value.Bits),
        { IsFloat: true } => PyValue.FromFloat(-value.DoubleBits),
        _ => Operators.Negative(thread, value),
    };

    internal static partial PyValue UnaryInvert(PyThread thread, PyValue value) =>
        value.IsSmallInt ? PyValue.FromInt(~value.Bits) : Operators.Invert(thread, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue UnaryNot(PyThread thread, PyValue value) => PyValue.FromBool(value.Bits == 0);

    internal static partial PyValue BinaryOp(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache)
    {
        if (left.IsSmallInt && right.IsSmallInt)
        {
            switch (op)
            {
                case BinaryOperator.And or BinaryOperator.InplaceAnd:
                    return PyValue.FromInt(left.Bits & right.Bits);
                case BinaryOperator.Or or BinaryOperator.InplaceOr:
                    return PyValue.FromInt(left.Bits | right.Bits);
                case BinaryOperator.Xor or BinaryOperator.InplaceXor:
                    return PyValue.FromInt(left.Bits ^ right.Bits);
                case BinaryOperator.Remainder or BinaryOperator.InplaceRemainder when right.Bits > 0:
                    return PyValue.FromInt(IntType.Remainder(left.Bits, right.Bits));
                case BinaryOperator.FloorDivide or BinaryOperator.InplaceFloorDivide when right.Bits > 0:
                    return PyValue.FromInt(IntType.FloorDivide(left.Bits, right.Bits));
            }
        }

        return Operators.TryBinary(thread, op, left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpAddInt(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache)
    {
        var sum = unchecked(left.Bits + right.Bits);
        return ((left.Bits ^ sum) & (right.Bits ^ sum)) < 0 ? IntType.AddLarge(left.Bits, right.Bits) : PyValue.FromInt(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpSubtractInt(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache)
    {
        var difference = unchecked(left.Bits - right.Bits);
        return ((left.Bits ^ right.Bits) & (left.Bits ^ difference)) < 0
            ? IntType.SubtractLarge(left.Bits, right.Bits)
            : PyValue.FromInt(difference);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpMultiplyInt(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache)
    {
        var high = Math.BigMul(left.Bits, right.Bits, out var low);
        return high == low >> 63 ? PyValue.FromInt(low) : IntType.MultiplyLarge(left.Bits, right.Bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpAddFloat(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        PyValue.FromFloat(left.DoubleBits + right.DoubleBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpSubtractFloat(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        PyValue.FromFloat(left.DoubleBits - right.DoubleBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue BinaryOpMultiplyFloat(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        PyValue.FromFloat(left.DoubleBits * right.DoubleBits);

    internal static partial PyValue BinaryOpAddUnicode(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache) =>
        PyStr.Concat(Unsafe.As<PyStr>(left.Ref!), Unsafe.As<PyStr>(right.Ref!));

    internal static partial bool CanBinaryOpInplaceAddUnicode(
        PyThread thread, PyValue left, PyValue right, int oparg, InlineCache cache)
    {
        var frame = thread.Frame!;
        return frame.Stack[frame.Base + cache.Index].Is(left);
    }

    // The sum goes straight into the variable that the next instruction would store it in.
    internal static partial bool BinaryOpInplaceAddUnicode(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache)
    {
        var frame = thread.Frame!;
        frame.Stack[frame.Base + cache.Index] = PyStr.Append(Unsafe.As<PyStr>(left.Ref!), Unsafe.As<PyStr>(right.Ref!));
        return true;
    }

    // Mixed int and float, and the float operators that have no form of their own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanBinaryOpExtend(
        PyThread thread, PyValue left, PyValue right, int oparg, InlineCache cache) =>
        (left.IsFloat || left.IsSmallInt) && (right.IsFloat || right.IsSmallInt) && (left.IsFloat || right.IsFloat);

    internal static partial PyValue BinaryOpExtend(
        PyThread thread, PyValue left, PyValue right, BinaryOperator op, InlineCache cache)
    {
        var a = left.IsFloat ? left.DoubleBits : left.Bits;
        var b = right.IsFloat ? right.DoubleBits : right.Bits;
        return op switch
        {
            BinaryOperator.Add or BinaryOperator.InplaceAdd => PyValue.FromFloat(a + b),
            BinaryOperator.Subtract or BinaryOperator.InplaceSubtract => PyValue.FromFloat(a - b),
            BinaryOperator.Multiply or BinaryOperator.InplaceMultiply => PyValue.FromFloat(a * b),
            _ when b != 0 => PyValue.FromFloat(a / b),
            _ => Operators.TryBinary(thread, op, left, right),
        };
    }

    internal static partial PyValue ToBool(PyThread thread, PyValue value, InlineCache cache) =>
        PyValue.FromBool(Operators.IsTrue(thread, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ToBoolBool(PyThread thread, PyValue value, InlineCache cache) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ToBoolInt(PyThread thread, PyValue value, InlineCache cache) =>
        PyValue.FromBool(value.Bits != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ToBoolList(PyThread thread, PyValue value, InlineCache cache) =>
        PyValue.FromBool(Unsafe.As<PyList>(value.Ref!).Count != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ToBoolNone(PyThread thread, PyValue value, InlineCache cache) => PyValue.False;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ToBoolStr(PyThread thread, PyValue value, InlineCache cache) =>
        PyValue.FromBool(Unsafe.As<PyStr>(value.Ref!).Length != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue ToBoolAlwaysTrue(PyThread thread, PyValue value, InlineCache cache) => PyValue.True;
}

/// <summary>Specialisation of operators and truth.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void ToBool(PyThread thread, ref Instruction instruction, InlineCache cache, PyValue value)
    {
        Opcode? form = value switch
        {
            { IsBool: true } => Opcode.ToBoolBool,
            { IsSmallInt: true } => Opcode.ToBoolInt,
            { IsNone: true } => Opcode.ToBoolNone,
            { IsFloat: true } => null,
            _ when value.Ref!.GetType() == typeof(PyStr) => Opcode.ToBoolStr,
            _ when value.Ref!.GetType() == typeof(PyList) => Opcode.ToBoolList,
            _ when HasNoTruth(value.Type) => Opcode.ToBoolAlwaysTrue,
            _ => null,
        };
        if (form is not { } chosen)
        {
            Fail(ref instruction, cache);
            return;
        }

        cache.Version = value.Type.Version;
        Apply(ref instruction, chosen);
    }

    internal static partial void BinaryOp(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue left, PyValue right, int oparg)
    {
        var op = (BinaryOperator)oparg;
        var form = op switch
        {
            _ when left.IsSmallInt && right.IsSmallInt => ForInts(op),
            _ when left.IsFloat && right.IsFloat => ForFloats(op),
            BinaryOperator.Subscr => ForSubscript(thread, cache, left, right),
            BinaryOperator.Add or BinaryOperator.InplaceAdd => ForStrings(thread, ref instruction, cache, left, right),
            _ => null,
        };
        if (form is null && Ops.CanBinaryOpExtend(thread, left, right, oparg, cache) && IsPlain(op))
            form = Opcode.BinaryOpExtend;
        if (form is { } chosen)
            Apply(ref instruction, chosen);
        else
            Fail(ref instruction, cache);
    }

    private static Opcode? ForInts(BinaryOperator op) => op switch
    {
        BinaryOperator.Add or BinaryOperator.InplaceAdd => Opcode.BinaryOpAddInt,
        BinaryOperator.Subtract or BinaryOperator.InplaceSubtract => Opcode.BinaryOpSubtractInt,
        BinaryOperator.Multiply or BinaryOperator.InplaceMultiply => Opcode.BinaryOpMultiplyInt,
        _ => null,
    };

    private static Opcode? ForFloats(BinaryOperator op) => op switch
    {
        BinaryOperator.Add or BinaryOperator.InplaceAdd => Opcode.BinaryOpAddFloat,
        BinaryOperator.Subtract or BinaryOperator.InplaceSubtract => Opcode.BinaryOpSubtractFloat,
        BinaryOperator.Multiply or BinaryOperator.InplaceMultiply => Opcode.BinaryOpMultiplyFloat,
        BinaryOperator.TrueDivide or BinaryOperator.InplaceTrueDivide => Opcode.BinaryOpExtend,
        _ => null,
    };

    private static bool IsPlain(BinaryOperator op) => op
        is BinaryOperator.Add or BinaryOperator.InplaceAdd
        or BinaryOperator.Subtract or BinaryOperator.InplaceSubtract
        or BinaryOperator.Multiply or BinaryOperator.InplaceMultiply
        or BinaryOperator.TrueDivide or BinaryOperator.InplaceTrueDivide;

    private static Opcode? ForStrings(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue left, PyValue right)
    {
        if (left.Ref!.GetType() != typeof(PyStr) || right.Ref!.GetType() != typeof(PyStr))
            return null;
        var frame = thread.Frame!;
        ref var next = ref System.Runtime.CompilerServices.Unsafe.Add(ref instruction, 1);
        if (next.Opcode == Opcode.StoreFast && frame.Stack[frame.Base + next.Argument].Is(left))
        {
            cache.Index = next.Argument;
            return Opcode.BinaryOpInplaceAddUnicode;
        }

        return Opcode.BinaryOpAddUnicode;
    }

    private static bool HasNoTruth(PyType type) =>
        type.Slots.NbBool == null && type.Slots.MpLength == null && type.Slots.SqLength == null;
}
