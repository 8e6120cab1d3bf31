using System.Security.Cryptography;

namespace GridGov;

/// <summary>
/// SHA-256 of short byte forms. A digest made for each costs about as much again as hashing an entry, so every thread keeps
/// one; nothing of what was hashed stays in it. Thread-safe.
/// </summary>
internal static class Digest
{
    [ThreadStatic]
    private static IncrementalHash? _kept;

    public static Hash256 Of(ReadOnlySpan<byte> bytes)
    {
        // Put back when it is done: one that failed half-way is not used again.
        var digest = _kept ?? IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _kept = null;
        Span<byte> hash = stackalloc byte[Hash256.Size];
        digest.AppendData(bytes);
        digest.GetHashAndReset(hash);
        _kept = digest;
        return new(hash);
    }
}
