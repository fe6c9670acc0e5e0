namespace Keelback.Vm;

/// <summary>A key of a dict with its hash and value; without a key where it was deleted.</summary>
internal struct DictEntry(PyValue key, long hash, PyValue value)
{
    public PyValue Key = key;
    public long Hash = hash;
    public PyValue Value = value;
}
