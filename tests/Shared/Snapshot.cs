using System.Runtime.CompilerServices;

namespace Keelback.Testing;

/// <summary>
/// Compares text with a file beside the test, by Verify's conventions: CLASS.METHOD.NAME.verified.txt is what was
/// accepted, *.received.txt what came instead. UPDATE_SNAPSHOTS=1 accepts what comes.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails the test where the text differs from the accepted one.</summary>
    public static void Match(
        string text, string name = "", [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(file)!,
            $"{Path.GetFileNameWithoutExtension(file)}.{member}{(name.Length > 0 ? "." + name : "")}");
        var verified = stem + ".verified.txt";
        var received = stem + ".received.txt";
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, text);
            File.Delete(received);
            return;
        }

        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(
            $"{Path.GetFileName(received)} differs from what was accepted; compare the two and, if the new one is right, "
            + "run the tests with UPDATE_SNAPSHOTS=1.");
    }
}
