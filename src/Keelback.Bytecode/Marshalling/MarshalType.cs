namespace Keelback.Bytecode;

/// <summary>The letters by which marshal tells types, as CPython writes them.</summary>
internal static class MarshalType
{
    public const byte Null = (byte)'0';
    public const byte None = (byte)'N';
    public const byte False = (byte)'F';
    public const byte True = (byte)'T';
    public const byte Ellipsis = (byte)'.';
    public const byte Int = (byte)'i';
    public const byte Int64 = (byte)'I';
    public const byte Long = (byte)'l';
    public const byte FloatText = (byte)'f';
    public const byte Float = (byte)'g';
    public const byte ComplexText = (byte)'x';
    public const byte Complex = (byte)'y';
    public const byte Bytes = (byte)'s';
    public const byte Unicode = (byte)'u';
    public const byte InternedUnicode = (byte)'t';
    public const byte Ascii = (byte)'a';
    public const byte InternedAscii = (byte)'A';
    public const byte ShortAscii = (byte)'z';
    public const byte ShortInternedAscii = (byte)'Z';
    public const byte Tuple = (byte)'(';
    public const byte SmallTuple = (byte)')';
    public const byte FrozenSet = (byte)'>';
    public const byte Slice = (byte)':';
    public const byte Code = (byte)'c';
    public const byte Reference = (byte)'r';

    /// <summary>Set in a type's byte where the object is given a number, for references to it.</summary>
    public const byte ReferenceFlag = 0x80;

    /// <summary>How deep values may nest.</summary>
    public const int MaxDepth = 2000;
}
