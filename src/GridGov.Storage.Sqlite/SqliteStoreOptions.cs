namespace GridGov.Storage;

/// <summary>What an acknowledged entry survives (持久性).</summary>
public enum SqliteDurability
{
    /// <summary>
    /// The loss of power: every group of entries is flushed to the disk before anybody is answered
    /// (<c>synchronous=FULL</c>). As far as the disk tells the truth about its flushes.
    /// </summary>
    PowerLoss = 1,

    /// <summary>
    /// The end of the process, however sudden; when power is lost the last entries may be lost, and nothing else
    /// (<c>synchronous=NORMAL</c>).
    /// </summary>
    ProcessEnd = 2,

    /// <summary>Nothing is promised: for tests and for filling a store that can be filled again (<c>synchronous=OFF</c>).</summary>
    Nothing = 3,
}

/// <summary>How a <see cref="SqliteCaseStore"/> is opened. Immutable and thread-safe.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The file. It is made if it is not there, and so are the two that SQLite keeps beside it while it is open.</summary>
    public required string Path { get; init; }

    /// <summary>What an acknowledged entry survives; the loss of power unless given.</summary>
    public SqliteDurability Durability { get; init; } = SqliteDurability.PowerLoss;

    /// <summary>Whether nothing is written: every append is refused with <see cref="StoreFailure.ReadOnly"/>.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many entries are flushed together at most, from 1.</summary>
    public int MostInGroup { get; init; } = 4_096;

    /// <summary>How long to wait for another process that writes, before it is <see cref="StoreFailure.Busy"/>.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often followers look for what other processes have written.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The name of a registered SQLite file system, or null for the usual one; for tests that make disks fail.</summary>
    public string? FileSystem { get; init; }
}
