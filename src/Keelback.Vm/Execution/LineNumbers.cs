using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>Where in the source an instruction stands.</summary>
internal static class LineNumbers
{
    /// <summary>The line, from 1, of an instruction; 0 where it has none.</summary>
    public static int At(ExecutableCode code, int instruction) => Math.Max(0, SpanAt(code, instruction).Line);

    /// <summary>The offset of an instruction in the portable code, in bytes: f_lasti; -1 before the first.</summary>
    public static int OffsetAt(ExecutableCode code, int instruction) =>
        instruction < 0 ? -1 : code.Offsets[Math.Min(instruction, code.Offsets.Length - 1)];

    /// <summary>The lines and columns of an instruction.</summary>
    public static SourceSpan SpanAt(ExecutableCode code, int instruction)
    {
        if (instruction < 0)
            return new SourceSpan(code.Code.Portable.FirstLineNumber, -1, -1, -1);
        var offset = code.Offsets[Math.Min(instruction, code.Offsets.Length - 1)];
        return LocationTable.Find(code.Code.Portable, offset);
    }
}
