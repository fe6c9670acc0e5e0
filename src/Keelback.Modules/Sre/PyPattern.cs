using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>A compiled pattern. How it replaces and splits is in PyPattern.Substitution.cs.</summary>
[PyType("re.Pattern", Doc = "Compiled regular expression object.", Flags = TypeFlags.NoInstantiation | TypeFlags.HasWeakReferences | TypeFlags.Final)]
internal sealed partial class PyPattern : PyObject
{
    private const int UnicodeFlag = 32;

    private static readonly (int Flag, string Name)[] s_flagNames =
    [
        (2, "re.IGNORECASE"), (4, "re.LOCALE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (32, "re.UNICODE"),
        (64, "re.VERBOSE"), (128, "re.DEBUG"), (256, "re.ASCII"),
    ];

    private readonly int _flags;
    private readonly bool _isForBytes;

    public PyPattern(PyValue pattern, int flags, SreProgram program, int groups, PyDict groupIndex, PyTuple indexGroup)
        : base(TypeObject)
    {
        Source = pattern;
        _flags = flags;
        _isForBytes = !pattern.IsNone && pattern.Ref is not PyStr;
        Program = program;
        Groups = groups;
        GroupIndex = groupIndex;
        IndexGroup = indexGroup;
    }

    /// <summary>The code.</summary>
    public SreProgram Program { get; }

    /// <summary>The number of groups.</summary>
    public int Groups { get; }

    /// <summary>The groups' names by number.</summary>
    [PyField]
    public partial PyTuple IndexGroup { get; private set; }

    /// <summary>The groups' numbers by name.</summary>
    [PyField]
    public partial PyDict GroupIndex { get; private set; }

    [PyField]
    private partial PyValue Source { get; set; }

    /// <summary>What a call gives to be matched, and between which places.</summary>
    public SreSubject Prepare(PyThread thread, PyValue value, long position, long endPosition, out int start, out int end)
    {
        var subject = SreSubject.Of(thread, value);
        if (subject.IsBytes && !_isForBytes && !Source.IsNone)
            throw Raise.TypeError("cannot use a string pattern on a bytes-like object");
        if (!subject.IsBytes && _isForBytes)
            throw Raise.TypeError("cannot use a bytes pattern on a string-like object");
        start = (int)Math.Clamp(position, 0, subject.Length);
        end = (int)Math.Clamp(endPosition, 0, subject.Length);
        return subject;
    }

    [PyMethod("match($self, /, string, pos=0, endpos=sys.maxsize)", Doc = "Matches zero or more characters at the beginning of the string.")]
    private static PyValue Match(PyThread thread, PyPattern self, PyValue @string, long pos, long endpos) =>
        self.Find(thread, @string, pos, endpos, SreMode.Match);

    [PyMethod("fullmatch($self, /, string, pos=0, endpos=sys.maxsize)", Doc = "Matches against all of the string.")]
    private static PyValue FullMatch(PyThread thread, PyPattern self, PyValue @string, long pos, long endpos) =>
        self.Find(thread, @string, pos, endpos, SreMode.FullMatch);

    [PyMethod("search($self, /, string, pos=0, endpos=sys.maxsize)", Doc = "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.")]
    private static PyValue Search(PyThread thread, PyPattern self, PyValue @string, long pos, long endpos) =>
        self.Find(thread, @string, pos, endpos, SreMode.Search);

    [PyMethod("findall($self, /, string, pos=0, endpos=sys.maxsize)", Doc = "Return a list of all non-overlapping matches of pattern in string.")]
    private static PyValue FindAll(PyThread thread, PyPattern self, PyValue @string, long pos, long endpos)
    {
        var subject = self.Prepare(thread, @string, pos, endpos, out var position, out var end);
        var found = new PyList();
        var mustAdvance = false;
        while (subject.Find(thread, self.Program, position, end, SreMode.Search, mustAdvance) is { } finding)
        {
            found.Add(self.GroupsOf(subject, finding));
            mustAdvance = finding.End == finding.Start;
            position = finding.End;
        }

        return found;
    }

    [PyMethod("finditer($self, /, string, pos=0, endpos=sys.maxsize)", Doc = "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.")]
    private static PyValue FindIterator(PyThread thread, PyPattern self, PyValue @string, long pos, long endpos) =>
        new PyMatchIterator(new PyScanner(thread, self, @string, pos, endpos));

    [PyMethod("scanner($self, /, string, pos=0, endpos=sys.maxsize)", Doc = "Return an object that matches the pattern again and again.")]
    private static PyValue Scanner(PyThread thread, PyPattern self, PyValue @string, long pos, long endpos) =>
        new PyScanner(thread, self, @string, pos, endpos);

    [PyMethod("__copy__($self, /)", Doc = "Return the pattern itself.")]
    private static PyValue Copy(PyThread thread, PyPattern self) => self;

    [PyMethod("__deepcopy__($self, memo, /)", Doc = "Return the pattern itself.")]
    private static PyValue DeepCopy(PyThread thread, PyPattern self, PyValue memo) => self;

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "See PEP 585")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PyGetter("pattern", Doc = "The pattern string from which the RE object was compiled.", Member = true)]
    private static PyValue GetPattern(PyThread thread, PyPattern self) => self.Source;

    [PyGetter("flags", Doc = "The regex matching flags.", Member = true)]
    private static long GetFlags(PyThread thread, PyPattern self) => self._flags;

    [PyGetter("groups", Doc = "The number of capturing groups in the pattern.", Member = true)]
    private static long GetGroups(PyThread thread, PyPattern self) => self.Groups;

    [PyGetter("groupindex", Doc = "A dictionary mapping group names to group numbers.")]
    private static PyValue GetGroupIndex(PyThread thread, PyPattern self) => new PyMappingProxy(self.GroupIndex);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyPattern self)
    {
        // re.UNICODE is what a str pattern has anyway.
        var flags = self._flags;
        if (self.Source.Ref is PyStr && (flags & (4 | UnicodeFlag | 256)) == UnicodeFlag)
            flags &= ~UnicodeFlag;
        var names = new List<string>();
        foreach (var (flag, name) in s_flagNames)
        {
            if ((flags & flag) == 0)
                continue;
            names.Add(name);
            flags &= ~flag;
        }

        if (flags != 0)
            names.Add($"0x{flags:x}");
        var source = Operators.Repr(thread, self.Source);
        var shown = (source.Length > 200 ? source.Substring(0, 200) : source).Value;
        return PyStr.From(names.Count == 0 ? $"re.compile({shown})" : $"re.compile({shown}, {string.Join('|', names)})");
    }

    [PySlot("tp_hash")]
    private static long Hash(PyThread thread, PyPattern self) =>
        Operators.Hash(thread, PyTuple.From(self.Source, PyValue.FromInt(self._flags), PyValue.FromInt(self.Groups)));

    [PySlot("tp_richcompare")]
    private static PyValue RichCompare(PyThread thread, PyPattern self, PyValue right, ComparisonOperator op)
    {
        if (op is not (ComparisonOperator.Eq or ComparisonOperator.Ne) || right.Ref is not PyPattern other)
            return PyNotImplemented.Instance;
        var isEqual = ReferenceEquals(self, other)
            || (self._flags == other._flags && self._isForBytes == other._isForBytes
                && self.Program.Code.AsSpan().SequenceEqual(other.Program.Code) && Operators.Equals(thread, self.Source, other.Source));
        return PyValue.FromBool(isEqual == (op == ComparisonOperator.Eq));
    }

    private PyValue Find(PyThread thread, PyValue value, long position, long endPosition, SreMode mode)
    {
        var subject = Prepare(thread, value, position, endPosition, out var start, out var end);
        return subject.Find(thread, Program, start, end, mode) is { } finding
            ? new PyMatch(this, subject, finding, start, end)
            : PyValue.None;
    }

    // What findall() gives for a match: its text, its only group, or all groups.
    private PyValue GroupsOf(SreSubject subject, SreFinding finding)
    {
        if (Groups == 0)
            return subject.Slice(finding.Start, finding.End);
        if (Groups == 1)
            return GroupOf(subject, finding, 0);
        var items = new PyValue[Groups];
        for (var i = 0; i < items.Length; i++)
            items[i] = GroupOf(subject, finding, i);
        return PyTuple.Own(items);
    }

    private static PyValue GroupOf(SreSubject subject, SreFinding finding, int group)
    {
        var (start, end) = (finding.Marks[2 * group], finding.Marks[(2 * group) + 1]);
        return start < 0 || end < start ? subject.Slice(0, 0) : subject.Slice(start, end);
    }
}
