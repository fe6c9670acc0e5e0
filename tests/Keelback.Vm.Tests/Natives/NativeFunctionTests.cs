namespace Keelback.Vm.Tests.Natives;

/// <summary>How arguments reach native functions, and the objects that carry the functions.</summary>
public sealed class NativeFunctionTests
{
    private readonly PyThread _thread = new Interpreter(new InterpreterHost()).MainThread;

    [Fact]
    public void DefaultsFillWhatIsAbsent()
    {
        Assert.Equal("(1, 2, None)", Show(Call("pow", [1, 2])));
        Assert.Equal("(1, 2, 3)", Show(Call("pow", [1, 2, 3])));
        Assert.Equal("(1, 2, 3)", Show(Call("pow", [1, 3, 2], "mod", "exp")));
        Assert.Equal("(5, 0)", Show(Call("sum", [5])));
        Assert.Equal("(5, 7)", Show(Call("sum", [5, 7], "start")));
    }

    [Fact]
    public void SurplusArgumentsAreCollected()
    {
        Assert.Equal("(' ', '\\n', None, False, 1, 2, 3)", Show(Call("print", [1, 2, 3])));
        Assert.Equal("(9, '\\n', None, False, 1, 2)", Show(Call("print", [1, 2, 9], "sep")));
        Assert.Equal("(1, (), None, None)", Show(Call("collect", [1])));
        Assert.Equal("(1, (2, 3), 4, {'x': 5})", Show(Call("collect", [1, 2, 3, 4, 5], "named", "x")));
    }

    [Fact]
    public void EveryFormBindsAlike()
    {
        var function = Function("getattr");
        Assert.Equal("2", Show(_thread.Call(function, Values([1, 2]))));
        Assert.Equal("3", Show(_thread.Call(function, Values([1, 2, 3]))));
        Assert.Equal("-1", Show(Method("pop", [])));
        Assert.Equal("4", Show(Method("pop", [4])));
        Assert.Equal("(None, True)", Show(Method("sort", [1], "reverse")));
    }

    [Fact]
    public void ModuleFunctionsTellTheirNames()
    {
        var module = SpecimenMath.Definition.Create(_thread);
        var function = module.Dict[PyStr.Intern("isclose")];
        Assert.Equal("'isclose'", Attribute(function, "__name__"));
        Assert.Equal("'isclose'", Attribute(function, "__qualname__"));
        Assert.Equal("'math'", Attribute(function, "__module__"));
        Assert.Equal("'Return whether two numbers are close.'", Attribute(function, "__doc__"));
        Assert.Equal("'($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)'", Attribute(function, "__text_signature__"));
        Assert.Equal("<built-in function isclose>", Show(function));
        Assert.Equal("3.141592653589793", Show(module.Dict[PyStr.Intern("pi")]));
    }

    [Fact]
    public void MethodsTellTheirNames()
    {
        var descriptor = SpecimenList.TypeObject.Lookup(PyStr.Intern("append"));
        Assert.Equal("<method 'append' of 'list' objects>", Show(descriptor));
        Assert.Equal("'list.append'", Attribute(descriptor, "__qualname__"));
        Assert.Equal("<class 'list'>", Attribute(descriptor, "__objclass__"));
        Assert.Equal("'($self, object, /)'", Attribute(descriptor, "__text_signature__"));

        PyValue bound = Operators.GetAttribute(_thread, new SpecimenList(), PyStr.Intern("append"));
        Assert.StartsWith("<built-in method append of list object at 0x", Show(bound), StringComparison.Ordinal);
        Assert.Equal("'list.append'", Attribute(bound, "__qualname__"));
        Assert.Equal("None", Attribute(bound, "__module__"));
    }

    [Fact]
    public void AttributesHaveTheirDescriptors()
    {
        Assert.Equal("<attribute 'kind' of 'list' objects>", Show(SpecimenList.TypeObject.Lookup(PyStr.Intern("kind"))));
        Assert.Equal("<member 'start' of 'range' objects>", Show(PyRange.TypeObject.Lookup(PyStr.Intern("start"))));
        Assert.Equal("<slot wrapper '__len__' of 'range' objects>", Show(PyRange.TypeObject.Lookup(PyStr.Intern("__len__"))));
        Assert.Equal("'specimen'", Attribute(new SpecimenList(), "kind"));
        AssertError(
            "attribute 'kind' of 'list' objects is not writable",
            () => Operators.SetAttribute(_thread, new SpecimenList(), PyStr.Intern("kind"), PyValue.None));
        AssertError(
            "readonly attribute",
            () => Operators.SetAttribute(_thread, new PyRange(0, 1, 1), PyStr.Intern("start"), PyValue.None));
    }

