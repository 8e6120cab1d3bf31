namespace GridGov.Community;

/// <summary>Where points come from and go to, besides the two accounts of members (对方科目).</summary>
public enum PointsCounter
{
    /// <summary>Issued for service (发放).</summary>
    Issued = 1,

    /// <summary>Exchanged for goods (兑换).</summary>
    Redeemed = 2,

    /// <summary>Expired (到期).</summary>
    Expired = 3,

    /// <summary>Taken back because the posting was never true (更正).</summary>
    Corrected = 4,
}

/// <summary>
/// One posting (记账): points move between a member's account and a counter account, so that all accounts together
/// are always zero. Immutable and thread-safe.
/// </summary>
public sealed record PointsPosting
{
    /// <summary>Its number in the ledger, from 1 without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The day, on the city's calendar.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The member: a pseudonym.</summary>
    public required PersonId Member { get; init; }

    /// <summary>The member's account.</summary>
    public required PointsAccount Account { get; init; }

    /// <summary>The other account.</summary>
    public required PointsCounter Counter { get; init; }

    /// <summary>What the member's account gains; below 0 what it loses. The counter account gets the opposite.</summary>
    public required int Points { get; init; }

    /// <summary>The rule or reward, or null for expiry and correction.</summary>
    public string? Code { get; init; }

    /// <summary>The version of the scheme that it was posted under.</summary>
    public required int SchemeVersion { get; init; }

    /// <summary>The activity, order or reason.</summary>
    public required string Reference { get; init; }

    /// <summary>Who entered it.</summary>
    public required ActorId By { get; init; }

    /// <summary>The posting that it corrects, or null.</summary>
    public int? Corrects { get; init; }
}

/// <summary>A member's balances. A value; thread-safe.</summary>
/// <param name="Spendable">Points that can be exchanged.</param>
/// <param name="Honour">Points that honour.</param>
public readonly record struct PointsBalance(int Spendable, int Honour);

/// <summary>Service that was done and checked (服务记录). Immutable and thread-safe.</summary>
public sealed record EarnClaim
{
    /// <summary>The member.</summary>
    public required PersonId Member { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The activity, matter or visit; a member earns by one rule once for it.</summary>
    public required string Activity { get; init; }

    /// <summary>Units done: hours, matters. Above 0.</summary>
    public required int Units { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who entered it.</summary>
    public required ActorId EnteredBy { get; init; }

    /// <summary>Who checked it: somebody else.</summary>
    public required ActorId CheckedBy { get; init; }
}
