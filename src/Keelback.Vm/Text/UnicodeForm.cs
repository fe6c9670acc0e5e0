namespace Keelback.Vm;

/// <summary>One of the encodings that have all of Unicode: the size of its units in bits, and their order of bytes.</summary>
internal readonly record struct UnicodeForm(int Size, bool IsBigEndian)
{
    /// <summary>The bytes that a surrogate takes.</summary>
    public int UnitSize => Size == 8 ? 3 : Size / 8;

    /// <summary>The form that a name means, in any of its spellings; one of size 0 for any other encoding.</summary>
    public static UnicodeForm Of(string encoding) => Codecs.Normalize(encoding) switch
    {
        "utf_8" or "utf8" or "cp65001" => new(8, false),
        "utf_16" or "utf16" => new(16, !BitConverter.IsLittleEndian),
        "utf_16_le" or "utf_16le" or "utf16_le" or "utf16le" => new(16, false),
        "utf_16_be" or "utf_16be" or "utf16_be" or "utf16be" => new(16, true),
        "utf_32" or "utf32" => new(32, !BitConverter.IsLittleEndian),
        "utf_32_le" or "utf_32le" or "utf32_le" or "utf32le" => new(32, false),
        "utf_32_be" or "utf_32be" or "utf32_be" or "utf32be" => new(32, true),
        _ => default,
    };

    /// <summary>Appends a code point of the basic plane as one unit, surrogate or not.</summary>
    public void AppendUnit(ByteBuilder target, int unit)
    {
        switch (Size)
        {
            case 8:
                target.Append((byte)(0xE0 | (unit >> 12)));
                target.Append((byte)(0x80 | ((unit >> 6) & 0x3F)));
                target.Append((byte)(0x80 | (unit & 0x3F)));
                break;
            case 16 when IsBigEndian:
                target.Append((byte)(unit >> 8));
                target.Append((byte)unit);
                break;
            case 16:
                target.Append((byte)unit);
                target.Append((byte)(unit >> 8));
                break;
            default:
                for (var i = 0; i < 4; i++)
                    target.Append((byte)(unit >> (IsBigEndian ? 24 - (8 * i) : 8 * i)));
                break;
        }
    }

    /// <summary>Reads one unit (three bytes of UTF-8); -1 where the bytes are none.</summary>
    public int ReadUnit(ReadOnlySpan<byte> bytes)
    {
        switch (Size)
        {
            case 8:
                return (bytes[0] & 0xF0) == 0xE0 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80
                    ? ((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)
                    : -1;
            case 16:
                return IsBigEndian ? (bytes[0] << 8) | bytes[1] : bytes[0] | (bytes[1] << 8);
            default:
                var unit = IsBigEndian
                    ? System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes)
                    : System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
                return unit <= 0x10FFFF ? (int)unit : -1;
        }
    }
}
