using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>Replacing and splitting.</summary>
internal sealed partial class PyPattern
{
    private static readonly PyStr s_re = PyStr.Intern("re");
    private static readonly PyStr s_compileTemplate = PyStr.Intern("_compile_template");

    [PyMethod("sub($self, /, repl, string, count=0)", Doc = "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.")]
    private static PyValue Substitute(PyThread thread, PyPattern self, PyValue repl, PyValue @string, long count) =>
        self.Substitute(thread, repl, @string, count, out _);

    [PyMethod("subn($self, /, repl, string, count=0)", Doc = "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.")]
    private static PyValue SubstituteCounting(PyThread thread, PyPattern self, PyValue repl, PyValue @string, long count)
    {
        var result = self.Substitute(thread, repl, @string, count, out var made);
        return PyTuple.From(result, PyValue.FromInt(made));
    }

    [PyMethod("split($self, /, string, maxsplit=0)", Doc = "Split string by the occurrences of pattern.")]
    private static PyValue Split(PyThread thread, PyPattern self, PyValue @string, long maxsplit)
    {
        var subject = self.Prepare(thread, @string, 0, long.MaxValue, out var position, out var end);
        var parts = new PyList();
        var last = 0;
        var mustAdvance = false;
        for (var made = 0L; maxsplit == 0 || made < maxsplit; made++)
        {
            if (subject.Find(thread, self.Program, position, end, SreMode.Search, mustAdvance) is not { } finding)
                break;
            parts.Add(subject.Slice(last, finding.Start));
            for (var group = 0; group < self.Groups; group++)
            {
                var (from, to) = (finding.Marks[2 * group], finding.Marks[(2 * group) + 1]);
                parts.Add(from < 0 || to < from ? PyValue.None : subject.Slice(from, to));
            }

            mustAdvance = finding.End == finding.Start;
            position = finding.End;
            last = finding.End;
        }

        parts.Add(subject.Slice(last, subject.Length));
        return parts;
    }

    /// <summary>The replacement that a template says: a text, or a template with groups.</summary>
    public PyValue CompileTemplate(PyThread thread, PyValue replacement)
    {
        var module = thread.Interpreter.Imports.GetOrLoad(thread, s_re);
        var compiled = thread.CallAttribute(module, s_compileTemplate, this, replacement);
        return compiled.Ref is PyTemplate { IsLiteral: true } template ? template.Literal : compiled;
    }

    private PyValue Substitute(PyThread thread, PyValue replacement, PyValue value, long maximum, out long made)
    {
        var function = default(PyValue);
        var fixedText = replacement;
        PyTemplate? template = null;
        if (Operators.IsCallable(replacement))
        {
            function = replacement;
        }
        else if (MayHoldGroups(thread, replacement))
        {
            var compiled = CompileTemplate(thread, replacement);
            template = compiled.Ref as PyTemplate;
            fixedText = compiled;
        }

        var subject = Prepare(thread, value, 0, long.MaxValue, out var position, out var end);
        var pieces = new List<PyValue>();
        var last = 0;
        var mustAdvance = false;
        for (made = 0; maximum == 0 || made < maximum; made++)
        {
            if (subject.Find(thread, Program, position, end, SreMode.Search, mustAdvance) is not { } finding)
                break;
            if (last < finding.Start)
                pieces.Add(subject.Slice(last, finding.Start));
            var piece = fixedText;
            if (template is not null)
                piece = template.Expand(thread, new PyMatch(this, subject, finding, 0, end));
            else if (!function.IsMissing)
                piece = thread.Call(function, new PyMatch(this, subject, finding, 0, end));
            if (!piece.IsNone)
                pieces.Add(CheckPiece(subject, piece, pieces.Count));
            mustAdvance = finding.End == finding.Start;
            position = finding.End;
            last = finding.End;
        }

        if (made == 0)
            return subject.Slice(0, subject.Length);
        if (last < subject.Length)
            pieces.Add(subject.Slice(last, subject.Length));
        return pieces.Count == 0 ? subject.Slice(0, 0) : subject.Join(thread, pieces);
    }

    private static PyValue CheckPiece(SreSubject subject, PyValue piece, int index)
    {
        if (subject.IsBytes)
        {
            return Operators.HasBuffer(piece)
                ? piece
                : throw Raise.TypeError($"sequence item {index}: expected a bytes-like object, {piece.Type.Name} found");
        }

        return piece.Ref is PyStr text
            ? text.AsExact()
            : throw Raise.TypeError($"sequence item {index}: expected str instance, {piece.Type.Name} found");
    }

    // Without a backslash a replacement stands for itself.
    private static bool MayHoldGroups(PyThread thread, PyValue replacement)
    {
        if (replacement.Ref is PyStr text)
            return text.Value.Contains('\\');
        return !Operators.HasBuffer(replacement) || Operators.ToByteArray(thread, replacement).AsSpan().Contains((byte)'\\');
    }
}
