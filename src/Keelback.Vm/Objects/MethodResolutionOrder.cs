namespace Keelback.Vm;

/// <summary>The C3 linearisation of bases.</summary>
/// <seealso href="https://docs.python.org/3/howto/mro.html"/>
internal static class MethodResolutionOrder
{
    /// <summary>The order for a class with these bases; a TypeError where there is none.</summary>
    public static PyType[] Compute(PyType type, IReadOnlyList<PyType> bases)
    {
        if (bases.Count == 1)
            return [type, .. bases[0].Mro];

        var sequences = bases.Select(@base => new Queue<PyType>(@base.Mro)).Append(new Queue<PyType>(bases)).ToList();
        var order = new List<PyType> { type };
        while (true)
        {
            sequences.RemoveAll(sequence => sequence.Count == 0);
            if (sequences.Count == 0)
                return [.. order];
            var next = sequences.Select(sequence => sequence.Peek())
                .FirstOrDefault(candidate => !sequences.Any(sequence => sequence.Skip(1).Contains(candidate)));
            if (next is null)
                throw Conflict(sequences);
            order.Add(next);
            foreach (var sequence in sequences)
            {
                if (ReferenceEquals(sequence.Peek(), next))
                    sequence.Dequeue();
            }
        }
    }

    private static PyException Conflict(List<Queue<PyType>> sequences)
    {
        var names = sequences.Select(sequence => sequence.Peek().Name).Distinct();
        return Raise.TypeError(
            $"Cannot create a consistent method resolution order (MRO) for bases {string.Join(", ", names)}");
    }
}
