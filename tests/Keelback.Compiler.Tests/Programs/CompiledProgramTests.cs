using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Programs;

/// <summary>
/// Whole programs from source to code objects, compared with what CPython 3.14 makes of them, byte for byte. The
/// expectations are recorded by record/record_programs.py.
/// </summary>
public sealed class CompiledProgramTests
{
    public static TheoryData<string> Names => SourcePrograms.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_is_the_reference_s(string program)
    {
        var expected = File.ReadLines(SourcePrograms.PathOf("Programs", "data", program + ".jsonl")).ToList();
        var tree = SourcePrograms.ParseProgram(program);
        var actual = new List<Dictionary<string, object>>();
        foreach (var level in (int[])[0, 2])
        {
            var options = new CompilerOptions { FileName = program + ".py", OptimizationLevel = level };
            var result = PythonCompiler.Compile(tree, options);
            Assert.True(result.Code is not null, result.Error?.Message);
            Describe(result.Code, level, actual);
        }

        foreach (var (line, row) in expected.Zip(actual))
            AssertSame(line, row);
        Assert.Equal(expected.Count, actual.Count);
    }

    private static void AssertSame(string expected, Dictionary<string, object> actual)
    {
        using var document = JsonDocument.Parse(expected);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            var place = $"{actual["qualname"]}, {property.Name}: ";
            Assert.Equal(place + property.Value.GetRawText(), place + Json(actual[property.Name]));
        }
    }

    /// <summary>Writes as Python's json module does.</summary>
    private static string Json(object value) => value switch
    {
        string text => Quote(text),
        IEnumerable<string> texts => "[" + string.Join(", ", texts.Select(Quote)) + "]",
        IEnumerable<int> numbers => "[" + string.Join(", ", numbers) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~')
                quoted.Append(character);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return quoted.Append('"').ToString();
    }

    private static void Describe(CodeObject code, int level, List<Dictionary<string, object>> rows)
    {
        rows.Add(new Dictionary<string, object>
        {
            ["level"] = level,
            ["qualname"] = code.QualifiedName,
            ["name"] = code.Name,
            ["firstlineno"] = code.FirstLineNumber,
            ["argcounts"] = (int[])[code.ArgCount, code.PosOnlyArgCount, code.KwOnlyArgCount],
            ["stacksize"] = code.StackSize,
            ["flags"] = (int)code.Flags,
            ["names"] = code.Names,
            ["varnames"] = code.VarNames,
            ["freevars"] = code.FreeVars,
            ["cellvars"] = code.CellVars,
            ["consts"] = code.Constants.Select(ConstantText),
            ["code"] = Hex(code.Code),
            ["exceptiontable"] = Hex(code.ExceptionTable),
            ["linetable"] = Hex(code.LineTable),
        });
        foreach (var inner in code.Constants.OfType<CodeObject>())
            Describe(inner, level, rows);
    }

    private static string Hex(ImmutableArray<byte> bytes) => Convert.ToHexStringLower(bytes.AsSpan());

    private static string ConstantText(Constant constant) => constant switch
    {
        CodeObject code => "code:" + code.QualifiedName,
        Constant.Tuple tuple => "tuple:(" + string.Join(", ", tuple.Items.Select(ConstantText)) + ")",
        Constant.FrozenSet set => "frozenset:{"
            + string.Join(", ", set.Items.Select(ConstantText).Order(StringComparer.Ordinal)) + "}",
        Constant.Slice slice => "slice:slice("
            + string.Join(", ", ((Constant[])[slice.Start, slice.Stop, slice.Step]).Select(ConstantRepr.Repr)) + ")",
        Constant.None => "NoneType:None",
        _ => constant.GetType().Name.ToLowerInvariant() + ":" + Ascii(ConstantRepr.Repr(constant)),
    };

    /// <summary>What Python's ascii() makes of a repr.</summary>
    private static string Ascii(string repr)
    {
        var text = new StringBuilder();
        for (var i = 0; i < repr.Length; i++)
        {
            if (char.IsAscii(repr[i]))
            {
                text.Append(repr[i]);
            }
            else if (char.IsHighSurrogate(repr[i]) && i + 1 < repr.Length && char.IsLowSurrogate(repr[i + 1]))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(repr[i], repr[i + 1]):x8}");
                i++;
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{(repr[i] < 0x100 ? "\\x" : "\\u")}{Convert.ToString(repr[i], 16)}");
            }
        }

        return text.ToString();
    }
}
