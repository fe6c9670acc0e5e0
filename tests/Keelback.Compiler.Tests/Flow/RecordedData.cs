using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Testing;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Flow;

/// <summary>Reads what record/ wrote into data/: constants, sequences and units.</summary>
internal static class RecordedData
{
    /// <summary>The lines of a file of JSON lines.</summary>
    public static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(Repository.PathOf("tests", "Keelback.Compiler.Tests", "Flow", "data", file))
            .Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>The constant that record/constants.py wrote.</summary>
    public static Constant Constant(JsonElement row) => row[0].GetString() switch
    {
        "n" => Text.Constant.None.Value,
        "e" => Text.Constant.Ellipsis.Value,
        "b" => new Constant.Bool(row[1].GetBoolean()),
        "i" => new Constant.Int(BigInteger.Parse(row[1].GetString()!, CultureInfo.InvariantCulture)),
        "f" => new Constant.Float(Double(row[1])),
        "c" => new Constant.Complex(Double(row[1]), Double(row[2])),
        "s" => new Constant.Str(row[1].GetString()!),
        "r" => new Constant.Str(new string(row[1].GetString()![0], row[2].GetInt32())),
        "p" => CodePointText.FromCodePoints([.. row[1].EnumerateArray().Select(point => point.GetInt32())]),
        "y" => new Constant.Bytes([.. Convert.FromHexString(row[1].GetString()!)]),
        "t" => new Constant.Tuple(Constants(row[1])),
        "z" => new Constant.FrozenSet(Constants(row[1])),
        "l" => new Constant.Slice(Constant(row[1]), Constant(row[2]), Constant(row[3])),
        _ => new CodeObject { QualifiedName = row[1].GetString()!, FirstLineNumber = row[2].GetInt32() },
    };

    /// <summary>A list of them.</summary>
    public static ImmutableArray<Constant> Constants(JsonElement rows) => [.. rows.EnumerateArray().Select(Constant)];

    /// <summary>A list of strings.</summary>
    public static IEnumerable<string> Strings(JsonElement row) => row.EnumerateArray().Select(item => item.GetString()!);

    /// <summary>The sequence of a unit; targets are recorded as positions.</summary>
    public static InstructionSequence Sequence(JsonElement rows)
    {
        var sequence = new InstructionSequence();
        var labels = rows.EnumerateArray().Select(_ => sequence.NewLabel()).ToList();
        foreach (var row in rows.EnumerateArray())
        {
            var opcode = (Opcode)row[0].GetInt32();
            var span = new SourceSpan(row[2].GetInt32(), row[4].GetInt32(), row[3].GetInt32(), row[5].GetInt32());
            sequence.UseLabel(labels[sequence.Count]);
            if (OpcodeClass.HasTarget(opcode))
                sequence.AddJump(opcode, labels[row[1].GetInt32()], span);
            else
                sequence.Add(opcode, row[1].GetInt32(), span);
        }

        return sequence;
    }

    /// <summary>What is recorded of a unit beside its instructions.</summary>
    public static UnitMetadata Unit(JsonElement row)
    {
        var isWhole = row.TryGetProperty("args", out var args);
        var unit = new UnitMetadata
        {
            Name = "unit",
            QualifiedName = row.GetProperty("name").GetString()!,
            FirstLineNumber = isWhole ? row.GetProperty("line").GetInt32() : 1,
            ArgCount = isWhole ? args[0].GetInt32() : 0,
            PosOnlyArgCount = isWhole ? args[1].GetInt32() : 0,
            KwOnlyArgCount = isWhole ? args[2].GetInt32() : 0,
        };
        foreach (var constant in Constants(row.GetProperty("constants")))
            unit.Constants.GetOrAdd(constant);
        Fill(unit.VarNames, row, "varnames");
        Fill(unit.Names, row, "names");
        Fill(unit.CellVars, row, "cellvars");
        Fill(unit.FreeVars, row, "freevars");
        return unit;
    }

    private static void Fill(OrderedTable<string> table, JsonElement row, string property)
    {
        if (!row.TryGetProperty(property, out var names))
            return;
        foreach (var name in Strings(names))
            table.GetOrAdd(name);
    }

    private static double Double(JsonElement bits) =>
        BitConverter.Int64BitsToDouble(Convert.ToInt64(bits.GetString(), 16));
}
