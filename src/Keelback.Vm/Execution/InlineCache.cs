namespace Keelback.Vm;

/// <summary>What an instruction remembers of the values it met. Which member means what is the family's own affair.</summary>
internal sealed class InlineCache
{
    /// <summary>The version of a type, a function or a dict's keys.</summary>
    public uint Version;

    /// <summary>The version of a second thing that must not have changed.</summary>
    public uint SecondVersion;

    /// <summary>A place: in an instance's values, or among a dict's entries.</summary>
    public int Index;

    /// <summary>What was found: a shape, a method, a function.</summary>
    public object? Target;

    /// <summary>What follows the target where a store makes a new shape.</summary>
    public object? Next;

    /// <summary>How often specialisation failed here, which makes the next try come later.</summary>
    public byte Failures;
}
