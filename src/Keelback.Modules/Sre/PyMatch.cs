using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>A match and its groups.</summary>
[PyType("re.Match", Doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.", Flags = TypeFlags.NoInstantiation | TypeFlags.Final)]
internal sealed partial class PyMatch : PyObject
{
    private readonly SreFinding _finding;
    private readonly int _searchedFrom;
    private readonly int _searchedTo;

    public PyMatch(PyPattern pattern, SreSubject subject, SreFinding finding, int searchedFrom, int searchedTo)
        : base(TypeObject)
    {
        Pattern = pattern;
        Subject = subject;
        Source = subject.Source;
        _finding = finding;
        _searchedFrom = searchedFrom;
        _searchedTo = searchedTo;
    }

    /// <summary>The pattern that matched.</summary>
    [PyField]
    public partial PyPattern Pattern { get; private set; }

    /// <summary>What was matched.</summary>
    public SreSubject Subject { get; }

    [PyField]
    private partial PyValue Source { get; set; }

    /// <summary>The text of a group by number, or another value where it took no part.</summary>
    public PyValue Group(int group, PyValue @default)
    {
        var (start, end) = Span(group);
        return start < 0 ? @default : Subject.Slice(start, end);
    }

    [PySlot("mp_subscript")]
    private static PyValue Subscript(PyThread thread, PyMatch self, PyValue key) =>
        self.Group(self.NumberOf(thread, key), PyValue.None);

    [PyMethod("group($self, /, *args)", Doc = "group([group1, ...]) -> str or tuple.\n\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the entire match.")]
    private static PyValue GetGroup(PyThread thread, PyMatch self, ReadOnlySpan<PyValue> args)
    {
        if (args.Length == 0)
            return self.Group(0, PyValue.None);
        if (args.Length == 1)
            return self.Group(self.NumberOf(thread, args[0]), PyValue.None);
        var items = new PyValue[args.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = self.Group(self.NumberOf(thread, args[i]), PyValue.None);
        return PyTuple.Own(items);
    }

    [PyMethod("groups($self, /, default=None)", Doc = "Return a tuple containing all the subgroups of the match, from 1.")]
    private static PyValue GetGroups(PyThread thread, PyMatch self, PyValue @default)
    {
        var items = new PyValue[self.Pattern.Groups];
        for (var i = 0; i < items.Length; i++)
            items[i] = self.Group(i + 1, @default);
        return PyTuple.Own(items);
    }

    [PyMethod("groupdict($self, /, default=None)", Doc = "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.")]
    private static PyValue GetGroupDict(PyThread thread, PyMatch self, PyValue @default)
    {
        var result = new PyDict();
        var names = self.Pattern.GroupIndex;
        for (var i = 0; i < names.EntryEnd; i++)
        {
            if (!names.EntryAt(i).Key.IsMissing)
                result.Set(thread, names.EntryAt(i).Key, self.Group(self.NumberOf(thread, names.EntryAt(i).Key), @default));
        }

        return result;
    }

    [PyMethod("start($self, group=0, /)", Doc = "Return index of the start of the substring matched by group.")]
    private static long Start(PyThread thread, PyMatch self, PyValue group) => self.Span(self.NumberOf(thread, group)).Start;

    [PyMethod("end($self, group=0, /)", Doc = "Return index of the end of the substring matched by group.")]
    private static long End(PyThread thread, PyMatch self, PyValue group) => self.Span(self.NumberOf(thread, group)).End;

    [PyMethod("span($self, group=0, /)", Doc = "For match object m, return the 2-tuple (m.start(group), m.end(group)).")]
    private static PyValue GetSpan(PyThread thread, PyMatch self, PyValue group) => self.SpanTuple(self.NumberOf(thread, group));

    [PyMethod("expand($self, /, template)", Doc = "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.")]
    private static PyValue Expand(PyThread thread, PyMatch self, PyValue template)
    {
        var compiled = self.Pattern.CompileTemplate(thread, template);
        return compiled.Ref is PyTemplate parts ? parts.Expand(thread, self) : compiled;
    }

    [PyMethod("__copy__($self, /)", Doc = "Return the match itself.")]
    private static PyValue Copy(PyThread thread, PyMatch self) => self;

    [PyMethod("__deepcopy__($self, memo, /)", Doc = "Return the match itself.")]
    private static PyValue DeepCopy(PyThread thread, PyMatch self, PyValue memo) => self;

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "See PEP 585")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PyGetter("lastindex", Doc = "The integer index of the last matched capturing group.")]
    private static PyValue GetLastIndex(PyThread thread, PyMatch self) =>
        self._finding.LastIndex < 0 ? PyValue.None : PyValue.FromInt(self._finding.LastIndex);

    [PyGetter("lastgroup", Doc = "The name of the last matched capturing group.")]
    private static PyValue GetLastGroup(PyThread thread, PyMatch self)
    {
        var index = self._finding.LastIndex;
        return index >= 0 && index < self.Pattern.IndexGroup.Count ? self.Pattern.IndexGroup[index] : PyValue.None;
    }

    [PyGetter("regs", Doc = "The spans of the match and of its groups.")]
    private static PyValue GetRegisters(PyThread thread, PyMatch self)
    {
        var items = new PyValue[self.Pattern.Groups + 1];
        for (var i = 0; i < items.Length; i++)
            items[i] = self.SpanTuple(i);
        return PyTuple.Own(items);
    }

    [PyGetter("string", Doc = "The string passed to match() or search().", Member = true)]
    private static PyValue GetString(PyThread thread, PyMatch self) => self.Source;

    [PyGetter("re", Doc = "The regular expression object.", Member = true)]
    private static PyValue GetPattern(PyThread thread, PyMatch self) => self.Pattern;

    [PyGetter("pos", Doc = "The index into the string at which the RE engine started looking for a match.", Member = true)]
    private static long GetPosition(PyThread thread, PyMatch self) => self._searchedFrom;

    [PyGetter("endpos", Doc = "The index into the string beyond which the RE engine will not go.", Member = true)]
    private static long GetEndPosition(PyThread thread, PyMatch self) => self._searchedTo;

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyMatch self)
    {
        var text = Operators.Repr(thread, self.Group(0, PyValue.None)).Value;
        return PyStr.From($"<re.Match object; span=({self._finding.Start}, {self._finding.End}), match={text}>");
    }

    private (int Start, int End) Span(int group)
    {
        if (group == 0)
            return (_finding.Start, _finding.End);
        var (start, end) = (_finding.Marks[(2 * group) - 2], _finding.Marks[(2 * group) - 1]);
        return start < 0 || end < start ? (-1, -1) : (start, end);
    }

    private PyTuple SpanTuple(int group)
    {
        var (start, end) = Span(group);
        return PyTuple.From(PyValue.FromInt(start), PyValue.FromInt(end));
    }

    // The number of a group that is given by number or name.
    private int NumberOf(PyThread thread, PyValue group)
    {
        var number = -1L;
        if (group.IsSmallInt)
            number = group.Bits;
        else if (group.Ref is not PyStr && Operators.IsIndex(group))
            number = Operators.ToIndex(thread, group, Raise.IndexError);
        else if (Operators.IsHashable(group) && Pattern.GroupIndex.TryGetValue(thread, group, out var named))
            number = Operators.ToInt64(thread, named);
        return number >= 0 && number <= Pattern.Groups ? (int)number : throw Raise.IndexError("no such group");
    }
}
