using System.Security.Cryptography;

namespace GridGov;

/// <summary>
/// Signs checkpoints with ECDSA over P-256; a signature is r and s, 32 bytes each, big-endian (IEEE P1363). Thread-safe.
/// </summary>
public sealed class EcdsaCheckpointSigner : ICheckpointSigner
{
    private readonly Lock _lock = new();
    private readonly ECDsa _key;

    /// <summary>Signs with a key.</summary>
    /// <param name="key">A private P-256 key; it stays the caller's to dispose of, and is used by nobody else meanwhile.</param>
    /// <exception cref="ArgumentException">The key is not on the curve P-256.</exception>
    public EcdsaCheckpointSigner(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!EcdsaCheckpointVerifier.IsP256(key))
            throw new ArgumentException("The key is not on the curve P-256.", nameof(key));
        _key = key;
        Key = EcdsaCheckpointVerifier.NameOf(key);
    }

    /// <summary>The SHA-256 of the public key (SubjectPublicKeyInfo, DER) in hexadecimal digits.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public ValueTask<ValueList<byte>> SignAsync(Hash256 hash, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<ValueList<byte>>(cancellationToken);
        var bytes = new byte[Hash256.Size];
        hash.CopyTo(bytes);
        lock (_lock)
            return new(ValueList.From(_key.SignHash(bytes, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));
    }
}

/// <summary>
/// Checks ECDSA signatures over P-256 against the public keys that it was given; several, so that keys can change hands.
/// Thread-safe.
/// </summary>
public sealed class EcdsaCheckpointVerifier : ICheckpointVerifier, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ECDsa> _keys = new(StringComparer.Ordinal);

    private EcdsaCheckpointVerifier()
    {
    }

    /// <summary>The names of the keys that are trusted, in ordinal order.</summary>
    public ValueList<string> Keys => ValueList.From(_keys.Keys.Order(StringComparer.Ordinal));

    /// <summary>A verifier that trusts these keys.</summary>
    /// <param name="pem">Public keys in PEM (<c>BEGIN PUBLIC KEY</c>), one each.</param>
    /// <exception cref="ArgumentException">A text is no P-256 key in PEM.</exception>
    public static EcdsaCheckpointVerifier FromPem(params ReadOnlySpan<string> pem)
    {
        var verifier = new EcdsaCheckpointVerifier();
        try
        {
            foreach (var text in pem)
                verifier.Add(text);
            return verifier;
        }
        catch
        {
            verifier.Dispose();
            throw;
        }
    }

    /// <summary>The name of a key: the SHA-256 of its public part (SubjectPublicKeyInfo, DER) in hexadecimal digits.</summary>
    /// <param name="key">The key.</param>
    public static string NameOf(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <inheritdoc/>
    public bool IsSignedBy(string key, Hash256 hash, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (signature.Length != 64 || !_keys.TryGetValue(key, out var known))
            return false;
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        hash.CopyTo(bytes);
        lock (_lock)
            return known.VerifyHash(bytes, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Lets go of the keys.</summary>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
            key.Dispose();
    }

    // Other curves have 256 bits too.
    internal static bool IsP256(ECDsa key) =>
        key.KeySize == 256 && string.Equals(key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value, "1.2.840.10045.3.1.7", StringComparison.Ordinal);

    private void Add(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (!IsP256(key))
                throw new ArgumentException("The key is not on the curve P-256.", nameof(pem));
        }
        catch (Exception e)
        {
            key.Dispose();
            throw e as ArgumentException ?? new ArgumentException("A public key in PEM is expected.", nameof(pem), e);
        }

        if (!_keys.TryAdd(NameOf(key), key))
            key.Dispose();
    }
}
