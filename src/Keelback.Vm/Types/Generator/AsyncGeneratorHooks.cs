namespace Keelback.Vm;

/// <summary>The hooks of sys.set_asyncgen_hooks, and how an asynchronous generator's awaitables answer.</summary>
internal sealed class AsyncGeneratorHooks
{
    /// <summary>Called with an asynchronous generator before it first runs; missing for none.</summary>
    public PyValue FirstIteration { get; set; }

    /// <summary>Called with an asynchronous generator that is given up; missing for none.</summary>
    public PyValue Finalizer { get; set; }

    /// <summary>Tells the hook of a generator's first use; false with an exception pending.</summary>
    public static bool Begin(PyThread thread, PyGenerator generator)
    {
        if (generator.HooksCalled)
            return true;
        generator.HooksCalled = true;
        var hook = thread.Interpreter.GetState<AsyncGeneratorHooks>().FirstIteration;
        return hook.IsMissing || !thread.Invoke(hook, [generator], null).IsMissing;
    }

    /// <summary>What an awaitable gives back for what the generator did: a wrapped value ends the await.</summary>
    public static PyValue Answer(PyThread thread, PyGenerator generator, SendStatus status, PyValue result)
    {
        switch (status)
        {
            case SendStatus.Yield when result.Ref is PyAsyncGeneratorValue wrapped:
                generator.IsAwaited = false;
                return thread.Raise(Raise.StopIteration(wrapped.Value));
            case SendStatus.Yield:
                return result;
            case SendStatus.Return:
                generator.IsAwaited = false;
                return thread.Raise(Raise.StopAsyncIteration());
            default:
                generator.IsAwaited = false;
                return default;
        }
    }
}
