namespace GridGov;

/// <summary>The shifts of one day, in order; none on a day off. Working time within the day is one number from 0 to its length.</summary>
internal sealed class DayPlan
{
    public static readonly DayPlan Off = new([]);
    public static readonly DayPlan WholeDay = new([Shift.WholeDay]);

    private readonly Shift[] _shifts;

    private DayPlan(Shift[] shifts)
    {
        _shifts = shifts;
        foreach (var shift in shifts)
            Length += shift.EndTicks - shift.StartTicks;
    }

    /// <summary>The working time of the day; 0 on a day off.</summary>
    public long Length { get; }

    public bool IsWorked => _shifts.Length > 0;

    public long FirstStart => _shifts[0].StartTicks;

    public long LastEnd => _shifts[^1].EndTicks;

    /// <summary>Reads shifts and adds what is wrong with them to the faults, each with the day that it is for.</summary>
    public static DayPlan Read(string prefix, ReadOnlySpan<string> texts, List<Fault> faults)
    {
        var shifts = new List<Shift>(texts.Length);
        foreach (var text in texts)
        {
            if (Shift.TryParse(text, out var shift))
                shifts.Add(shift);
            else
                faults.Add(new($"{prefix}shift \"{text}\"", "it is not a shift; write it as 08:00-12:00, the end after the start"));
        }

        if (texts.IsEmpty)
            faults.Add(new($"{prefix}shifts", "there is none; give at least one, such as 08:00-12:00"));
        for (var i = 1; i < shifts.Count; i++)
        {
            if (shifts[i].StartTicks < shifts[i - 1].EndTicks)
                faults.Add(new($"{prefix}shift {shifts[i]}", $"it begins before {shifts[i - 1]} has ended"));
        }

        return new([.. shifts]);
    }

    /// <summary>The shifts as <see cref="Read"/> reads them.</summary>
    public string[] ToTexts() => Array.ConvertAll(_shifts, shift => shift.ToString());

    public bool IsOpen(long time)
    {
        foreach (var shift in _shifts)
        {
            if (time >= shift.StartTicks && time < shift.EndTicks)
                return true;
        }

        return false;
    }

    /// <summary>The working time before a time of day.</summary>
    public long Worked(long time)
    {
        long worked = 0;
        foreach (var shift in _shifts)
        {
            if (time <= shift.StartTicks)
                break;
            worked += Math.Min(time, shift.EndTicks) - shift.StartTicks;
        }

        return worked;
    }

    /// <summary>The last time of day at which so much has been worked, less than <see cref="Length"/>: work is done just after it.</summary>
    public long TimeAfter(long worked)
    {
        foreach (var shift in _shifts)
        {
            var length = shift.EndTicks - shift.StartTicks;
            if (worked < length)
                return shift.StartTicks + worked;
            worked -= length;
        }

        throw new InvalidOperationException("The working time is less than the sum of the shifts.");
    }

    public bool IsSameAs(DayPlan other) => ReferenceEquals(this, other) || _shifts.AsSpan().SequenceEqual(other._shifts);
}
