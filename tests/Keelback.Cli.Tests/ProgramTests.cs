using Keelback.Testing;

namespace Keelback.Cli.Tests;

/// <summary>The programs of tests/programs print what CPython 3.14 printed when record.py was run.</summary>
public sealed class ProgramTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "programs");

    public static TheoryData<string> Programs
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var path in Directory.GetFiles(s_folder, "*.expected.txt").Order(StringComparer.Ordinal))
                names.Add(Path.GetFileName(path).Replace(".expected.txt", "", StringComparison.Ordinal));
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_prints_what_the_reference_prints(string name)
    {
        var result = await KeelbackProcess.RunAsync(s_folder, [name + ".py"]);

        var expected = await File.ReadAllTextAsync(Path.Combine(s_folder, name + ".expected.txt"));
        var actual = (result.Output + result.Error).Replace(s_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        if (TextDifference.Between(expected, actual) is { } difference)
            Assert.Fail(difference);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Every_program_has_a_recorded_output()
    {
        var recorded = ((IEnumerable<object[]>)Programs).Count();
        var programs = Directory.GetFiles(s_folder, "*.py").Count(path => Path.GetFileName(path) != "record.py");

        Assert.Equal(programs, recorded);
        Assert.True(recorded >= 25, $"Only {recorded} programs.");
    }
}
