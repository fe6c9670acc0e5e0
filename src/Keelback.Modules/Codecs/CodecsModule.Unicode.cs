using Keelback.Vm;

namespace Keelback.Modules.Codecs;

/// <summary>The encodings that have all of Unicode, and Latin-1 and ASCII.</summary>
internal static partial class CodecsModule
{
    [PyFunction("utf_8_encode(str, errors=None, /)", Doc = "Encode to UTF-8.")]
    private static PyValue Utf8Encode(PyThread thread, PyStr str, PyValue errors) =>
        Pair(new PyBytes(Vm.Codecs.EncodeUtf8(thread, str, Errors(errors))), str.Length);

    [PyFunction("utf_8_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-8.")]
    private static PyValue Utf8Decode(PyThread thread, PyValue data, PyValue errors, bool final)
    {
        var text = Vm.Codecs.DecodeUtf8(thread, Operators.ToByteArray(thread, data), Errors(errors), final, out var used);
        return Pair(text, used);
    }

    [PyFunction("latin_1_encode(str, errors=None, /)", Doc = "Encode to Latin-1.")]
    private static PyValue Latin1Encode(PyThread thread, PyStr str, PyValue errors) =>
        Pair(new PyBytes(Vm.Codecs.EncodeLatin1(thread, str, Errors(errors))), str.Length);

    [PyFunction("latin_1_decode(data, errors=None, /)", Doc = "Decode from Latin-1.")]
    private static PyValue Latin1Decode(PyThread thread, PyValue data, PyValue errors)
    {
        var bytes = Operators.ToByteArray(thread, data);
        return Pair(Vm.Codecs.DecodeLatin1(bytes), bytes.Length);
    }

    [PyFunction("ascii_encode(str, errors=None, /)", Doc = "Encode to ASCII.")]
    private static PyValue AsciiEncode(PyThread thread, PyStr str, PyValue errors) =>
        Pair(new PyBytes(Vm.Codecs.EncodeAscii(thread, str, Errors(errors))), str.Length);

    [PyFunction("ascii_decode(data, errors=None, /)", Doc = "Decode from ASCII.")]
    private static PyValue AsciiDecode(PyThread thread, PyValue data, PyValue errors)
    {
        var bytes = Operators.ToByteArray(thread, data);
        return Pair(Vm.Codecs.DecodeAscii(thread, bytes, Errors(errors)), bytes.Length);
    }

    [PyFunction("utf_16_encode(str, errors=None, byteorder=0, /)", Doc = "Encode to UTF-16.")]
    private static PyValue Utf16Encode(PyThread thread, PyStr str, PyValue errors, int byteorder) =>
        Pair(new PyBytes(Vm.Codecs.EncodeUtf16(thread, str, Errors(errors), byteorder)), str.Length);

    [PyFunction("utf_16_le_encode(str, errors=None, /)", Doc = "Encode to UTF-16, little end first.")]
    private static PyValue Utf16LittleEncode(PyThread thread, PyStr str, PyValue errors) => Utf16Encode(thread, str, errors, -1);

    [PyFunction("utf_16_be_encode(str, errors=None, /)", Doc = "Encode to UTF-16, big end first.")]
    private static PyValue Utf16BigEncode(PyThread thread, PyStr str, PyValue errors) => Utf16Encode(thread, str, errors, 1);

    [PyFunction("utf_16_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-16.")]
    private static PyValue Utf16Decode(PyThread thread, PyValue data, PyValue errors, bool final) =>
        DecodeUtf16(thread, data, errors, 0, final, false);

    [PyFunction("utf_16_le_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-16, little end first.")]
    private static PyValue Utf16LittleDecode(PyThread thread, PyValue data, PyValue errors, bool final) =>
        DecodeUtf16(thread, data, errors, -1, final, false);

    [PyFunction("utf_16_be_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-16, big end first.")]
    private static PyValue Utf16BigDecode(PyThread thread, PyValue data, PyValue errors, bool final) =>
        DecodeUtf16(thread, data, errors, 1, final, false);

    [PyFunction("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)", Doc = "Decode from UTF-16 and tell the order of bytes.")]
    private static PyValue Utf16ExtendedDecode(PyThread thread, PyValue data, PyValue errors, int byteorder, bool final) =>
        DecodeUtf16(thread, data, errors, byteorder, final, true);

    [PyFunction("utf_32_encode(str, errors=None, byteorder=0, /)", Doc = "Encode to UTF-32.")]
    private static PyValue Utf32Encode(PyThread thread, PyStr str, PyValue errors, int byteorder) =>
        Pair(new PyBytes(Vm.Codecs.EncodeUtf32(thread, str, Errors(errors), byteorder)), str.Length);

    [PyFunction("utf_32_le_encode(str, errors=None, /)", Doc = "Encode to UTF-32, little end first.")]
    private static PyValue Utf32LittleEncode(PyThread thread, PyStr str, PyValue errors) => Utf32Encode(thread, str, errors, -1);

    [PyFunction("utf_32_be_encode(str, errors=None, /)", Doc = "Encode to UTF-32, big end first.")]
    private static PyValue Utf32BigEncode(PyThread thread, PyStr str, PyValue errors) => Utf32Encode(thread, str, errors, 1);

    [PyFunction("utf_32_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-32.")]
    private static PyValue Utf32Decode(PyThread thread, PyValue data, PyValue errors, bool final) =>
        DecodeUtf32(thread, data, errors, 0, final, false);

    [PyFunction("utf_32_le_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-32, little end first.")]
    private static PyValue Utf32LittleDecode(PyThread thread, PyValue data, PyValue errors, bool final) =>
        DecodeUtf32(thread, data, errors, -1, final, false);

    [PyFunction("utf_32_be_decode(data, errors=None, final=False, /)", Doc = "Decode from UTF-32, big end first.")]
    private static PyValue Utf32BigDecode(PyThread thread, PyValue data, PyValue errors, bool final) =>
        DecodeUtf32(thread, data, errors, 1, final, false);

    [PyFunction("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)", Doc = "Decode from UTF-32 and tell the order of bytes.")]
    private static PyValue Utf32ExtendedDecode(PyThread thread, PyValue data, PyValue errors, int byteorder, bool final) =>
        DecodeUtf32(thread, data, errors, byteorder, final, true);

    [PyFunction("readbuffer_encode(data, errors=None, /)", Doc = "Return the bytes of a buffer.")]
    private static PyValue ReadBufferEncode(PyThread thread, PyValue data, PyValue errors)
    {
        var bytes = data.Ref is PyStr text ? Vm.Codecs.EncodeUtf8(thread, text, "strict") : Operators.ToByteArray(thread, data);
        return Pair(new PyBytes(bytes), bytes.Length);
    }

    private static PyValue DecodeUtf16(PyThread thread, PyValue data, PyValue errors, int order, bool isFinal, bool tellsOrder)
    {
        var text = Vm.Codecs.DecodeUtf16(
            thread, Operators.ToByteArray(thread, data), Errors(errors), ref order, isFinal, out var used);
        return tellsOrder ? PyTuple.From(text, PyValue.FromInt(used), PyValue.FromInt(order)) : Pair(text, used);
    }

    private static PyValue DecodeUtf32(PyThread thread, PyValue data, PyValue errors, int order, bool isFinal, bool tellsOrder)
    {
        var text = Vm.Codecs.DecodeUtf32(
            thread, Operators.ToByteArray(thread, data), Errors(errors), ref order, isFinal, out var used);
        return tellsOrder ? PyTuple.From(text, PyValue.FromInt(used), PyValue.FromInt(order)) : Pair(text, used);
    }
}
