using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>The _sre module: patterns that Lib/re has compiled, and how they are applied.</summary>
[PyModule("_sre", Doc = "The regular expression engine.")]
internal static partial class SreModule
{
    [PyConstant("MAGIC")]
    private const long Magic = 20230612;

    [PyConstant("CODESIZE")]
    private const long CodeSize = 4;

    [PyConstant("MAXREPEAT")]
    private const long MaximumRepeat = uint.MaxValue;

    [PyConstant("MAXGROUPS")]
    private const long MaximumGroups = 1073741823;

    [PyConstant("copyright")]
    private const string Notice = " Keelback's engine for the code of Lib/re ";

    [PyFunction("getcodesize()", Doc = "Return the size of an item of code in bytes.")]
    private static long GetCodeSize() => CodeSize;

    [PyFunction("ascii_iscased(character, /)", Doc = "Tell whether an ASCII letter has two cases.")]
    private static bool AsciiIsCased(int character) =>
        SreCharacters.AsciiLower(character) != character || SreCharacters.AsciiUpper(character) != character;

    [PyFunction("unicode_iscased(character, /)", Doc = "Tell whether a character has two cases.")]
    private static bool UnicodeIsCased(int character) =>
        SreCharacters.UnicodeLower(character) != character || SreCharacters.UnicodeUpper(character) != character;

    [PyFunction("ascii_tolower(character, /)", Doc = "Return the lower case of an ASCII letter.")]
    private static long AsciiToLower(int character) => SreCharacters.AsciiLower(character);

    [PyFunction("unicode_tolower(character, /)", Doc = "Return the lower case of a character.")]
    private static long UnicodeToLower(int character) => SreCharacters.UnicodeLower(character);

    [PyFunction("compile(pattern, flags, code, groups, groupindex, indexgroup)", Doc = "Make a pattern of its code.")]
    private static PyValue Compile(
        PyThread thread, PyValue pattern, int flags, PyList code, int groups, PyDict groupindex, PyTuple indexgroup)
    {
        var items = new int[code.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = Operators.ToInt64(thread, code.Items[i]);
            if (item is < 0 or > uint.MaxValue)
                throw Raise.OverflowError("regular expression code size limit exceeded");
            items[i] = unchecked((int)(uint)item);
        }

        if (groups is < 0 or > (int)MaximumGroups || items.Length == 0)
            throw Raise.RuntimeError("invalid SRE code");
        return new PyPattern(pattern, flags, new SreProgram(items, groups), groups, groupindex, indexgroup);
    }

    [PyFunction("template(pattern, template, /)", Doc = "Make a replacement of its parts: texts and numbers of groups in turn.")]
    private static PyValue Template(PyThread thread, PyPattern pattern, PyList template)
    {
        if (template.Count % 2 == 0)
            throw Raise.TypeError("invalid template");
        var groups = new int[template.Count / 2];
        var texts = new PyValue[(template.Count / 2) + 1];
        for (var i = 0; i < template.Count; i++)
        {
            if (i % 2 == 0)
                texts[i / 2] = template.Items[i];
            else
                groups[i / 2] = (int)Operators.ToInt64(thread, template.Items[i]);
        }

        foreach (var group in groups)
        {
            if (group < 0)
                throw Raise.TypeError("invalid template");
        }

        return new PyTemplate(texts, groups);
    }
}

/// <summary>A replacement that has been taken apart.</summary>
[PyType("_sre.SRE_Template", Doc = "A parsed replacement.", Flags = TypeFlags.NoInstantiation)]
internal sealed partial class PyTemplate : PyObject
{
    private readonly int[] _groups;

    public PyTemplate(PyValue[] texts, int[] groups)
        : base(TypeObject)
    {
        Texts = texts;
        _groups = groups;
    }

    /// <summary>Whether it is the same for all matches.</summary>
    public bool IsLiteral => _groups.Length == 0;

    /// <summary>The text of a replacement without groups.</summary>
    public PyValue Literal => Texts[0];

    [PyField]
    private partial PyValue[] Texts { get; set; }

    /// <summary>The replacement for a match.</summary>
    public PyValue Expand(PyThread thread, PyMatch match)
    {
        var pieces = new List<PyValue> { Texts[0] };
        for (var i = 0; i < _groups.Length; i++)
        {
            if (_groups[i] > match.Pattern.Groups)
                throw Raise.IndexError("no such group");
            var group = match.Group(_groups[i], default);
            if (!group.IsMissing)
                pieces.Add(group);
            pieces.Add(Texts[i + 1]);
        }

        return match.Subject.Join(thread, pieces);
    }
}
