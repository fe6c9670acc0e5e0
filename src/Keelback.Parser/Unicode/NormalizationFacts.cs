using System.Globalization;

namespace Keelback.Parser;

/// <summary>What nfkc.txt says; the script that writes it says what its lines mean.</summary>
internal sealed class NormalizationFacts
{
    private readonly Dictionary<int, int> _classes = [];

    private NormalizationFacts()
    {
    }

    public Dictionary<int, int[]> Decompositions { get; } = [];

    public Dictionary<(int First, int Second), int> Compositions { get; } = [];

    public static NormalizationFacts Load()
    {
        var facts = new NormalizationFacts();
        using var stream = typeof(NormalizationFacts).Assembly.GetManifestResourceStream("nfkc.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            if (fields[0] == "D")
                facts.Decompositions[Hex(fields[1])] = [.. fields[2..].Select(Hex)];
            else if (fields[0] == "C")
                facts.Compositions[(Hex(fields[1]), Hex(fields[2]))] = Hex(fields[3]);
            else if (fields[0] == "K")
                facts.AddClass(Hex(fields[1]), fields[2]);
        }

        return facts;
    }

    public int ClassOf(int point) => _classes.GetValueOrDefault(point);

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void AddClass(int combining, string ranges)
    {
        foreach (var range in ranges.Split(','))
        {
            var ends = range.Split('-');
            for (var point = Hex(ends[0]); point <= Hex(ends[1]); point++)
                _classes[point] = combining;
        }
    }
}
