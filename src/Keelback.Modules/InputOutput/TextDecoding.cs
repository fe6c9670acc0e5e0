using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>Turns bytes that come in pieces into text and text into bytes; the usual encodings without Python code.</summary>
internal sealed class TextDecoding
{
    private static readonly PyStr s_decode = PyStr.Intern("decode");
    private static readonly PyStr s_encode = PyStr.Intern("encode");
    private static readonly PyStr s_incrementalDecoder = PyStr.Intern("incrementaldecoder");
    private static readonly PyStr s_incrementalEncoder = PyStr.Intern("incrementalencoder");

    private readonly PyTuple _codec;
    private readonly string _errors;
    private readonly Form _form;
    private PyValue _decoder;
    private PyValue _encoder;
    private byte[] _rest = [];

    public TextDecoding(PyThread thread, string encoding, string errors)
    {
        _errors = errors;
        _codec = CodecRegistry.Of(thread).LookupText(thread, encoding, "codecs.open()");
        _form = Vm.Codecs.Normalize(encoding) switch
        {
            "utf_8" or "utf8" => Form.Utf8,
            "ascii" or "us_ascii" => Form.Ascii,
            "latin_1" or "latin1" or "iso_8859_1" or "iso8859_1" => Form.Latin1,
            _ => Form.Other,
        };
    }

    private enum Form
    {
        Utf8,
        Ascii,
        Latin1,
        Other,
    }

    /// <summary>Whether a character's number of bytes can be told from them.</summary>
    public bool IsSimple => _form != Form.Other;

    /// <summary>Whether it is UTF-8.</summary>
    public bool IsUtf8 => _form == Form.Utf8;

    /// <summary>Bytes that wait for the rest of a character.</summary>
    public int Waiting => _rest.Length;

    /// <summary>Shows the objects that it holds.</summary>
    public void Traverse(Gc.ReferenceVisitor visitor)
    {
        visitor.Visit(_codec);
        visitor.Visit(_decoder.Ref);
        visitor.Visit(_encoder.Ref);
    }

    /// <summary>Forgets what waits.</summary>
    public void Reset()
    {
        _rest = [];
        _decoder = default;
        _encoder = default;
    }

    /// <summary>Decodes a piece.</summary>
    public PyStr Decode(PyThread thread, byte[] bytes, bool isFinal)
    {
        switch (_form)
        {
            case Form.Utf8:
                if (_rest.Length > 0)
                    bytes = [.. _rest, .. bytes];
                var text = Vm.Codecs.DecodeUtf8(thread, bytes, _errors, isFinal, out var used);
                _rest = used == bytes.Length ? [] : bytes[used..];
                return text;
            case Form.Ascii:
                return Vm.Codecs.DecodeAscii(thread, bytes, _errors);
            case Form.Latin1:
                return Vm.Codecs.DecodeLatin1(bytes);
            default:
                if (_decoder.IsMissing)
                    _decoder = thread.CallAttribute(_codec, s_incrementalDecoder, PyStr.From(_errors));
                var decoded = thread.CallAttribute(_decoder, s_decode, new PyBytes(bytes), PyValue.FromBool(isFinal));
                return decoded.Ref as PyStr
                    ?? throw Raise.TypeError($"decoder should return a string result, not '{decoded.Type.Name}'");
        }
    }

    /// <summary>Encodes text.</summary>
    public byte[] Encode(PyThread thread, PyStr text)
    {
        switch (_form)
        {
            case Form.Utf8:
                return Vm.Codecs.EncodeUtf8(thread, text, _errors);
            case Form.Ascii:
                return Vm.Codecs.EncodeAscii(thread, text, _errors);
            case Form.Latin1:
                return Vm.Codecs.EncodeLatin1(thread, text, _errors);
            default:
                if (_encoder.IsMissing)
                    _encoder = thread.CallAttribute(_codec, s_incrementalEncoder, PyStr.From(_errors));
                var encoded = thread.CallAttribute(_encoder, s_encode, text);
                return encoded.Ref is PyBytes bytes
                    ? bytes.AsSpan().ToArray()
                    : throw Raise.TypeError($"encoder should return a bytes object, not '{encoded.Type.Name}'");
        }
    }
}
