namespace GridGov;

/// <summary>One figure or statement that forms ask for (数据项). Immutable and thread-safe.</summary>
public sealed record FormField
{
    /// <summary>The stable name, one for the whole catalog, for instance <c>residents.over-80</c>; 1 to 64 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>
    /// How long an answer holds: within one such period the figure need not be given again. <see cref="DutyPeriod.Once"/> is a
    /// one-time report (一次性上报).
    /// </summary>
    public required DutyPeriod Per { get; init; }
}

/// <summary>A form or ledger (表格、台账): what it asks for. Immutable and thread-safe.</summary>
public sealed record FormDefinition
{
    /// <summary>The form's code.</summary>
    public required FormCode Code { get; init; }

    /// <summary>The form's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The body whose form it is.</summary>
    public required BodyId Owner { get; init; }

    /// <summary>Whether it is a ledger (台账), kept all the time, and not a form that is filled in when asked.</summary>
    public bool IsLedger { get; init; }

    /// <summary>The keys of the fields that it asks for, at least one.</summary>
    public required ValueList<string> Fields { get; init; }
}

/// <summary>Two forms that ask for the same fields. Immutable and thread-safe.</summary>
/// <param name="One">The form whose code comes first.</param>
/// <param name="Other">The other form.</param>
/// <param name="Shared">The keys that both ask for, in ordinal order.</param>
/// <param name="OfOne">How many fields the one has.</param>
/// <param name="OfOther">How many fields the other has.</param>
public sealed record FormOverlap(FormCode One, FormCode Other, ValueList<string> Shared, int OfOne, int OfOther)
{
    /// <summary>Whether one of the two asks for nothing that the other does not: it can go.</summary>
    public bool IsContained => Shared.Count == Math.Min(OfOne, OfOther);
}

/// <summary>An answer that is there already. Immutable and thread-safe.</summary>
/// <param name="Field">The key of the field.</param>
/// <param name="Form">The form in which it was given.</param>
/// <param name="On">The day of the answer.</param>
public sealed record FormAnswer(string Field, FormCode Form, DateOnly On);
