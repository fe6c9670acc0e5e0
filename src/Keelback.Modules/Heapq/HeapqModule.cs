using Keelback.Vm;

namespace Keelback.Modules.Heapq;

/// <summary>The _heapq module: lists as heaps, the least or the greatest item first.</summary>
[PyModule("_heapq", Doc = "Heap queue algorithm (a.k.a. priority queue).")]
internal static partial class HeapqModule
{
    [PyFunction("heappush(heap, item, /)", Doc = "Push item onto heap, maintaining the heap invariant.")]
    private static void Push(PyThread thread, PyList heap, PyValue item)
    {
        heap.Add(item);
        SiftDown(thread, heap, 0, heap.Count - 1, isMaximum: false);
    }

    [PyFunction("heappop(heap, /)", Doc = "Pop the smallest item off the heap, maintaining the heap invariant.")]
    private static PyValue Pop(PyThread thread, PyList heap) => Pop(thread, heap, isMaximum: false);

    [PyFunction("heapreplace(heap, item, /)", Doc = "Pop and return the current smallest value, and add the new item.")]
    private static PyValue Replace(PyThread thread, PyList heap, PyValue item) => Replace(thread, heap, item, isMaximum: false);

    [PyFunction("heappushpop(heap, item, /)", Doc = "Push item on the heap, then pop and return the smallest item from the heap.")]
    private static PyValue PushPop(PyThread thread, PyList heap, PyValue item) => PushPop(thread, heap, item, isMaximum: false);

    [PyFunction("heapify(heap, /)", Doc = "Transform list into a heap, in-place, in O(len(heap)) time.")]
    private static void Heapify(PyThread thread, PyList heap) => Heapify(thread, heap, isMaximum: false);

    [PyFunction("heappush_max(heap, item, /)", Doc = "Push item onto max heap, maintaining the heap invariant.")]
    private static void PushMaximum(PyThread thread, PyList heap, PyValue item)
    {
        heap.Add(item);
        SiftDown(thread, heap, 0, heap.Count - 1, isMaximum: true);
    }

    [PyFunction("heappop_max(heap, /)", Doc = "Maxheap variant of heappop.")]
    private static PyValue PopMaximum(PyThread thread, PyList heap) => Pop(thread, heap, isMaximum: true);

    [PyFunction("heapreplace_max(heap, item, /)", Doc = "Maxheap variant of heapreplace.")]
    private static PyValue ReplaceMaximum(PyThread thread, PyList heap, PyValue item) => Replace(thread, heap, item, isMaximum: true);

    [PyFunction("heappushpop_max(heap, item, /)", Doc = "Maxheap variant of heappushpop.")]
    private static PyValue PushPopMaximum(PyThread thread, PyList heap, PyValue item) => PushPop(thread, heap, item, isMaximum: true);

    [PyFunction("heapify_max(heap, /)", Doc = "Maxheap variant of heapify.")]
    private static void HeapifyMaximum(PyThread thread, PyList heap) => Heapify(thread, heap, isMaximum: true);

    private static PyValue Pop(PyThread thread, PyList heap, bool isMaximum)
    {
        if (heap.Count == 0)
            throw Raise.IndexError("index out of range");
        var last = heap.Items[heap.Count - 1];
        heap.SetCount(heap.Count - 1);
        if (heap.Count == 0)
            return last;
        var top = heap.Items[0];
        heap.Items[0] = last;
        SiftUp(thread, heap, 0, isMaximum);
        return top;
    }

    private static PyValue Replace(PyThread thread, PyList heap, PyValue item, bool isMaximum)
    {
        if (heap.Count == 0)
            throw Raise.IndexError("index out of range");
        var top = heap.Items[0];
        heap.Items[0] = item;
        SiftUp(thread, heap, 0, isMaximum);
        return top;
    }

    private static PyValue PushPop(PyThread thread, PyList heap, PyValue item, bool isMaximum)
    {
        if (heap.Count == 0)
            return item;
        var top = heap.Items[0];
        if (!(isMaximum ? Operators.IsLess(thread, item, top) : Operators.IsLess(thread, top, item)))
            return item;
        if (heap.Count == 0)
            throw Raise.IndexError("index out of range");
        top = heap.Items[0];
        heap.Items[0] = item;
        SiftUp(thread, heap, 0, isMaximum);
        return top;
    }

    private static void Heapify(PyThread thread, PyList heap, bool isMaximum)
    {
        for (var i = (heap.Count / 2) - 1; i >= 0; i--)
            SiftUp(thread, heap, i, isMaximum);
    }

    // Moves the item at a place towards the root until its parent comes before it.
    private static void SiftDown(PyThread thread, PyList heap, int start, int place, bool isMaximum)
    {
        var size = heap.Count;
        if (place >= size)
            throw Raise.IndexError("index out of range");
        while (place > start)
        {
            var parent = (place - 1) >> 1;
            var (child, above) = (heap.Items[place], heap.Items[parent]);
            var comesFirst = isMaximum ? Operators.IsLess(thread, above, child) : Operators.IsLess(thread, child, above);
            CheckSize(heap, size);
            if (!comesFirst)
                break;
            (heap.Items[place], heap.Items[parent]) = (heap.Items[parent], heap.Items[place]);
            place = parent;
        }
    }

    // Brings the smaller child up until a leaf is reached, then moves the item there to where it belongs.
    private static void SiftUp(PyThread thread, PyList heap, int place, bool isMaximum)
    {
        var size = heap.Count;
        var start = place;
        while (place < size / 2)
        {
            var child = (2 * place) + 1;
            if (child + 1 < size)
            {
                var (left, right) = (heap.Items[child], heap.Items[child + 1]);
                var isLeftFirst = isMaximum ? Operators.IsLess(thread, right, left) : Operators.IsLess(thread, left, right);
                CheckSize(heap, size);
                if (!isLeftFirst)
                    child++;
            }

            (heap.Items[place], heap.Items[child]) = (heap.Items[child], heap.Items[place]);
            place = child;
        }

        SiftDown(thread, heap, start, place, isMaximum);
    }

    private static void CheckSize(PyList heap, int size)
    {
        if (heap.Count != size)
            throw Raise.RuntimeError("list changed size during iteration");
    }
}
