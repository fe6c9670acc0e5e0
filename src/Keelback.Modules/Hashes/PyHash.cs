using System.Security.Cryptography;
using Keelback.Vm;

namespace Keelback.Modules.Hashes;

/// <summary>A hash under way.</summary>
internal interface IHashState
{
    /// <summary>Takes more bytes.</summary>
    void Update(ReadOnlySpan<byte> bytes);

    /// <summary>The hash of the bytes so far.</summary>
    byte[] Digest();

    /// <summary>An independent copy.</summary>
    IHashState Copy();
}

/// <summary>A hash that .NET computes, whose state it cannot copy: the bytes are kept until they are hashed.</summary>
internal sealed class PlatformHashState(HashAlgorithmName name) : IHashState
{
    private readonly MemoryStream _bytes = new();

    public static IHashState Create(HashAlgorithmName name) => new PlatformHashState(name);

    public void Update(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public byte[] Digest() => CryptographicOperations.HashData(name, _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));

    public IHashState Copy()
    {
        var copy = new PlatformHashState(name);
        copy.Update(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));
        return copy;
    }
}

/// <summary>SHA-224, which .NET lacks: SHA-256 from other initial values, cut off.</summary>
/// <seealso href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final"/>
internal sealed class Sha224State : IHashState
{
    private static readonly uint[] s_constants = MakeConstants();

    private readonly uint[] _state;
    private readonly byte[] _block = new byte[64];
    private int _filled;
    private ulong _length;

    public Sha224State()
    {
        _state = [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];
    }

    private Sha224State(Sha224State other)
    {
        _state = [.. other._state];
        other._block.CopyTo(_block, 0);
        _filled = other._filled;
        _length = other._length;
    }

    public void Update(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        foreach (var b in bytes)
        {
            _block[_filled++] = b;
            if (_filled < 64)
                continue;
            Transform();
            _filled = 0;
        }
    }

    public byte[] Digest()
    {
        var copy = new Sha224State(this);
        var bits = _length * 8;
        copy.Update([0x80]);
        while (copy._filled != 56)
            copy.Update([0]);
        Span<byte> length = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(length, bits);
        copy.Update(length);
        var digest = new byte[28];
        for (var i = 0; i < 7; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(digest.AsSpan(i * 4), copy._state[i]);
        return digest;
    }

    public IHashState Copy() => new Sha224State(this);

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static uint[] MakeConstants()
    {
        var constants = new List<uint>();
        for (var candidate = 2; constants.Count < 64; candidate++)
        {
            if (Enumerable.Range(2, candidate - 2).Any(divisor => candidate % divisor == 0))
                continue;
            var scaled = new System.Numerics.BigInteger(candidate) << 96;
            var root = System.Numerics.BigInteger.One << 36;
            while (true)
            {
                var next = ((2 * root) + (scaled / (root * root))) / 3;
                if (next >= root)
                    break;
                root = next;
            }

            constants.Add((uint)(root & uint.MaxValue));
        }

        return [.. constants];
    }

    private void Transform()
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++)
            w[i] = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(i * 4));
        for (var i = 16; i < 64; i++)
        {
            var s0 = uint.RotateRight(w[i - 15], 7) ^ uint.RotateRight(w[i - 15], 18) ^ (w[i - 15] >> 3);
            var s1 = uint.RotateRight(w[i - 2], 17) ^ uint.RotateRight(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = unchecked(w[i - 16] + s0 + w[i - 7] + s1);
        }

        Span<uint> v = stackalloc uint[8];
        _state.CopyTo(v);
        for (var i = 0; i < 64; i++)
        {
            var s1 = uint.RotateRight(v[4], 6) ^ uint.RotateRight(v[4], 11) ^ uint.RotateRight(v[4], 25);
            var choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
            var t1 = unchecked(v[7] + s1 + choice + s_constants[i] + w[i]);
            var s0 = uint.RotateRight(v[0], 2) ^ uint.RotateRight(v[0], 13) ^ uint.RotateRight(v[0], 22);
            var majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            v[..7].CopyTo(v[1..]);
            v[4] = unchecked(v[4] + t1);
            v[0] = unchecked(t1 + s0 + majority);
        }

        for (var i = 0; i < 8; i++)
            _state[i] = unchecked(_state[i] + v[i]);
    }
}

/// <summary>A hash object: what hashlib's functions return.</summary>
[PyType("_hashes.Hash", Doc = "A hash of bytes, which can grow.", Flags = TypeFlags.NoInstantiation | TypeFlags.Final)]
internal sealed partial class PyHash : PyObject
{
    private readonly string _name;
    private readonly int _blockSize;
    private readonly IHashState _state;

    private PyHash(string name, int blockSize, IHashState state)
        : base(TypeObject)
    {
        _name = name;
        _blockSize = blockSize;
        _state = state;
    }

    /// <summary>A hash that begins with some bytes, of which there may be none.</summary>
    public static PyHash Begin(PyThread thread, string name, int blockSize, IHashState state, PyValue data)
    {
        var hash = new PyHash(name, blockSize, state);
        if (!data.IsMissing)
            Update(thread, hash, data);
        return hash;
    }

    [PyMethod("update($self, obj, /)", Doc = "Update this hash object's state with the provided string.")]
    private static void Update(PyThread thread, PyHash self, PyValue obj)
    {
        if (obj.Ref is PyStr)
            throw Raise.TypeError("Strings must be encoded before hashing");
        if (!Operators.HasBuffer(obj))
            throw Raise.TypeError("object supporting the buffer API required");
        self._state.Update(Operators.ToByteArray(thread, obj));
    }

    [PyMethod("digest($self, /)", Doc = "Return the digest value as a bytes object.")]
    private static PyValue Digest(PyThread thread, PyHash self) => new PyBytes(self._state.Digest());

    [PyMethod("hexdigest($self, /)", Doc = "Return the digest value as a string of hexadecimal digits.")]
    private static string HexDigest(PyThread thread, PyHash self) => Convert.ToHexStringLower(self._state.Digest());

    [PyMethod("copy($self, /)", Doc = "Return a copy of the hash object.")]
    private static PyValue Copy(PyThread thread, PyHash self) => new PyHash(self._name, self._blockSize, self._state.Copy());

    [PyGetter("name")]
    private static string GetName(PyThread thread, PyHash self) => self._name;

    [PyGetter("block_size")]
    private static long GetBlockSize(PyThread thread, PyHash self) => self._blockSize;

    [PyGetter("digest_size")]
    private static long GetDigestSize(PyThread thread, PyHash self) => self._state.Digest().Length;
}
