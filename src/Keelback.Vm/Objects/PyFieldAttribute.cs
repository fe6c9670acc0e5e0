namespace Keelback.Vm;

/// <summary>
/// Marks a partial property as a reference from its object to another. The backing field and the traversal are
/// generated, so that no reference can be forgotten; a plain field in its place is error KB0650.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PyFieldAttribute : Attribute;
