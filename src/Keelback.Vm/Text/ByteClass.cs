namespace Keelback.Vm;

/// <summary>What an ASCII byte is.</summary>
[Flags]
internal enum ByteClass
{
    /// <summary>Nothing that a predicate asks for.</summary>
    None = 0,

    /// <summary>A small letter.</summary>
    Lower = 1,

    /// <summary>A capital.</summary>
    Upper = 2,

    /// <summary>A letter.</summary>
    Letter = Lower | Upper,

    /// <summary>A decimal digit.</summary>
    Digit = 4,

    /// <summary>Whitespace.</summary>
    Space = 8,
}
