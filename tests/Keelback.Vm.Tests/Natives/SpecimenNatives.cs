using System.Numerics;

namespace Keelback.Vm.Tests.Natives;

// Functions with the signatures of CPython's own, so that what the reference says of wrong calls can be compared. They
// do nothing: the calls in question never reach them.

/// <summary>Stands for the module math.</summary>
[PyModule("math", Doc = "Functions of math, for tests.")]
internal static partial class SpecimenMath
{
    [PyConstant("pi")]
    private const double Pi = Math.PI;

    [PyFunction("sqrt(x, /)", Doc = "Return the square root of x.")]
    private static double Sqrt(double x) => Math.Sqrt(x);

    [PyFunction("factorial(n, /)")]
    private static BigInteger Factorial(BigInteger n) => n;

    [PyFunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Doc = "Return whether two numbers are close.")]
    private static bool IsClose(double a, double b, double relTol, double absTol) =>
        Math.Abs(a - b) <= Math.Max(relTol * Math.Max(Math.Abs(a), Math.Abs(b)), absTol);
}

/// <summary>Stands for the module builtins.</summary>
[PyModule("builtins")]
internal static partial class SpecimenBuiltins
{
    [PyFunction("len(obj, /)")]
    private static PyValue Len(PyValue obj) => obj;

    [PyFunction("isinstance(obj, class_or_tuple, /)")]
    private static PyValue IsInstance(PyValue obj, PyValue classOrTuple) => obj;

    [PyFunction("getattr(object, name, default=<missing>, /)")]
    private static PyValue GetAttr(PyValue @object, PyValue name, PyValue @default) => @default.IsMissing ? name : @default;

    [PyFunction("divmod(x, y, /)")]
    private static PyTuple DivMod(PyValue x, PyValue y) => PyTuple.From(x, y);

    [PyFunction("pow(base, exp, mod=None)")]
    private static PyTuple Pow(PyValue @base, PyValue exp, PyValue mod) => PyTuple.From(@base, exp, mod);

    [PyFunction("round(number, ndigits=None)")]
    private static PyTuple Round(PyValue number, PyValue ndigits) => PyTuple.From(number, ndigits);

    [PyFunction("sum(iterable, /, start=0)")]
    private static PyTuple Sum(PyValue iterable, PyValue start) => PyTuple.From(iterable, start);

    [PyFunction("exec(source, /, globals=None, locals=None, *, closure=None)")]
    private static PyTuple Exec(PyValue source, PyValue globals, PyValue locals, PyValue closure) =>
        PyTuple.From(source, globals, locals, closure);

    [PyFunction("print(*args, sep=' ', end='\\n', file=None, flush=False)")]
    private static PyTuple Print(ReadOnlySpan<PyValue> args, PyValue sep, PyValue end, PyValue file, bool flush) =>
        PyTuple.From([sep, end, file, PyValue.FromBool(flush), .. args]);

    [PyFunction("collect(first, *args, named=None, **kwargs)")]
    private static PyTuple Collect(PyValue first, ReadOnlySpan<PyValue> args, PyValue named, PyDict? kwargs) =>
        PyTuple.From(first, PyTuple.From(args), named, kwargs ?? PyValue.None);
}

/// <summary>Stands for list.</summary>
[PyType("list", Doc = "A list, for tests.")]
internal sealed partial class SpecimenList : PyObject
{
    public SpecimenList()
        : base(TypeObject)
    {
    }

    [PyNew("list()")]
    private static PyValue New(PyThread thread, PyType cls) => new SpecimenList();

    [PyMethod("append($self, object, /)", Doc = "Append object to the end of the list.")]
    private static void Append(PyThread thread, SpecimenList self, PyValue @object)
    {
    }

    [PyMethod("clear($self, /)")]
    private static void Clear(PyThread thread, SpecimenList self)
    {
    }

    [PyMethod("pop($self, index=-1, /)")]
    private static PyValue Pop(PyThread thread, SpecimenList self, nint index) => PyValue.FromInt(index);

    [PyMethod("insert($self, index, object, /)")]
    private static void Insert(PyThread thread, SpecimenList self, nint index, PyValue @object)
    {
    }

    [PyMethod("sort($self, /, *, key=None, reverse=False)")]
    private static PyTuple Sort(PyThread thread, SpecimenList self, PyValue key, bool reverse) =>
        PyTuple.From(key, PyValue.FromBool(reverse));

    [PyGetter("kind", Doc = "What it is.")]
    private static string GetKind(PyThread thread, SpecimenList self) => "specimen";
}

/// <summary>Stands for str.</summary>
[PyType("str")]
internal sealed partial class SpecimenStr : PyObject
{
    public SpecimenStr()
        : base(TypeObject)
    {
    }

    [PyMethod("join($self, iterable, /)")]
    private static PyValue Join(PyThread thread, SpecimenStr self, PyValue iterable) => iterable;

    [PyMethod("split($self, /, sep=None, maxsplit=-1)")]
    private static PyTuple Split(PyThread thread, SpecimenStr self, PyValue sep, nint maxsplit) =>
        PyTuple.From(sep, PyValue.FromInt(maxsplit));

    [PyMethod("encode($self, /, encoding='utf-8', errors='strict')")]
    private static string Encode(PyThread thread, SpecimenStr self, string encoding, string errors) => encoding + errors;

    [PyMethod("replace($self, old, new, /, count=-1)")]
    private static PyStr Replace(PyThread thread, SpecimenStr self, PyStr old, PyStr @new, nint count) => @new;
}

/// <summary>Stands for dict.</summary>
[PyType("dict")]
internal sealed partial class SpecimenDict : PyObject
{
    public SpecimenDict()
        : base(TypeObject)
    {
    }

    [PyMethod("fromkeys($type, iterable, value=None, /)", ClassMethod = true)]
    private static PyTuple FromKeys(PyThread thread, PyType cls, PyValue iterable, PyValue value) => PyTuple.From(cls, iterable, value);
}
