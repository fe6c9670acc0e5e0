using System.Text;

namespace Keelback.Vm;

/// <summary>Making strs from Python, and what copies and pickles ask for.</summary>
public partial class PyStr
{
    private static partial PyValue New(PyThread thread, PyType cls, PyValue @object, PyValue encoding, PyValue errors)
    {
        var text = MakeText(thread, @object, encoding, errors);
        return ReferenceEquals(cls, TypeObject) ? text : new PyStrSubclass(cls, text);
    }

    private static PyStr MakeText(PyThread thread, PyValue value, PyValue encoding, PyValue errors)
    {
        var encodingName = encoding.IsMissing ? null : Conversions.ToStr(encoding, "str() argument 'encoding'").Value;
        var errorsName = errors.IsMissing ? null : Conversions.ToStr(errors, "str() argument 'errors'").Value;
        if (value.IsMissing)
            return Empty;
        return encodingName is null && errorsName is null
            ? Operators.Str(thread, value)
            : Codecs.DecodeObject(thread, value, encodingName ?? "utf-8", errorsName ?? "strict");
    }

    private static partial PyValue Encode(PyThread thread, PyStr self, string encoding, string errors) =>
        Codecs.Encode(thread, self, encoding, errors);

    // As much as CPython's compact form takes for the same characters.
    private static partial long SizeOf(PyThread thread, PyStr self)
    {
        if (self.IsWide)
            return 56 + (4L * (self._length + 1));
        var chars = self.Chars;
        if (Ascii.IsValid(chars))
            return 40 + self._length + 1;
        return chars.ContainsAnyExceptInRange('\0', '\u00FF') ? 56 + (2L * (self._length + 1)) : 56 + self._length + 1;
    }

    private static partial PyValue GetNewArguments(PyThread thread, PyStr self) => PyTuple.From(self.AsExact());
}
