using System.Buffers;
using System.Globalization;

namespace GridGov;

/// <summary>
/// The canonical bytes, hashes and order of checkpoints. Stateless; thread-safe. The byte form is in <c>docs/log-format.md</c>.
/// </summary>
public static class CheckpointChain
{
    /// <summary>The SHA-256 of a checkpoint's canonical bytes, which hold everything but hash and signature.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <exception cref="ArgumentException">The key's name is not valid Unicode.</exception>
    public static Hash256 HashOf(Checkpoint checkpoint)
    {
        var bytes = new ArrayBufferWriter<byte>();
        WriteCanonical(checkpoint, bytes);
        return Digest.Of(bytes.WrittenSpan);
    }

    /// <summary>Writes the canonical bytes of a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <exception cref="ArgumentException">The key's name is not valid Unicode.</exception>
    public static void WriteCanonical(Checkpoint checkpoint, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(destination);
        var bytes = new CanonicalBytes();
        try
        {
            bytes.Magic("GGC1"u8);
            bytes.Hash(checkpoint.Previous);
            bytes.Int32(checkpoint.Number);
            bytes.Int64(checkpoint.Position);
            bytes.Instant(checkpoint.At);
            bytes.Int64(checkpoint.Cases);
            bytes.Hash(checkpoint.Root);
            bytes.Text(checkpoint.Key);
            destination.Write(bytes.Written);
        }
        finally
        {
            bytes.Dispose();
        }
    }

    /// <summary>Checks checkpoints in order, from the first: numbers, order, hashes, signatures.</summary>
    /// <param name="checkpoints">The checkpoints.</param>
    /// <param name="signatures">Knows the keys that are trusted.</param>
    /// <returns>The first fault, or null.</returns>
    public static LogFault? Verify(IEnumerable<Checkpoint> checkpoints, ICheckpointVerifier signatures)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        Checkpoint? last = null;
        foreach (var checkpoint in checkpoints)
        {
            if (VerifyNext(last, checkpoint, signatures) is { } fault)
                return fault;
            last = checkpoint;
        }

        return null;
    }

    /// <summary>Checks one checkpoint against the one before.</summary>
    /// <param name="last">The one before, or null for the first.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="signatures">Knows the keys that are trusted.</param>
    /// <returns>The fault, or null when it fits.</returns>
    public static LogFault? VerifyNext(Checkpoint? last, Checkpoint checkpoint, ICheckpointVerifier signatures)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(signatures);
        var reason = Order(last, checkpoint) ?? Content(checkpoint, signatures);
        return reason is null ? null : new(checkpoint.Position, null, null, reason) { Checkpoint = checkpoint.Number };
    }

    private static string? Order(Checkpoint? last, Checkpoint next)
    {
        var number = (last?.Number ?? 0) + 1;
        if (next.Number != number)
            return string.Create(CultureInfo.InvariantCulture, $"checkpoint {number} is expected here; one is missing, doubled or moved");
        if (next.Previous != (last?.Hash ?? default))
            return "it does not follow from the checkpoint before";
        if (next.Position < (last?.Position ?? 0) || next.Cases < (last?.Cases ?? 0))
            return "it covers less than the checkpoint before";
        return last is not null && next.At < last.At ? "it is older than the checkpoint before" : null;
    }

    private static string? Content(Checkpoint checkpoint, ICheckpointVerifier signatures)
    {
        try
        {
            if (HashOf(checkpoint) != checkpoint.Hash)
                return "its content does not match its hash";
        }
        catch (ArgumentException)
        {
            return "its content does not match its hash";
        }

        return signatures.IsSignedBy(checkpoint.Key, checkpoint.Hash, checkpoint.Signature.AsSpan())
            ? null
            : "its signature is not that of a trusted key";
    }
}
