using System.Numerics;
using System.Security.Cryptography;
using Keelback.Vm;

namespace Keelback.Modules.RandomNumbers;

/// <summary>The _random module.</summary>
[PyModule("_random", Doc = "Module implements the Mersenne Twister random number generator.")]
internal static partial class RandomModule
{
    private static void Initialize(PyThread thread, PyModule module) => module.Add("Random", PyRandom.TypeObject);
}

/// <summary>A generator of random numbers, with the same numbers for the same seed as everywhere.</summary>
[PyType("_random.Random", Doc = "Random() -> create a random number generator with its own internal state.")]
internal sealed partial class PyRandom : ExtensibleObject
{
    private readonly MersenneTwister _twister = new();

    private PyRandom(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyRandom(cls);

    [PySlot("tp_init")]
    private static void Initialize(PyThread thread, PyRandom self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (ReferenceEquals(self.Type, TypeObject) && keywordNames is { Count: > 0 })
            throw Raise.TypeError("Random() takes no keyword arguments");
        if (arguments.Length > 1)
            throw Raise.TypeError($"Random() takes at most 1 argument ({arguments.Length} given)");
        self.Seed(thread, arguments.Length == 1 ? arguments[0] : PyValue.None);
    }

    [PyMethod("seed($self, n=None, /)", Doc = "Defaults to use urandom and falls back to a combination\nof the current time and the process identifier.")]
    private static void Seed(PyThread thread, PyRandom self, PyValue n) => self.Seed(thread, n);

    [PyMethod("random($self, /)", Doc = "random() -> x in the interval [0, 1).")]
    private static double NextDouble(PyThread thread, PyRandom self) => self._twister.NextDouble();

    [PyMethod("getrandbits($self, k, /)", Doc = "getrandbits(k) -> x.  Generates an int with k random bits.")]
    private static PyValue GetRandomBits(PyThread thread, PyRandom self, PyValue k)
    {
        if (Operators.IsNegative(Operators.Index(thread, k)))
            throw Raise.ValueError("number of bits must be non-negative");
        var bits = Operators.ToIndex(thread, k, Raise.OverflowError);
        if (bits == 0)
            return PyValue.FromInt(0);
        if (bits <= 32)
            return PyValue.FromInt((long)(self._twister.Next() >> (int)(32 - bits)));
        if (bits > 1L << 31)
            throw Raise.MemoryError();
        var words = new uint[((bits - 1) / 32) + 1];
        for (var i = 0; i < words.Length; i++, bits -= 32)
            words[i] = bits < 32 ? self._twister.Next() >> (int)(32 - bits) : self._twister.Next();
        var bytes = new byte[words.Length * 4];
        Buffer.BlockCopy(words, 0, bytes, 0, bytes.Length);
        return PyValue.FromInt(new BigInteger(bytes, isUnsigned: true));
    }

    [PyMethod("getstate($self, /)", Doc = "getstate() -> tuple containing the current state.")]
    private static PyValue GetState(PyThread thread, PyRandom self)
    {
        var items = new PyValue[MersenneTwister.Size + 1];
        for (var i = 0; i < MersenneTwister.Size; i++)
            items[i] = PyValue.FromInt((long)self._twister.State[i]);
        items[MersenneTwister.Size] = PyValue.FromInt(self._twister.Index);
        return PyTuple.Own(items);
    }

    [PyMethod("setstate($self, state, /)", Doc = "setstate(state) -> None.  Restores generator state.")]
    private static void SetState(PyThread thread, PyRandom self, PyValue state)
    {
        if (state.Ref is not PyTuple items)
            throw Raise.TypeError("state vector must be a tuple");
        if (items.Count != MersenneTwister.Size + 1)
            throw Raise.ValueError("state vector is the wrong size");
        var words = new uint[MersenneTwister.Size];
        for (var i = 0; i < words.Length; i++)
            words[i] = unchecked((uint)Operators.ToInt64(thread, items[i]));
        var index = Operators.ToInt64(thread, items[MersenneTwister.Size]);
        if (index is < 0 or > MersenneTwister.Size)
            throw Raise.ValueError("invalid state");
        self._twister.Restore(words, (int)index);
    }

    private void Seed(PyThread thread, PyValue seed)
    {
        if (seed.IsMissing || seed.IsNone)
        {
            var entropy = new uint[MersenneTwister.Size];
            RandomNumberGenerator.Fill(System.Runtime.InteropServices.MemoryMarshal.AsBytes(entropy.AsSpan()));
            _twister.Seed(entropy);
            return;
        }

        BigInteger number;
        if (seed.IsSmallInt || seed.IsBool || seed.Ref is PyInt)
            number = BigInteger.Abs(Operators.ToBigInteger(thread, seed));
        else
            number = unchecked((ulong)Operators.Hash(thread, seed));
        var bytes = number.ToByteArray(isUnsigned: true);
        var key = new uint[Math.Max(1, (bytes.Length + 3) / 4)];
        for (var i = 0; i < bytes.Length; i++)
            key[i / 4] |= (uint)bytes[i] << (8 * (i % 4));
        _twister.Seed(key);
    }
}

/// <summary>The Mersenne Twister MT19937.</summary>
/// <seealso href="http://www.math.sci.hiroshima-u.ac.jp/m-mat/MT/emt.html"/>
internal sealed class MersenneTwister
{
    /// <summary>The number of words of state.</summary>
    public const int Size = 624;

    private const int Offset = 397;

    /// <summary>The words of state.</summary>
    public uint[] State { get; private set; } = new uint[Size];

    /// <summary>The place of the next word to give.</summary>
    public int Index { get; private set; } = Size + 1;

    /// <summary>Takes a state as it was.</summary>
    public void Restore(uint[] state, int index)
    {
        State = state;
        Index = index;
    }

    /// <summary>Begins with a key of any length.</summary>
    public void Seed(ReadOnlySpan<uint> key)
    {
        unchecked
        {
            Seed(19650218);
            var (i, j) = (1, 0);
            for (var k = Math.Max(Size, key.Length); k > 0; k--)
            {
                State[i] = (State[i] ^ ((State[i - 1] ^ (State[i - 1] >> 30)) * 1664525)) + key[j] + (uint)j;
                Wrap(ref i);
                if (++j >= key.Length)
                    j = 0;
            }

            for (var k = Size - 1; k > 0; k--)
            {
                State[i] = (State[i] ^ ((State[i - 1] ^ (State[i - 1] >> 30)) * 1566083941)) - (uint)i;
                Wrap(ref i);
            }

            State[0] = 0x80000000;
        }
    }

    /// <summary>32 random bits.</summary>
    public uint Next()
    {
        if (Index >= Size)
            Twist();
        var y = State[Index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    /// <summary>A number from 0 to below 1, with 53 random bits.</summary>
    public double NextDouble()
    {
        var (high, low) = (Next() >> 5, Next() >> 6);
        return ((high * 67108864.0) + low) * (1.0 / 9007199254740992.0);
    }

    private void Wrap(ref int i)
    {
        if (++i < Size)
            return;
        State[0] = State[Size - 1];
        i = 1;
    }

    private void Seed(uint seed)
    {
        State[0] = seed;
        for (var i = 1; i < Size; i++)
            State[i] = unchecked((1812433253 * (State[i - 1] ^ (State[i - 1] >> 30))) + (uint)i);
        Index = Size;
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var y = (State[i] & 0x80000000) | (State[(i + 1) % Size] & 0x7fffffff);
            State[i] = State[(i + Offset) % Size] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0dfu : 0);
        }

        Index = 0;
    }
}
