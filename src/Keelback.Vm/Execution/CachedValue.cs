namespace Keelback.Vm;

/// <summary>A value in an inline cache, whole: inline values have no object of their own to remember.</summary>
internal sealed record CachedValue(PyValue Value);
