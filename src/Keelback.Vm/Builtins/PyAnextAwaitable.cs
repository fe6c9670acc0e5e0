namespace Keelback.Vm;

/// <summary>The awaitable of anext() with a default, which takes the place of StopAsyncIteration.</summary>
[PyType("builtins.anext_awaitable", Doc = "")]
internal sealed partial class PyAnextAwaitable : PyObject
{
    public PyAnextAwaitable(PyValue awaitable, PyValue @default)
        : base(TypeObject)
    {
        Awaitable = awaitable;
        Default = @default;
    }

    [PyField]
    private partial PyValue Awaitable { get; set; }

    [PyField]
    private partial PyValue Default { get; set; }

    [PySlot("am_await")]
    private static PyValue Await(PyThread thread, PyAnextAwaitable self) => self;

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyAnextAwaitable self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyAnextAwaitable self)
    {
        var iterator = Awaiting.GetIterator(thread, self.Awaitable, 0);
        return iterator.IsMissing ? default : self.Answer(thread, Operators.TryNextOrStop(thread, iterator));
    }

    [PyMethod("send($self, value, /)", Doc = "Go on with the iterator.")]
    private static PyValue Send(PyThread thread, PyAnextAwaitable self, PyValue value) =>
        self.Forward(thread, "send", value);

    [PyMethod("throw($self, type, value=None, traceback=None, /)", Doc = "Raise an exception in the iterator.")]
    private static PyValue Throw(PyThread thread, PyAnextAwaitable self, PyValue type, PyValue value, PyValue traceback) =>
        self.Forward(thread, "throw", type, value, traceback);

    [PyMethod("close($self, /)", Doc = "Close the iterator.")]
    private static PyValue Close(PyThread thread, PyAnextAwaitable self) => self.Forward(thread, "close");

    private PyValue Forward(PyThread thread, string method, params ReadOnlySpan<PyValue> arguments)
    {
        var iterator = Awaiting.GetIterator(thread, Awaitable, 0);
        if (iterator.IsMissing)
            return default;
        var function = Operators.TryGetAttribute(thread, iterator, PyStr.Intern(method));
        return function.IsMissing ? default : Answer(thread, thread.Invoke(function, arguments, null));
    }

    private PyValue Answer(PyThread thread, PyValue result)
    {
        if (!result.IsMissing || thread.Pending?.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration) is not true)
            return result;
        thread.ClearPending();
        return thread.Raise(Raise.StopIteration(Default));
    }
}
