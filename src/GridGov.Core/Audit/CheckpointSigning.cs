namespace GridGov;

/// <summary>Signs checkpoints: a key in memory, or a hardware module that never hands out its key. Implementations are thread-safe.</summary>
public interface ICheckpointSigner
{
    /// <summary>The name by which a verifier finds the key that belongs to it.</summary>
    string Key { get; }

    /// <summary>Signs a SHA-256 value.</summary>
    /// <param name="hash">The value; it is signed as it is and not hashed again.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The signature.</returns>
    ValueTask<ValueList<byte>> SignAsync(Hash256 hash, CancellationToken cancellationToken = default);
}

/// <summary>Checks the signatures of checkpoints against keys that are trusted. Implementations are thread-safe.</summary>
public interface ICheckpointVerifier
{
    /// <summary>Whether a trusted key of that name signed the value; false for unknown names and for what is no signature.</summary>
    /// <param name="key">The name of the key.</param>
    /// <param name="hash">The value that was signed.</param>
    /// <param name="signature">The signature.</param>
    bool IsSignedBy(string key, Hash256 hash, ReadOnlySpan<byte> signature);
}
