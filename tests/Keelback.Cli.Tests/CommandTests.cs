using System.Diagnostics;
using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Cli.Tests;

/// <summary>The command's ways of taking a program and of ending, against what CPython 3.14 did (commands/record.py).</summary>
public sealed class CommandTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "Keelback.Cli.Tests", "commands");
    private static readonly Dictionary<string, JsonElement> s_cases = Read("cases.json");
    private static readonly Dictionary<string, JsonElement> s_expected = Read("expected.json");

    public static TheoryData<string> Names => new(s_cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_command_does_as_the_reference(string name)
    {
        var @case = s_cases[name];
        var folder = Directory.CreateTempSubdirectory("keelback-").FullName;
        try
        {
            Lay(@case, folder);
            var arguments = @case.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()!);
            var input = @case.TryGetProperty("input", out var text) ? text.GetString()! : "";

            var result = await KeelbackProcess.RunAsync(folder, arguments, input);

            var actual = Shown(result.ExitCode, Clean(result.Output, folder), CheckedError(@case, Clean(result.Error, folder)));
            var recorded = s_expected[name];
            var expected = Shown(recorded.GetProperty("exit").GetInt32(), recorded.GetProperty("output").GetString()!,
                recorded.GetProperty("error").GetString()!);
            if (TextDifference.Between(expected, actual) is { } difference)
                Assert.Fail(difference);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("while True:\n    pass")]
    [InlineData("import itertools\nfor n in itertools.count():\n    n * n")]
    [InlineData("def f():\n    try:\n        while True:\n            [n for n in range(100)]\n    finally:\n        print('cleaned')\nf()")]
    public async Task An_interrupt_ends_a_loop_with_KeyboardInterrupt(string loop)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = KeelbackProcess.Start(Path.GetTempPath(), ["-c", "print('ready', flush=True)\n" + loop]);
        var error = process.StandardError.ReadToEndAsync();
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        await Task.Delay(200);

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail("The loop went on.");
        }

        Assert.Equal(130, process.ExitCode);
        Assert.EndsWith("\nKeyboardInterrupt\n", await error, StringComparison.Ordinal);
        Assert.Equal(loop.Contains("cleaned", StringComparison.Ordinal), (await process.StandardOutput.ReadToEndAsync()).Contains("cleaned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupt_can_be_caught()
    {
        const string program = "try:\n    print('ready', flush=True)\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')\n";
        if (OperatingSystem.IsWindows())
            return;
        using var process = KeelbackProcess.Start(Path.GetTempPath(), ["-c", program]);
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.Equal("caught\n", await process.StandardOutput.ReadToEndAsync());
        Assert.Equal(0, process.ExitCode);
    }

    private static Dictionary<string, JsonElement> Read(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(s_folder, name)))!;

    private static void Lay(JsonElement @case, string folder)
    {
        if (@case.TryGetProperty("folders", out var folders))
        {
            foreach (var path in folders.EnumerateArray())
                Directory.CreateDirectory(Path.Combine(folder, path.GetString()!));
        }

        if (!@case.TryGetProperty("files", out var files))
            return;
        foreach (var file in files.EnumerateObject())
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Content(file.Value));
        }
    }

    // A file is a text, an object with base64, or a list of texts with how often each is repeated.
    private static byte[] Content(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => System.Text.Encoding.UTF8.GetBytes(value.GetString()!),
        JsonValueKind.Object => value.GetProperty("base64").GetBytesFromBase64(),
        _ => System.Text.Encoding.UTF8.GetBytes(string.Concat(
            value.EnumerateArray().SelectMany(part => Enumerable.Repeat(part[0].GetString()!, part[1].GetInt32())))),
    };

    private static string Clean(string text, string folder) => text
        .Replace(folder, "{folder}", StringComparison.Ordinal)
        .Replace(KeelbackProcess.Program, "{python}", StringComparison.Ordinal);

    private static string CheckedError(JsonElement @case, string error)
    {
        if (!@case.TryGetProperty("error", out var part))
            return error;
        return part.GetString() == "unchecked" ? "" : error.TrimEnd('\n').Split('\n')[^1] + "\n";
    }

    private static string Shown(int exitCode, string output, string error) =>
        $"exit {exitCode}\n-- output\n{output}\n-- error\n{error}";
}
