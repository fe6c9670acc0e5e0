using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The environment of the process.</summary>
internal sealed class SystemEnvironment : IProcessEnvironment
{
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>();
            foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
                variables[(string)entry.Key] = (string?)entry.Value ?? "";
            return variables;
        }
    }

    public string CurrentDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    public int ProcessId => Environment.ProcessId;

    public void SetVariable(string name, string? value) => Environment.SetEnvironmentVariable(name, value);
}
