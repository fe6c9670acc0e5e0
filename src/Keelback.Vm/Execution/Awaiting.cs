using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>What await and async for ask of objects.</summary>
internal static unsafe class Awaiting
{
    /// <summary>The iterator by which to await a value; oparg says where the await stands.</summary>
    public static PyValue GetIterator(PyThread thread, PyValue awaitable, int place)
    {
        if (awaitable.Ref is PyGenerator generator && IsAwaitable(generator))
            return CheckNotAwaited(thread, generator);
        var await = awaitable.Type.Slots.AmAwait;
        if (await == null)
            return thread.Raise(NotAwaitable(awaitable, place));
        var iterator = await(thread, awaitable);
        if (iterator.IsMissing)
            return default;
        if (iterator.Ref is PyGenerator { Kind: GeneratorKind.Coroutine })
            return thread.Raise(Raise.TypeError("__await__() returned a coroutine"));
        if (iterator.Type.Slots.TpIternext == null)
        {
            return thread.Raise(Raise.TypeError(
                $"__await__() returned non-iterator of type '{iterator.Type.Name}'"));
        }

        return iterator;
    }

    /// <summary>The asynchronous iterator over a value.</summary>
    public static PyValue GetAsyncIterator(PyThread thread, PyValue iterable)
    {
        var slot = iterable.Type.Slots.AmAiter;
        if (slot == null)
        {
            return thread.Raise(Raise.TypeError(
                $"'async for' requires an object with __aiter__ method, got {iterable.Type.Name}"));
        }

        var iterator = slot(thread, iterable);
        if (iterator.IsMissing || iterator.Type.Slots.AmAnext != null)
            return iterator;
        return thread.Raise(Raise.TypeError(
            $"'async for' received an object from __aiter__ that does not implement __anext__: {iterator.Type.Name}"));
    }

    /// <summary>The awaitable for an asynchronous iterator's next value.</summary>
    public static PyValue GetNextAwaitable(PyThread thread, PyValue iterator)
    {
        var slot = iterator.Type.Slots.AmAnext;
        if (slot == null)
        {
            return thread.Raise(Raise.TypeError(
                $"'async for' requires an iterator with __anext__ method, got {iterator.Type.Name}"));
        }

        var next = slot(thread, iterator);
        if (next.IsMissing || iterator.Ref is PyGenerator)
            return next;
        var awaited = GetIterator(thread, next, 0);
        if (!awaited.IsMissing || thread.Pending!.Type != ExceptionTypes.TypeError)
            return awaited;
        var cause = thread.TakePending();
        var error = Raise.TypeError(
            $"'async for' received an invalid object from __anext__: {next.Type.Name}");
        error.Value.SetCause(cause);
        return thread.Raise(error);
    }

    private static bool IsAwaitable(PyGenerator generator) => generator.Kind == GeneratorKind.Coroutine
        || (generator.Kind == GeneratorKind.Generator
            && (generator.Function.Code.Portable.Flags & CodeFlags.IterableCoroutine) != 0);

    private static PyValue CheckNotAwaited(PyThread thread, PyGenerator generator) =>
        generator is { Kind: GeneratorKind.Coroutine, State: not GeneratorState.Finished, Delegate.IsMissing: false }
            ? thread.Raise(Raise.RuntimeError("coroutine is being awaited already"))
            : generator;

    private static PyException NotAwaitable(PyValue value, int place) => Raise.TypeError(place switch
    {
        1 => $"'async with' received an object from __aenter__ that does not implement __await__: {value.Type.Name}",
        2 => $"'async with' received an object from __aexit__ that does not implement __await__: {value.Type.Name}",
        _ => $"'{value.Type.Name}' object can't be awaited",
    });
}
