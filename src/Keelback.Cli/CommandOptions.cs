namespace Keelback.Cli;

/// <summary>What kind of program the command line names.</summary>
internal enum ProgramKind
{
    Prompt,
    StandardInput,
    File,
    Text,
    Module,
}

/// <summary>The command line of CPython, read: options, then the program, then its arguments.</summary>
/// <seealso href="https://docs.python.org/3/using/cmdline.html"/>
internal sealed class CommandOptions
{
    public ProgramKind Kind { get; private set; } = ProgramKind.Prompt;

    /// <summary>The file, the text or the module.</summary>
    public string Program { get; private set; } = "";

    public IReadOnlyList<string> Arguments { get; private set; } = [""];

    public List<string> WarningOptions { get; } = [];

    public int OptimizationLevel { get; private set; }

    public int Verbose { get; private set; }

    public bool ShowVersion { get; private set; }

    public bool ShowHelp { get; private set; }

    public bool DontWriteBytecode { get; private set; }

    public bool Inspect { get; private set; }

    public bool Isolated { get; private set; }

    public bool IgnoreEnvironment { get; private set; }

    public bool NoUserSite { get; private set; }

    public bool NoSite { get; private set; }

    public bool SafePath { get; private set; }

    public bool Quiet { get; private set; }

    public bool Unbuffered { get; private set; }

    public bool SkipFirstLine { get; private set; }

    /// <summary>What is wrong with the command line; null for nothing.</summary>
    public string? Error { get; private set; }

    public static CommandOptions Parse(string[] args)
    {
        var options = new CommandOptions();
        var i = 0;
        for (; i < args.Length && options.Error is null; i++)
        {
            var arg = args[i];
            if (arg == "-" || !arg.StartsWith('-'))
                break;
            if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                if (arg == "--version")
                    options.ShowVersion = true;
                else if (arg is "--help" or "--help-all")
                    options.ShowHelp = true;
                else if (arg == "--check-hash-based-pycs" && i + 1 < args.Length)
                    i++;
                else
                    options.Error = $"unknown option {arg}";
                continue;
            }

            if (options.ReadLetters(args, ref i))
                return options;
        }

        if (i < args.Length && options.Error is null)
        {
            options.Kind = args[i] == "-" ? ProgramKind.StandardInput : ProgramKind.File;
            options.Program = args[i];
            options.Arguments = args[i..];
        }

        return options;
    }

    // One argument of option letters; true where it names the program, whose arguments follow.
    private bool ReadLetters(string[] args, ref int i)
    {
        var letters = args[i];
        for (var j = 1; j < letters.Length; j++)
        {
            var letter = letters[j];
            if (letter is 'c' or 'm' or 'W' or 'X')
            {
                var value = letters[(j + 1)..];
                if (value.Length == 0)
                {
                    if (++i >= args.Length)
                    {
                        Error = $"Argument expected for the -{letter} option";
                        return true;
                    }

                    value = args[i];
                }

                if (letter == 'W')
                    WarningOptions.Add(value);
                if (letter is 'W' or 'X')
                    return false;
                Kind = letter == 'c' ? ProgramKind.Text : ProgramKind.Module;
                Program = value;
                Arguments = ["-" + letter, .. args[(i + 1)..]];
                return true;
            }

            if (!ReadFlag(letter))
            {
                Error = $"Unknown option: -{letter}";
                return true;
            }
        }

        return false;
    }

    private bool ReadFlag(char letter)
    {
        switch (letter)
        {
            case 'B': DontWriteBytecode = true; break;
            case 'E': IgnoreEnvironment = true; break;
            case 'I': Isolated = IgnoreEnvironment = NoUserSite = SafePath = true; break;
            case 'O': OptimizationLevel = Math.Min(2, OptimizationLevel + 1); break;
            case 'P': SafePath = true; break;
            case 'S': NoSite = true; break;
            case 'V': ShowVersion = true; break;
            case 'h' or '?': ShowHelp = true; break;
            case 'i': Inspect = true; break;
            case 'q': Quiet = true; break;
            case 's': NoUserSite = true; break;
            case 'u': Unbuffered = true; break;
            case 'v': Verbose++; break;
            case 'x': SkipFirstLine = true; break;
            case 'b' or 'd' or 'R': break;
            default: return false;
        }

        return true;
    }
}
