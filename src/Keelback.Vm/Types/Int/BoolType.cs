namespace Keelback.Vm;

/// <summary>The type <c>bool</c>: what its two values do differently from the ints 0 and 1.</summary>
internal static unsafe partial class BoolType
{
    private static readonly PyStr s_true = PyStr.Intern("True");
    private static readonly PyStr s_false = PyStr.Intern("False");

    /// <summary>True or False.</summary>
    public static PyStr TextOf(bool value) => value ? s_true : s_false;

    private static partial PyValue New(PyThread thread, PyType cls, PyValue @object) =>
        PyValue.FromBool(Operators.IsTrue(thread, @object));

    private static partial PyValue Repr(PyThread thread, PyValue self) => TextOf(self.IsTrue);

    private static partial PyValue Invert(PyThread thread, PyValue self) => PyValue.FromInt(~self.Bits);

    private static partial PyValue And(PyThread thread, PyValue left, PyValue right) => left.IsBool && right.IsBool
        ? PyValue.FromBool((left.Bits & right.Bits) != 0)
        : IntType.TypeObject.Slots.NbAnd(thread, left, right);

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) => left.IsBool && right.IsBool
        ? PyValue.FromBool((left.Bits | right.Bits) != 0)
        : IntType.TypeObject.Slots.NbOr(thread, left, right);

    private static partial PyValue Xor(PyThread thread, PyValue left, PyValue right) => left.IsBool && right.IsBool
        ? PyValue.FromBool(left.Bits != right.Bits)
        : IntType.TypeObject.Slots.NbXor(thread, left, right);
}
