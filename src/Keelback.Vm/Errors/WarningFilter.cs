namespace Keelback.Vm;

/// <summary>What happens to warnings of a category: an action, as the warnings module names it, in one module or (null) in all.</summary>
internal sealed record WarningFilter(string Action, PyType Category, string? Module);
