namespace GridGov.Community;

/// <summary>One vote as it came in (选票). Immutable and thread-safe.</summary>
public sealed record BallotSheet
{
    /// <summary>Who votes: the elector's pseudonym.</summary>
    public required PersonId Elector { get; init; }

    /// <summary>When it was cast, or when the paper was put into the urn.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Codes of the options: in order of preference, or those approved, or the one answer. Empty when spoilt.</summary>
    public ValueList<string> Choices { get; init; }

    /// <summary>Whether it cannot be read or is blank (废票): its elector took part, on no side.</summary>
    public bool IsSpoilt { get; init; }
}

/// <summary>
/// Paper sheets entered together (纸质票批次): one person enters, another checks. Immutable and thread-safe.
/// </summary>
public sealed record PaperBatch
{
    /// <summary>The batch; one id is entered once.</summary>
    public required string Id { get; init; }

    /// <summary>Who typed it in.</summary>
    public required ActorId EnteredBy { get; init; }

    /// <summary>Who compared it with the paper: somebody else.</summary>
    public required ActorId CheckedBy { get; init; }

    /// <summary>The number of sheets counted by hand.</summary>
    public required int CountedSheets { get; init; }

    /// <summary>The sheets, in the order of the pile.</summary>
    public required ValueList<BallotSheet> Sheets { get; init; }
}

/// <summary>
/// The proof that a vote was taken (回执): its number and the hash of the roll up to it. It says nothing of the choice in
/// a secret vote. Immutable and thread-safe.
/// </summary>
/// <param name="Ballot">The vote.</param>
/// <param name="Number">Its number in the roll, from 1.</param>
/// <param name="Roll">The roll's hash after it.</param>
public sealed record VoteReceipt(string Ballot, int Number, Hash256 Roll);

/// <summary>A sheet that is not counted, and why. Immutable and thread-safe.</summary>
/// <param name="Batch">The paper batch, or null for an electronic vote.</param>
/// <param name="Row">Its place in the batch, or among the electronic votes that were refused, from 1.</param>
/// <param name="Refusal">Every reason; it does not say who voted.</param>
public sealed record RefusedSheet(string? Batch, int Row, Refusal Refusal);

/// <summary>What came of a paper batch. Immutable and thread-safe.</summary>
/// <param name="Receipts">A receipt for each sheet taken, in the order of the pile.</param>
/// <param name="Refused">The others.</param>
public sealed record PaperBatchResult(ValueList<VoteReceipt> Receipts, ValueList<RefusedSheet> Refused);
