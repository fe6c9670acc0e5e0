using System.Security.Cryptography;
using Keelback.Vm;

namespace Keelback.Modules.Hashes;

/// <summary>The _sha2 module.</summary>
[PyModule("_sha2", Doc = "The hashes of the SHA-2 family.")]
internal static partial class Sha2Module
{
    [PyFunction("sha224(string=<missing>, *, usedforsecurity=True)", Doc = "Return a new SHA-224 hash object; optionally initialized with a string.")]
    private static PyValue Sha224(PyThread thread, PyValue @string, bool usedforsecurity) =>
        PyHash.Begin(thread, "sha224", 64, new Sha224State(), @string);

    [PyFunction("sha256(string=<missing>, *, usedforsecurity=True)", Doc = "Return a new SHA-256 hash object; optionally initialized with a string.")]
    private static PyValue Sha256(PyThread thread, PyValue @string, bool usedforsecurity) =>
        PyHash.Begin(thread, "sha256", 64, PlatformHashState.Create(HashAlgorithmName.SHA256), @string);

    [PyFunction("sha384(string=<missing>, *, usedforsecurity=True)", Doc = "Return a new SHA-384 hash object; optionally initialized with a string.")]
    private static PyValue Sha384(PyThread thread, PyValue @string, bool usedforsecurity) =>
        PyHash.Begin(thread, "sha384", 128, PlatformHashState.Create(HashAlgorithmName.SHA384), @string);

    [PyFunction("sha512(string=<missing>, *, usedforsecurity=True)", Doc = "Return a new SHA-512 hash object; optionally initialized with a string.")]
    private static PyValue Sha512(PyThread thread, PyValue @string, bool usedforsecurity) =>
        PyHash.Begin(thread, "sha512", 128, PlatformHashState.Create(HashAlgorithmName.SHA512), @string);
}

/// <summary>The _sha1 module.</summary>
[PyModule("_sha1", Doc = "The hash SHA-1.")]
internal static partial class Sha1Module
{
    [PyFunction("sha1(string=<missing>, *, usedforsecurity=True)", Doc = "Return a new SHA1 hash object; optionally initialized with a string.")]
    private static PyValue Sha1(PyThread thread, PyValue @string, bool usedforsecurity) =>
        PyHash.Begin(thread, "sha1", 64, PlatformHashState.Create(HashAlgorithmName.SHA1), @string);
}

/// <summary>The _md5 module.</summary>
[PyModule("_md5", Doc = "The hash MD5.")]
internal static partial class Md5Module
{
    [PyFunction("md5(string=<missing>, *, usedforsecurity=True)", Doc = "Return a new MD5 hash object; optionally initialized with a string.")]
    private static PyValue Md5(PyThread thread, PyValue @string, bool usedforsecurity) =>
        PyHash.Begin(thread, "md5", 64, PlatformHashState.Create(HashAlgorithmName.MD5), @string);
}
