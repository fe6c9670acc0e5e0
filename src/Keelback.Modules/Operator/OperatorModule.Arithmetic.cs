using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Operator;

/// <summary>The operators on numbers, and their in-place forms.</summary>
internal static partial class OperatorModule
{
    [PyFunction("add(a, b, /)", Doc = "Same as a + b.")]
    private static PyValue Add(PyThread thread, PyValue a, PyValue b) => Operators.TryAdd(thread, a, b);

    [PyFunction("sub(a, b, /)", Doc = "Same as a - b.")]
    private static PyValue Sub(PyThread thread, PyValue a, PyValue b) => Operators.TrySub(thread, a, b);

    [PyFunction("mul(a, b, /)", Doc = "Same as a * b.")]
    private static PyValue Mult(PyThread thread, PyValue a, PyValue b) => Operators.TryMult(thread, a, b);

    [PyFunction("matmul(a, b, /)", Doc = "Same as a @ b.")]
    private static PyValue MatMult(PyThread thread, PyValue a, PyValue b) => Operators.TryMatMult(thread, a, b);

    [PyFunction("floordiv(a, b, /)", Doc = "Same as a // b.")]
    private static PyValue FloorDiv(PyThread thread, PyValue a, PyValue b) => Operators.TryFloorDiv(thread, a, b);

    [PyFunction("truediv(a, b, /)", Doc = "Same as a / b.")]
    private static PyValue Div(PyThread thread, PyValue a, PyValue b) => Operators.TryDiv(thread, a, b);

    [PyFunction("mod(a, b, /)", Doc = "Same as a % b.")]
    private static PyValue Mod(PyThread thread, PyValue a, PyValue b) => Operators.TryMod(thread, a, b);

    [PyFunction("lshift(a, b, /)", Doc = "Same as a << b.")]
    private static PyValue LShift(PyThread thread, PyValue a, PyValue b) => Operators.TryLShift(thread, a, b);

    [PyFunction("rshift(a, b, /)", Doc = "Same as a >> b.")]
    private static PyValue RShift(PyThread thread, PyValue a, PyValue b) => Operators.TryRShift(thread, a, b);

    [PyFunction("and_(a, b, /)", Doc = "Same as a & b.")]
    private static PyValue BitAnd(PyThread thread, PyValue a, PyValue b) => Operators.TryBitAnd(thread, a, b);

    [PyFunction("or_(a, b, /)", Doc = "Same as a | b.")]
    private static PyValue BitOr(PyThread thread, PyValue a, PyValue b) => Operators.TryBitOr(thread, a, b);

    [PyFunction("xor(a, b, /)", Doc = "Same as a ^ b.")]
    private static PyValue BitXor(PyThread thread, PyValue a, PyValue b) => Operators.TryBitXor(thread, a, b);

    [PyFunction("pow(a, b, /)", Doc = "Same as a ** b.")]
    private static PyValue Pow(PyThread thread, PyValue a, PyValue b) => Operators.TryPow(thread, a, b);

    [PyFunction("iadd(a, b, /)", Doc = "Same as a += b.")]
    private static PyValue InPlaceAdd(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceAdd(thread, a, b);

    [PyFunction("isub(a, b, /)", Doc = "Same as a -= b.")]
    private static PyValue InPlaceSub(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceSub(thread, a, b);

    [PyFunction("imul(a, b, /)", Doc = "Same as a *= b.")]
    private static PyValue InPlaceMult(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceMult(thread, a, b);

    [PyFunction("imatmul(a, b, /)", Doc = "Same as a @= b.")]
    private static PyValue InPlaceMatMult(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceMatMult(thread, a, b);

    [PyFunction("ifloordiv(a, b, /)", Doc = "Same as a //= b.")]
    private static PyValue InPlaceFloorDiv(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceFloorDiv(thread, a, b);

    [PyFunction("itruediv(a, b, /)", Doc = "Same as a /= b.")]
    private static PyValue InPlaceDiv(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceDiv(thread, a, b);

    [PyFunction("imod(a, b, /)", Doc = "Same as a %= b.")]
    private static PyValue InPlaceMod(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceMod(thread, a, b);

    [PyFunction("ilshift(a, b, /)", Doc = "Same as a <<= b.")]
    private static PyValue InPlaceLShift(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceLShift(thread, a, b);

    [PyFunction("irshift(a, b, /)", Doc = "Same as a >>= b.")]
    private static PyValue InPlaceRShift(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceRShift(thread, a, b);

    [PyFunction("iand(a, b, /)", Doc = "Same as a &= b.")]
    private static PyValue InPlaceBitAnd(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceBitAnd(thread, a, b);

    [PyFunction("ior(a, b, /)", Doc = "Same as a |= b.")]
    private static PyValue InPlaceBitOr(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceBitOr(thread, a, b);

    [PyFunction("ixor(a, b, /)", Doc = "Same as a ^= b.")]
    private static PyValue InPlaceBitXor(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlaceBitXor(thread, a, b);

    [PyFunction("ipow(a, b, /)", Doc = "Same as a **= b.")]
    private static PyValue InPlacePow(PyThread thread, PyValue a, PyValue b) => Operators.TryInPlacePow(thread, a, b);

    [PyFunction("lt(a, b, /)", Doc = "Same as a < b.")]
    private static PyValue Lt(PyThread thread, PyValue a, PyValue b) =>
        Operators.TryCompare(thread, ComparisonOperator.Lt, a, b);

    [PyFunction("le(a, b, /)", Doc = "Same as a <= b.")]
    private static PyValue LtE(PyThread thread, PyValue a, PyValue b) =>
        Operators.TryCompare(thread, ComparisonOperator.Le, a, b);

    [PyFunction("eq(a, b, /)", Doc = "Same as a == b.")]
    private static PyValue Eq(PyThread thread, PyValue a, PyValue b) =>
        Operators.TryCompare(thread, ComparisonOperator.Eq, a, b);

    [PyFunction("ne(a, b, /)", Doc = "Same as a != b.")]
    private static PyValue NotEq(PyThread thread, PyValue a, PyValue b) =>
        Operators.TryCompare(thread, ComparisonOperator.Ne, a, b);

    [PyFunction("ge(a, b, /)", Doc = "Same as a >= b.")]
    private static PyValue GtE(PyThread thread, PyValue a, PyValue b) =>
        Operators.TryCompare(thread, ComparisonOperator.Ge, a, b);

    [PyFunction("gt(a, b, /)", Doc = "Same as a > b.")]
    private static PyValue Gt(PyThread thread, PyValue a, PyValue b) =>
        Operators.TryCompare(thread, ComparisonOperator.Gt, a, b);
}
