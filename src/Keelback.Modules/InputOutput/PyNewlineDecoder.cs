using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A decoder around another that looks after the ends of lines.</summary>
[PyType("_io.IncrementalNewlineDecoder", Doc = "A decoder around another that looks after the ends of lines.", Flags = TypeFlags.HasWeakReferences)]
internal sealed partial class PyNewlineDecoder : PyObject
{
    private static readonly PyStr s_decode = PyStr.Intern("decode");
    private static readonly PyStr s_getState = PyStr.Intern("getstate");
    private static readonly PyStr s_setState = PyStr.Intern("setstate");
    private static readonly PyStr s_reset = PyStr.Intern("reset");

    private NewlineTranslation _newlines = new();

    private PyNewlineDecoder(PyType type)
        : base(type)
    {
        Decoder = PyValue.None;
    }

    [PyField]
    private partial PyValue Decoder { get; set; }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyNewlineDecoder(cls);

    [PyInit("IncrementalNewlineDecoder(decoder, translate, errors='strict')")]
    private static void Initialize(PyThread thread, PyNewlineDecoder self, PyValue decoder, bool translate, PyValue errors)
    {
        self.Decoder = decoder;
        self._newlines = new NewlineTranslation { Translates = translate };
    }

    [PyMethod("decode($self, input, final=False)", Doc = "Decode a piece.")]
    private static PyValue Decode(PyThread thread, PyNewlineDecoder self, PyValue input, bool final)
    {
        var text = self.Decoder.IsNone ? input : thread.CallAttribute(self.Decoder, s_decode, input, PyValue.FromBool(final));
        return text.Ref is PyStr decoded
            ? self._newlines.Translate(decoded, final)
            : throw Raise.TypeError($"decoder should return a string result, not '{text.Type.Name}'");
    }

    [PyMethod("getstate($self, /)", Doc = "Return the state.")]
    private static PyValue GetState(PyThread thread, PyNewlineDecoder self)
    {
        PyValue bytes = PyBytes.Empty;
        long flag = 0;
        if (!self.Decoder.IsNone)
        {
            var state = (PyTuple)thread.CallAttribute(self.Decoder, s_getState).Ref!;
            (bytes, flag) = (state[0], Operators.ToInt64(thread, state[1]));
        }

        return PyTuple.From(bytes, PyValue.FromInt((flag << 1) | (self._newlines.HasPending ? 1L : 0)));
    }

    [PyMethod("setstate($self, state, /)", Doc = "Set the state.")]
    private static void SetState(PyThread thread, PyNewlineDecoder self, PyTuple state)
    {
        var flag = Operators.ToInt64(thread, state[1]);
        self._newlines.HasPending = (flag & 1) != 0;
        if (!self.Decoder.IsNone)
            thread.CallAttribute(self.Decoder, s_setState, PyTuple.From(state[0], PyValue.FromInt(flag >> 1)));
    }

    [PyMethod("reset($self, /)", Doc = "Begin anew.")]
    private static void Reset(PyThread thread, PyNewlineDecoder self)
    {
        self._newlines.HasPending = false;
        self._newlines.Seen = 0;
        if (!self.Decoder.IsNone)
            thread.CallAttribute(self.Decoder, s_reset);
    }

    [PyGetter("newlines", Doc = "The ends of lines seen so far.")]
    private static PyValue GetNewlines(PyThread thread, PyNewlineDecoder self) => self._newlines.SeenValue;
}