    [Fact]
    public void DescriptorsCheckWhatTheyAreCalledWith()
    {
        var append = SpecimenList.TypeObject.Lookup(PyStr.Intern("append"));
        AssertError("unbound method list.append() needs an argument", () => _thread.Call(append));
        AssertError("descriptor 'append' for 'list' objects doesn't apply to a 'int' object", () => _thread.Call(append, Values([1, 2])));

        var length = PyRange.TypeObject.Lookup(PyStr.Intern("__len__"));
        AssertError("descriptor '__len__' of 'range' object needs an argument", () => _thread.Call(length));
        AssertError("descriptor '__len__' requires a 'range' object but received a 'int'", () => _thread.Call(length, Values([1])));

        var fromKeys = SpecimenDict.TypeObject.Lookup(PyStr.Intern("fromkeys"));
        AssertError("descriptor 'fromkeys' of 'dict' object needs an argument", () => _thread.Call(fromKeys));
        AssertError("descriptor 'fromkeys' requires a subtype of 'dict' but received 'range'", () => _thread.Call(fromKeys, PyRange.TypeObject));
        AssertError("descriptor 'fromkeys' for type 'dict' needs a type, not a 'int' as arg 2", () => _thread.Call(fromKeys, Values([3])));
    }

    [Fact]
    public void ConstructorsCheckTheirClass()
    {
        var construct = PyRange.TypeObject.Lookup(PyStr.Intern("__new__"));
        Assert.Equal("range(0, 3)", Show(_thread.Call(construct, PyRange.TypeObject, PyValue.FromInt(3))));
        AssertError("range.__new__(): not enough arguments", () => _thread.Call(construct));
        AssertError("range.__new__(X): X is not a type object (int)", () => _thread.Call(construct, Values([3])));
        AssertError("range.__new__(list): list is not a subtype of range", () => _thread.Call(construct, SpecimenList.TypeObject));
    }

    [Fact]
    public void CallsAllocateNothing()
    {
        var module = SpecimenMath.Definition.Create(_thread);
        var function = ((PyBuiltinFunction)module.Dict[PyStr.Intern("isclose")].Ref!).Function;
        PyValue[] arguments = [PyValue.FromFloat(1), PyValue.FromFloat(2), PyValue.FromFloat(3), PyValue.FromFloat(4)];
        var names = PyTuple.From(PyValue.FromString("abs_tol"), PyValue.FromString("rel_tol"));
        Call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Call();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Call()
        {
            function.Call(_thread, module, arguments.AsSpan(0, 2), null);
            function.Call(_thread, module, arguments, names);
        }
    }

    private static PyValue[] Values(int[] numbers) => [.. numbers.Select(number => PyValue.FromInt((long)number))];

    private static PyTuple? Names(string[] names) => names.Length == 0 ? null : PyTuple.From([.. names.Select(PyValue.FromString)]);

    private PyValue Function(string name) => SpecimenBuiltins.Definition.Create(_thread).Dict[PyStr.Intern(name)];

    private PyValue Call(string function, int[] arguments, params string[] keywords) =>
        _thread.Call(Function(function), Values(arguments), Names(keywords));

    private PyValue Method(string method, int[] arguments, params string[] keywords) => _thread.Call(
        Operators.GetAttribute(_thread, new SpecimenList(), PyStr.Intern(method)), Values(arguments), Names(keywords));

    private string Show(PyValue value) => Operators.Repr(_thread, value).Value;

    private string Attribute(PyValue value, string name) => Show(Operators.GetAttribute(_thread, value, PyStr.Intern(name)));

    private void AssertError(string message, Action action)
    {
        var error = Assert.Throws<PyException>(action);
        Assert.Equal(message, Operators.Str(_thread, error.Value).Value);
    }
}
