using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// Makes the frame of a call to a Python function: sorts positional arguments, keywords and defaults into the
/// parameters' places. Errors are CPython's; see FrameBinding.Errors.cs.
/// </summary>
internal static partial class FrameBinding
{
    /// <summary>
    /// The frame of a call whose arguments lie on the caller's stack: they become the callee's first places without
    /// being copied. Null, with an exception pending, where they do not fit the parameters.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Frame? BindInPlace(PyThread thread, PyFunction function, ref PyValue first, int count)
    {
        var code = function.Code.Executable;
        var caller = thread.Frame!;
        var @base = (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(caller.Stack), ref first)
            / Unsafe.SizeOf<PyValue>());
        if (!code.HasSimpleParameters || code.ArgumentCount != count || @base + code.FrameSize > caller.Stack.Length)
            return Bind(thread, function, MemoryMarshal.CreateReadOnlySpan(ref first, count), null);
        return PushExact(thread, function, code, caller.Stack, @base, count);
    }

    /// <summary>The frame of any call. Null, with an exception pending, where the arguments do not fit.</summary>
    public static Frame? Bind(PyThread thread, PyFunction function, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var code = function.Code.Executable;
        var @base = thread.ReserveStack(code.FrameSize, out var stack);
        if (keywordNames is null && code.HasSimpleParameters && code.ArgumentCount == arguments.Length)
        {
            arguments.CopyTo(stack.AsSpan(@base));
            return PushExact(thread, function, code, stack, @base, arguments.Length);
        }

        var places = stack.AsSpan(@base, code.LocalCount);
        places.Clear();
        if (!FillParameters(thread, function, code, arguments, keywordNames, places))
            return null;
        if (!thread.EnterFrame())
            return null;
        return thread.PushFrame(function, code, stack, @base);
    }

    private static Frame? PushExact(
        PyThread thread, PyFunction function, ExecutableCode code, PyValue[] stack, int @base, int count)
    {
        if (!thread.EnterFrame())
            return null;
        if (code.LocalCount > count)
            stack.AsSpan(@base + count, code.LocalCount - count).Clear();
        return thread.PushFrame(function, code, stack, @base);
    }

    private static bool FillParameters(
        PyThread thread,
        PyFunction function,
        ExecutableCode code,
        ReadOnlySpan<PyValue> arguments,
        PyTuple? keywordNames,
        Span<PyValue> places)
    {
        var portable = code.Code.Portable;
        var keywordCount = keywordNames?.Count ?? 0;
        var positional = arguments[..(arguments.Length - keywordCount)];
        var parameters = portable.ArgCount + portable.KwOnlyArgCount;
        var taken = Math.Min(positional.Length, portable.ArgCount);
        positional[..taken].CopyTo(places);

        var collects = (portable.Flags & CodeFlags.VarArgs) != 0;
        if (collects)
            places[parameters] = PyTuple.From(positional[taken..]);

        PyDict? rest = null;
        if ((portable.Flags & CodeFlags.VarKeywords) != 0)
        {
            rest = new PyDict();
            places[parameters + (collects ? 1 : 0)] = rest;
        }

        if (keywordNames is not null
            && !PlaceKeywords(thread, function, keywordNames, arguments[positional.Length..], places, rest))
        {
            return false;
        }

        if (positional.Length > portable.ArgCount && !collects)
            return thread.Raise(TooManyPositional(function, positional.Length, places)).IsTrue;
        return PlaceDefaults(thread, function, portable, positional.Length, places);
    }

    private static bool PlaceKeywords(
        PyThread thread,
        PyFunction function,
        PyTuple names,
        ReadOnlySpan<PyValue> values,
        Span<PyValue> places,
        PyDict? rest)
    {
        var code = function.Code.Executable;
        var portable = code.Code.Portable;
        var parameters = portable.ArgCount + portable.KwOnlyArgCount;
        for (var i = 0; i < values.Length; i++)
        {
            if (names[i].Ref is not PyStr name)
                return thread.Raise(Raise.TypeError($"{function.QualifiedName.Value}() keywords must be strings")).IsTrue;
            var index = IndexOfParameter(code.LocalNames.AsSpan(portable.PosOnlyArgCount, parameters - portable.PosOnlyArgCount), name);
            if (index >= 0)
            {
                ref var place = ref places[index + portable.PosOnlyArgCount];
                if (!place.IsMissing)
                {
                    return thread.Raise(Raise.TypeError(
                        $"{function.QualifiedName.Value}() got multiple values for argument '{name.Value}'")).IsTrue;
                }

                place = values[i];
            }
            else if (rest is not null)
            {
                rest.Set(name, values[i]);
            }
            else
            {
                return thread.Raise(UnexpectedKeyword(function, names, name)).IsTrue;
            }
        }

        return true;
    }

    private static bool PlaceDefaults(
        PyThread thread, PyFunction function, CodeObject portable, int given, Span<PyValue> places)
    {
        if (given < portable.ArgCount)
        {
            var defaults = function.Defaults?.Items ?? [];
            var firstDefault = portable.ArgCount - defaults.Length;
            for (var i = given; i < firstDefault; i++)
            {
                if (places[i].IsMissing)
                    return thread.Raise(MissingPositional(function, Math.Max(0, firstDefault), places)).IsTrue;
            }

            for (var i = Math.Max(given, firstDefault); i < portable.ArgCount; i++)
            {
                if (places[i].IsMissing)
                    places[i] = defaults[i - firstDefault];
            }
        }

        var isComplete = true;
        for (var i = portable.ArgCount; i < portable.ArgCount + portable.KwOnlyArgCount; i++)
        {
            if (!places[i].IsMissing)
                continue;
            if (function.KeywordDefaults is { } defaults && defaults.TryGetValue(function.Code.Executable.LocalNames[i], out var value))
                places[i] = value;
            else
                isComplete = false;
        }

        return isComplete || thread.Raise(MissingKeywordOnly(function, places)).IsTrue;
    }

    private static int IndexOfParameter(ReadOnlySpan<PyStr> names, PyStr name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name))
                return i;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].TextEquals(name))
                return i;
        }

        return -1;
    }
}
