namespace GridGov.Storage.PostgreSql;

/// <summary>What an acknowledged entry survives.</summary>
public enum PostgreSqlDurability
{
    /// <summary>
    /// The power of the server failing: it is flushed to the server's disk before anybody is answered, and to that of the
    /// standbys which the server waits for, if it names any.
    /// </summary>
    Flushed = 1,

    /// <summary>As <see cref="Flushed"/>, and the standbys which the server waits for show it already when anybody is answered.</summary>
    ShownByStandbys = 2,

    /// <summary>The end of every client, but not of the server: its last moments may be lost. For tests and imports that can be repeated.</summary>
    MayLoseLastMoments = 3,
}

/// <summary>How a store in PostgreSQL works. Immutable and thread-safe.</summary>
public sealed record PostgreSqlStoreOptions
{
    /// <summary>The schema of its tables: a lower-case letter, then up to 47 lower-case letters, digits and underscores.</summary>
    public string Schema { get; init; } = "gridgov";

    /// <summary>What an acknowledged entry survives, whatever the server and the role have set for others.</summary>
    public PostgreSqlDurability Durability { get; init; } = PostgreSqlDurability.Flushed;

    /// <summary>
    /// For how long what is safe to repeat is repeated while the server is away, as during a fail-over: everything that reads,
    /// and an append, of which the next server is asked whether it is there already. From 0.
    /// </summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often whoever follows looks for what other processes have appended; what this store appends they see at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The most entries that one transaction takes, from 1.</summary>
    public int MaxBatch { get; init; } = 512;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Schema);
        if (Schema.Length is 0 or > 48 || !char.IsAsciiLetterLower(Schema[0]) || !Schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new ArgumentException($"{nameof(Schema)} is a lower-case letter, then up to 47 lower-case letters, digits and underscores.");
        if (!Enum.IsDefined(Durability))
            throw new ArgumentException($"{nameof(Durability)} is not a known value.");
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryFor, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBatch, 1);
    }
}
