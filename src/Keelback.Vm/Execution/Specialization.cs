using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// When an instruction is specialised and when that is undone. What is looked at, and written into the cache, is each
/// family's own method beside its ops.
/// </summary>
internal static partial class Specialization
{
    /// <summary>Runs of a general instruction before specialisation is first tried.</summary>
    public const ushort WarmUp = 2;

    // Misses that a specialised form may have before the general one comes back.
    private const ushort MissesAllowed = 64;

    // Runs of the general form after its specialised form was undone.
    private const ushort CoolDown = 128;

    /// <summary>Writes the specialised form over an instruction.</summary>
    public static void Apply(ref Instruction instruction, Opcode specialized)
    {
        instruction.Counter = MissesAllowed;
        instruction.Opcode = specialized;
    }

    /// <summary>Nothing fits now: try later, and later each time.</summary>
    public static void Fail(ref Instruction instruction, InlineCache cache)
    {
        cache.Failures = (byte)Math.Min(cache.Failures + 1, 8);
        instruction.Counter = (ushort)(64 << cache.Failures);
    }

    /// <summary>A specialised form met what it is not for.</summary>
    public static void Miss(ref Instruction instruction, Opcode general)
    {
        if (--instruction.Counter != 0)
            return;
        instruction.Opcode = general;
        instruction.Counter = CoolDown;
    }
}
