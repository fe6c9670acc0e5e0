using System.Text;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>Bytes that are read as the text of a number: of anything that shows its bytes.</summary>
internal readonly record struct BytesText(string Text, string Repr)
{
    /// <summary>Reads the bytes of an object with a buffer; false for any other value.</summary>
    public static unsafe bool TryGet(PyThread thread, PyValue value, out BytesText text)
    {
        var slot = value.Type.Slots.BfGetbuffer;
        if (slot == null)
        {
            text = default;
            return false;
        }

        var buffer = slot(thread, value, false);
        try
        {
            var bytes = buffer.Bytes.Span;
            text = new(Encoding.Latin1.GetString(bytes), ConstantRepr.Repr(bytes));
            return true;
        }
        finally
        {
            buffer.Release(thread);
        }
    }
}
