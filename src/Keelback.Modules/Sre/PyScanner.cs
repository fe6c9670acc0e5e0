using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>Applies a pattern again and again, each time behind the last match.</summary>
[PyType("_sre.SRE_Scanner", Doc = "Applies a pattern again and again.", Flags = TypeFlags.NoInstantiation)]
internal sealed partial class PyScanner : PyObject
{
    private readonly SreSubject _subject;
    private readonly int _start;
    private readonly int _end;
    private int _position;
    private bool _mustAdvance;
    private bool _isDone;

    public PyScanner(PyThread thread, PyPattern pattern, PyValue value, long position, long endPosition)
        : base(TypeObject)
    {
        Pattern = pattern;
        _subject = pattern.Prepare(thread, value, position, endPosition, out _start, out _end);
        _position = _start;
    }

    [PyField]
    private partial PyPattern Pattern { get; set; }

    /// <summary>The next match; missing where there is none.</summary>
    public PyValue Next(PyThread thread, SreMode mode)
    {
        if (_isDone)
            return default;
        var finding = _subject.Find(thread, Pattern.Program, _position, _end, mode, _mustAdvance);
        if (finding is null)
        {
            _isDone = true;
            return default;
        }

        _mustAdvance = finding.End == finding.Start;
        _position = finding.End;
        return new PyMatch(Pattern, _subject, finding, _start, _end);
    }

    [PyMethod("match($self, /)", Doc = "Match where the last match has ended.")]
    private static PyValue Match(PyThread thread, PyScanner self) => self.Next(thread, SreMode.Match).OrNone();

    [PyMethod("search($self, /)", Doc = "Find the next match.")]
    private static PyValue Search(PyThread thread, PyScanner self) => self.Next(thread, SreMode.Search).OrNone();

    [PyGetter("pattern", Member = true)]
    private static PyValue GetPattern(PyThread thread, PyScanner self) => self.Pattern;
}

/// <summary>The iterator that finditer() returns.</summary>
[PyType("builtins.callable_iterator", Doc = "The matches of a pattern.", Flags = TypeFlags.NoInstantiation)]
internal sealed partial class PyMatchIterator : PyObject
{
    public PyMatchIterator(PyScanner scanner)
        : base(TypeObject)
    {
        Scanner = scanner;
    }

    [PyField]
    private partial PyScanner Scanner { get; set; }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyMatchIterator self) => self.Scanner.Next(thread, SreMode.Search);
}
