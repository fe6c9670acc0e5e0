namespace Keelback.Vm;

/// <summary>The only object of type NoneType.</summary>
internal sealed partial class PyNone : PyObject
{
    public static readonly PyNone Instance = new();

    private PyNone()
        : base(TypeObject)
    {
    }
}
