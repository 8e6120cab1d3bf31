using System.Globalization;

namespace GridGov;

/// <summary>A stretch in which a limit stands still (挂账、计时暂停), its end not included. Immutable and thread-safe.</summary>
public readonly record struct Pause
{
    /// <summary>Makes a pause.</summary>
    /// <param name="from">When it begins.</param>
    /// <param name="until">When it ends, not before <paramref name="from"/>, or null while that is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">It ends before it begins.</exception>
    public Pause(DateTimeOffset from, DateTimeOffset? until)
    {
        if (until < from)
        {
            throw new ArgumentOutOfRangeException(
                nameof(until), FormattableString.Invariant($"A pause from {from:O} cannot end before that, at {until:O}."));
        }

        From = from;
        Until = until;
    }

    /// <summary>When it begins.</summary>
    public DateTimeOffset From { get; }

    /// <summary>When it ends; null while it is open.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>Begin and end, ISO 8601; the same in every culture.</summary>
    public override string ToString() => Until is { } until
        ? string.Create(CultureInfo.InvariantCulture, $"{From:O}/{until:O}")
        : string.Create(CultureInfo.InvariantCulture, $"{From:O}/..");
}
