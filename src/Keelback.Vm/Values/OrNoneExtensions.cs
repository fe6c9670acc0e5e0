namespace Keelback.Vm;

/// <summary>None for what is not there.</summary>
internal static class OrNoneExtensions
{
    /// <summary>The value, or None where it is missing.</summary>
    public static PyValue OrNone(this PyValue value) => value.IsMissing ? PyValue.None : value;

    /// <summary>The object, or None for null.</summary>
    public static PyValue OrNone(this PyObject? value) => value is null ? PyValue.None : value;
}
