namespace GridGov;

/// <summary>
/// What the log of all cases was at one moment, signed (检查点): a case that is deleted, an end that is cut off or a store
/// that is rolled back later no longer fits it. Each carries the hash of the one before, so that the last one vouches for
/// all. Immutable and thread-safe; compared by value.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The position of the last entry that it covers; 0 for an empty log.</summary>
    public required long Position { get; init; }

    /// <summary>When it was made; not before the one before.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The number of cases.</summary>
    public required long Cases { get; init; }

    /// <summary>The Merkle root over the heads of all cases (<see cref="CaseHeads"/>).</summary>
    public required Hash256 Root { get; init; }

    /// <summary>The hash of the checkpoint before; zero on the first.</summary>
    public required Hash256 Previous { get; init; }

    /// <summary>The name of the key that signed it.</summary>
    public required string Key { get; init; }

    /// <summary>The SHA-256 of its canonical bytes.</summary>
    public required Hash256 Hash { get; init; }

    /// <summary>The signature over <see cref="Hash"/>.</summary>
    public required ValueList<byte> Signature { get; init; }
}
