using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.WeakReferences;

/// <summary>Arithmetic on the objects behind proxies.</summary>
internal partial class PyWeakProxy
{
    [PySlot("nb_add")]
    private static PyValue Add(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Add, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_add")]
    private static PyValue InPlaceAdd(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceAdd, Unwrap(left), Unwrap(right));

    [PySlot("nb_subtract")]
    private static PyValue Subtract(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Subtract, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_subtract")]
    private static PyValue InPlaceSubtract(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceSubtract, Unwrap(left), Unwrap(right));

    [PySlot("nb_multiply")]
    private static PyValue Multiply(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Multiply, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_multiply")]
    private static PyValue InPlaceMultiply(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceMultiply, Unwrap(left), Unwrap(right));

    [PySlot("nb_remainder")]
    private static PyValue Remainder(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Remainder, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_remainder")]
    private static PyValue InPlaceRemainder(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceRemainder, Unwrap(left), Unwrap(right));

    [PySlot("nb_true_divide")]
    private static PyValue TrueDivide(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.TrueDivide, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_true_divide")]
    private static PyValue InPlaceTrueDivide(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceTrueDivide, Unwrap(left), Unwrap(right));

    [PySlot("nb_floor_divide")]
    private static PyValue FloorDivide(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.FloorDivide, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_floor_divide")]
    private static PyValue InPlaceFloorDivide(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceFloorDivide, Unwrap(left), Unwrap(right));

    [PySlot("nb_lshift")]
    private static PyValue Lshift(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Lshift, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_lshift")]
    private static PyValue InPlaceLshift(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceLshift, Unwrap(left), Unwrap(right));

    [PySlot("nb_rshift")]
    private static PyValue Rshift(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Rshift, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_rshift")]
    private static PyValue InPlaceRshift(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceRshift, Unwrap(left), Unwrap(right));

    [PySlot("nb_and")]
    private static PyValue And(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.And, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_and")]
    private static PyValue InPlaceAnd(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceAnd, Unwrap(left), Unwrap(right));

    [PySlot("nb_xor")]
    private static PyValue Xor(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Xor, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_xor")]
    private static PyValue InPlaceXor(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceXor, Unwrap(left), Unwrap(right));

    [PySlot("nb_or")]
    private static PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Or, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_or")]
    private static PyValue InPlaceOr(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceOr, Unwrap(left), Unwrap(right));

    [PySlot("nb_matrix_multiply")]
    private static PyValue MatrixMultiply(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.MatrixMultiply, Unwrap(left), Unwrap(right));

    [PySlot("nb_inplace_matrix_multiply")]
    private static PyValue InPlaceMatrixMultiply(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.InplaceMatrixMultiply, Unwrap(left), Unwrap(right));

    [PySlot("nb_negative")]
    private static PyValue Negative(PyThread thread, PyValue self) => Operators.Negative(thread, Unwrap(self));

    [PySlot("nb_positive")]
    private static PyValue Positive(PyThread thread, PyValue self) => Operators.Positive(thread, Unwrap(self));

    [PySlot("nb_absolute")]
    private static PyValue Absolute(PyThread thread, PyValue self) => Operators.Absolute(thread, Unwrap(self));

    [PySlot("nb_invert")]
    private static PyValue Invert(PyThread thread, PyValue self) => Operators.Invert(thread, Unwrap(self));

    [PySlot("nb_index")]
    private static PyValue Index(PyThread thread, PyValue self) => Operators.Index(thread, Unwrap(self));
}
