using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Constants, local variables and cells.</summary>
internal static unsafe partial class Ops
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadConst(PyThread thread, PyValue constant) => constant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadConstImmortal(PyThread thread, PyValue constant) => constant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadConstMortal(PyThread thread, PyValue constant) => constant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadSmallInt(PyThread thread, int oparg) => PyValue.FromInt(oparg);

    internal static partial PyValue LoadCommonConstant(PyThread thread, int oparg) =>
        thread.Interpreter.CommonConstant((Bytecode.CommonConstant)oparg);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue Copy(PyThread thread, PyValue item) => item;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadFast(PyThread thread, ref PyValue place) => place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadFastBorrow(PyThread thread, ref PyValue place) => place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadFastLoadFast(
        PyThread thread, ref PyValue firstPlace, ref PyValue secondPlace, out PyValue second)
    {
        second = secondPlace;
        return firstPlace;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadFastBorrowLoadFastBorrow(
        PyThread thread, ref PyValue firstPlace, ref PyValue secondPlace, out PyValue second)
    {
        second = secondPlace;
        return firstPlace;
    }

    internal static partial PyValue LoadFastCheck(PyThread thread, ref PyValue place, int oparg) =>
        place.IsMissing ? UnboundLocal(thread, oparg) : place;

    internal static partial PyValue LoadFastAndClear(PyThread thread, ref PyValue place)
    {
        var value = place;
        place = default;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial void StoreFast(PyThread thread, PyValue value, ref PyValue place) => EvalLoop.Store(ref place, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue StoreFastLoadFast(
        PyThread thread, PyValue stored, ref PyValue firstPlace, ref PyValue secondPlace)
    {
        EvalLoop.Store(ref firstPlace, stored);
        return secondPlace;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial void StoreFastStoreFast(
        PyThread thread, PyValue second, PyValue first, ref PyValue firstPlace, ref PyValue secondPlace)
    {
        EvalLoop.Store(ref firstPlace, first);
        EvalLoop.Store(ref secondPlace, second);
    }

    internal static partial bool DeleteFast(PyThread thread, ref PyValue place, int oparg)
    {
        if (place.IsMissing)
            return !UnboundLocal(thread, oparg).IsMissing;
        place = default;
        return true;
    }

    internal static partial bool MakeCell(PyThread thread, ref PyValue place, int oparg)
    {
        place = new PyCell(place);
        return true;
    }

    internal static partial void CopyFreeVars(PyThread thread, int oparg)
    {
        var frame = thread.Frame!;
        frame.Function.Closure!.Items.AsSpan().CopyTo(frame.LocalPlaces[^oparg..]);
    }

    internal static partial PyValue LoadDeref(PyThread thread, ref PyValue place, int oparg)
    {
        var value = Unsafe.As<PyCell>(place.Ref!).Value;
        return value.IsMissing ? UnboundCell(thread, oparg) : value;
    }

    internal static partial void StoreDeref(PyThread thread, PyValue value, ref PyValue place) =>
        Unsafe.As<PyCell>(place.Ref!).Value = value;

    internal static partial bool DeleteDeref(PyThread thread, ref PyValue place, int oparg)
    {
        var cell = Unsafe.As<PyCell>(place.Ref!);
        if (cell.Value.IsMissing)
            return !UnboundCell(thread, oparg).IsMissing;
        cell.Value = default;
        return true;
    }

    internal static partial PyValue LoadFromDictOrDeref(
        PyThread thread, PyValue @namespace, ref PyValue place, int oparg)
    {
        var found = LookUp(thread, @namespace, thread.Frame!.Code.LocalNames[oparg]);
        return found.IsMissing && !thread.HasError ? LoadDeref(thread, ref place, oparg) : found;
    }

    private static PyValue UnboundLocal(PyThread thread, int index)
    {
        var name = thread.Frame!.Code.LocalNames[index].Value;
        return thread.Raise(Raise.UnboundLocalError(
            $"cannot access local variable '{name}' where it is not associated with a value"));
    }

    private static PyValue UnboundCell(PyThread thread, int index)
    {
        var code = thread.Frame!.Code;
        var name = code.LocalNames[index];
        if (index >= code.LocalCount - code.Code.Portable.FreeVars.Length)
        {
            var error = Raise.NameError(
                $"cannot access free variable '{name.Value}' where it is not associated with a value in enclosing scope");
            return thread.Raise(error);
        }

        return UnboundLocal(thread, index);
    }
}
