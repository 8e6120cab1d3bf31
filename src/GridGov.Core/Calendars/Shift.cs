using System.Globalization;

namespace GridGov;

/// <summary>A stretch of working time within a day (班次), local time, end not included. Immutable and thread-safe.</summary>
public readonly record struct Shift
{
    /// <summary>Makes a shift.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="end">When it ends, after <paramref name="start"/>; midnight means the end of the day.</param>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public Shift(TimeOnly start, TimeOnly end)
    {
        StartTicks = start.Ticks;
        EndTicks = end == TimeOnly.MinValue ? TimeSpan.TicksPerDay : end.Ticks;
        if (EndTicks <= StartTicks)
            throw new ArgumentException($"A shift from {start:HH\\:mm} to {end:HH\\:mm} has no length.", nameof(end));
    }

    internal static Shift WholeDay => new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>The length of the shift.</summary>
    public TimeSpan Length => TimeSpan.FromTicks(EndTicks - StartTicks);

    internal long StartTicks { get; }

    internal long EndTicks { get; }

    /// <summary>Reads a shift such as <c>08:00-12:00</c>; <c>24:00</c> is the end of the day.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not a shift; the message says what it is.</exception>
    public static Shift Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var shift)
            ? shift
            : throw new FormatException($"\"{text}\" is not a shift; write it as 08:00-12:00, the end after the start.");
    }

    internal static bool TryParse(string? text, out Shift shift)
    {
        shift = default;
        if (text?.Split('-') is not [var start, var end] || !TryTime(start, out var from))
            return false;
        if (!TryTime(end, out var to) && end != "24:00")
            return false;
        if (to <= from && to != TimeOnly.MinValue)
            return false;
        shift = new(from, to);
        return true;
    }

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>Start and end, for instance <c>08:00-12:00</c>.</summary>
    public override string ToString()
    {
        var start = new TimeOnly(StartTicks);
        return EndTicks == TimeSpan.TicksPerDay
            ? string.Create(CultureInfo.InvariantCulture, $"{start:HH\\:mm}-24:00")
            : string.Create(CultureInfo.InvariantCulture, $"{start:HH\\:mm}-{new TimeOnly(EndTicks):HH\\:mm}");
    }
}
