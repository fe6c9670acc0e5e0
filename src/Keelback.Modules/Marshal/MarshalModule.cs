using Keelback.Vm;

namespace Keelback.Modules.Marshal;

/// <summary>The marshal module: values as bytes, in the format of .pyc files.</summary>
[PyModule("marshal", Doc = "Values as bytes, in the format that .pyc files have.")]
internal static partial class MarshalModule
{
    [PyConstant("version")]
    private const long Version = 5;

    private static readonly PyStr s_read = PyStr.Intern("read");
    private static readonly PyStr s_write = PyStr.Intern("write");

    [PyFunction("dumps(value, version=5, /, *, allow_code=True)", Doc = "Return the bytes that stand for a value.")]
    private static PyValue Dumps(PyThread thread, PyValue value, int version, bool allowCode) =>
        new PyBytes(ValueWriter.Write(thread, value, version, allowCode));

    [PyFunction("dump(value, file, version=5, /, *, allow_code=True)", Doc = "Write the bytes that stand for a value to a binary file.")]
    private static PyValue Dump(PyThread thread, PyValue value, PyValue file, int version, bool allowCode) =>
        thread.CallAttribute(file, s_write, new PyBytes(ValueWriter.Write(thread, value, version, allowCode)));

    [PyFunction("loads(bytes, /, *, allow_code=True)", Doc = "Return the value for which bytes stand.")]
    private static PyValue Loads(PyThread thread, PyValue bytes, bool allowCode) =>
        new ValueReader(thread, Operators.ToByteArray(thread, bytes), allowCode).ReadWhole();

    [PyFunction("load(file, /, *, allow_code=True)", Doc = "Read a value from a binary file.")]
    private static PyValue Load(PyThread thread, PyValue file, bool allowCode)
    {
        // A file may hold more than one value: what is read too much is given back by seeking.
        var bytes = Operators.ToByteArray(thread, thread.CallAttribute(file, s_read));
        var reader = new ValueReader(thread, bytes, allowCode);
        var value = reader.ReadWhole();
        if (reader.Position < bytes.Length)
            thread.CallAttribute(file, PyStr.Intern("seek"), PyValue.FromInt(reader.Position - bytes.Length), PyValue.FromInt(1));
        return value;
    }
}
