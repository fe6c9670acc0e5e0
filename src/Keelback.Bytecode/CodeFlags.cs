namespace Keelback.Bytecode;

/// <summary>CPython's CO_* flags of a code object, with its numbers.</summary>
[Flags]
public enum CodeFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Local variables stand in the frame, not in a dict: every function.</summary>
    Optimized = 0x1,

    /// <summary>Each call gets a new local namespace.</summary>
    NewLocals = 0x2,

    /// <summary>There is a *args parameter.</summary>
    VarArgs = 0x4,

    /// <summary>There is a **kwargs parameter.</summary>
    VarKeywords = 0x8,

    /// <summary>The code is nested in a function.</summary>
    Nested = 0x10,

    /// <summary>A call makes a generator.</summary>
    Generator = 0x20,

    /// <summary>Neither cells nor free variables; no longer set.</summary>
    NoFree = 0x40,

    /// <summary>A call makes a coroutine: async def.</summary>
    Coroutine = 0x80,

    /// <summary>A generator that types.coroutine made awaitable.</summary>
    IterableCoroutine = 0x100,

    /// <summary>A call makes an asynchronous generator.</summary>
    AsyncGenerator = 0x200,

    /// <summary>from __future__ import division.</summary>
    FutureDivision = 0x20000,

    /// <summary>from __future__ import absolute_import.</summary>
    FutureAbsoluteImport = 0x40000,

    /// <summary>from __future__ import with_statement.</summary>
    FutureWithStatement = 0x80000,

    /// <summary>from __future__ import print_function.</summary>
    FuturePrintFunction = 0x100000,

    /// <summary>from __future__ import unicode_literals.</summary>
    FutureUnicodeLiterals = 0x200000,

    /// <summary>from __future__ import barry_as_FLUFL.</summary>
    FutureBarryAsBdfl = 0x400000,

    /// <summary>from __future__ import generator_stop.</summary>
    FutureGeneratorStop = 0x800000,

    /// <summary>from __future__ import annotations.</summary>
    FutureAnnotations = 0x1000000,

    /// <summary>sys.monitoring sees nothing of this code.</summary>
    NoMonitoringEvents = 0x2000000,

    /// <summary>The first constant is the docstring.</summary>
    HasDocstring = 0x4000000,

    /// <summary>The function was defined in a class body.</summary>
    Method = 0x8000000,
}

/// <summary>CPython's CO_FAST_* bits: what a variable of the frame is. One variable may have several.</summary>
[Flags]
public enum LocalKinds : byte
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>A parameter that takes a positional argument (*args too).</summary>
    PositionalArgument = 0x02,

    /// <summary>A parameter that takes a keyword argument (**kwargs too).</summary>
    KeywordArgument = 0x04,

    /// <summary>*args or **kwargs.</summary>
    VariadicArgument = 0x08,

    /// <summary>A comprehension's variable in a scope that is no function: locals() does not show it.</summary>
    Hidden = 0x10,

    /// <summary>A local variable.</summary>
    Local = 0x20,

    /// <summary>A variable that an inner function uses.</summary>
    Cell = 0x40,

    /// <summary>A variable of an outer function.</summary>
    Free = 0x80,
}
