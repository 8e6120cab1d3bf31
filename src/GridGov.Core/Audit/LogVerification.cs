namespace GridGov;

/// <summary>What checking a log found. Immutable and thread-safe.</summary>
public sealed record LogVerification
{
    /// <summary>The number of entries that hold: all, or those before the fault.</summary>
    public required long Entries { get; init; }

    /// <summary>The number of cases among them.</summary>
    public required int Cases { get; init; }

    /// <summary>The number of checkpoints that hold.</summary>
    public required int Checkpoints { get; init; }

    /// <summary>The position up to which the last of those vouches: a cut after it is found by the next checkpoint only.</summary>
    public required long VouchedUpTo { get; init; }

    /// <summary>The first fault, or null.</summary>
    public LogFault? Fault { get; init; }

    /// <summary>Whether everything holds.</summary>
    public bool IsSound => Fault is null;
}
