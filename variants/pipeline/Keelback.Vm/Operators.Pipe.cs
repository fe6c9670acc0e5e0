namespace Keelback.Vm;

internal static unsafe partial class Operators
{
    private static partial PyValue CallWithLeft(PyThread thread, PyValue left, PyValue right) => thread.Call(right, left);
}
