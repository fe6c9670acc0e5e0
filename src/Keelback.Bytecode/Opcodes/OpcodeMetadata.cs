using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Keelback.Bytecode;

/// <summary>
/// What the specification says of the instructions. The tables are generated; this part finds entries and works out
/// what follows from them.
/// </summary>
public static partial class OpcodeMetadata
{
    /// <summary>Instructions up to this number ignore the oparg's byte: opcode.HAVE_ARGUMENT.</summary>
    public const int HaveArgument = 43;

    private static readonly FrozenDictionary<string, OpcodeInfo> s_byName =
        CreateAll().ToFrozenDictionary(info => info.Name, StringComparer.Ordinal);

    private static readonly ImmutableArray<OpcodeInfo?> s_byCode = IndexByCode();

    /// <summary>All instructions, in the order of their numbers.</summary>
    public static ImmutableArray<OpcodeInfo> All { get; } = [.. s_byName.Values.OrderBy(info => info.Opcode)];

    /// <summary>The instruction that has a number, or null.</summary>
    public static OpcodeInfo? Find(Opcode opcode) => (int)opcode < s_byCode.Length ? s_byCode[(int)opcode] : null;

    /// <summary>The instruction that Python knows by a name, or null.</summary>
    public static OpcodeInfo? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The instruction that has a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No instruction has it.</exception>
    public static OpcodeInfo Get(Opcode opcode) =>
        Find(opcode) ?? throw new ArgumentOutOfRangeException(nameof(opcode), opcode, "No instruction has this number.");

    /// <summary>
    /// By how much an instruction changes the stack's depth, as dis.stack_effect says. A pseudo instruction that begins
    /// a block changes it only in the handler, that is where it jumps; without <paramref name="jump"/> the greater
    /// change counts.
    /// </summary>
    public static int StackEffect(Opcode opcode, int oparg, bool? jump = null)
    {
        var effect = Pushed(opcode, oparg) - Popped(opcode, oparg);
        if (!Get(opcode).BeginsBlock)
            return effect;
        return jump switch
        {
            true => effect,
            false => 0,
            null => Math.Max(0, effect),
        };
    }

    /// <summary>The specialised forms of a general one.</summary>
    public static IEnumerable<OpcodeInfo> Family(Opcode opcode) => All.Where(info => info.Specializes == opcode);

    private static ImmutableArray<OpcodeInfo?> IndexByCode()
    {
        var table = new OpcodeInfo?[s_byName.Values.Max(info => (int)info.Opcode) + 1];
        foreach (var info in s_byName.Values)
            table[(int)info.Opcode] = info;
        return [.. table];
    }
}
