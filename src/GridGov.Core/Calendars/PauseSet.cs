namespace GridGov;

/// <summary>
/// The pauses of a limit as intervals: in order, apart from each other, at most the last one open. Pauses that overlap or
/// touch are one, and one without length is none, so that sets of the same instants are equal however they came to be.
/// Immutable and thread-safe.
/// </summary>
public sealed record PauseSet
{
    private PauseSet(ValueList<Pause> pauses) => Pauses = pauses;

    /// <summary>No pause.</summary>
    public static PauseSet None { get; } = new(default(ValueList<Pause>));

    /// <summary>The pauses, the earliest first, none touching the next.</summary>
    public ValueList<Pause> Pauses { get; }

    /// <summary>Whether the last pause has no end yet.</summary>
    public bool IsOpen => Pauses.Count > 0 && Pauses[^1].Until is null;

    /// <summary>A set of pauses.</summary>
    /// <param name="pauses">In any order; they may overlap, and more than one may be open.</param>
    public static PauseSet Of(params ReadOnlySpan<Pause> pauses)
    {
        var sorted = pauses.ToArray();
        Array.Sort(sorted, (a, b) => a.From.CompareTo(b.From));
        var merged = new List<Pause>(sorted.Length);
        foreach (var pause in sorted)
        {
            if (pause.Until == pause.From)
                continue;
            if (merged.Count > 0 && (merged[^1].Until is not { } end || end >= pause.From))
                merged[^1] = new(merged[^1].From, Later(merged[^1].Until, pause.Until));
            else
                merged.Add(pause);
        }

        return new(ValueList.From(merged));
    }

    /// <summary>These pauses and one more.</summary>
    /// <param name="pause">The pause; where it overlaps or touches others, they become one.</param>
    public PauseSet With(Pause pause) => Of([.. Pauses, pause]);

    /// <summary>These pauses with the open one ended; one that has no length then is left out.</summary>
    internal PauseSet EndedAt(DateTimeOffset at)
    {
        if (!IsOpen)
            return this;
        var open = Pauses[^1];
        ReadOnlySpan<Pause> ended = at > open.From ? [new(open.From, at)] : [];
        return Of([.. Pauses.AsSpan()[..^1], .. ended]);
    }

    /// <summary>Whether a limit stands still at an instant.</summary>
    /// <param name="instant">The instant.</param>
    public bool Holds(DateTimeOffset instant)
    {
        foreach (var pause in Pauses)
        {
            if (instant < pause.From)
                return false;
            if (pause.Until is not { } until || instant < until)
                return true;
        }

        return false;
    }

    /// <summary>The pauses one after the other.</summary>
    public override string ToString() => Pauses.IsEmpty ? "none" : string.Join(", ", Pauses.Select(p => p.ToString()));

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b is null ? null : a > b ? a : b;
}
