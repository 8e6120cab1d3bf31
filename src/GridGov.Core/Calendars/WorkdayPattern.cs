using System.Diagnostics;

namespace GridGov;

/// <summary>
/// Which days are workdays: a weekly pattern and the days that depart from it. Counting workdays up to a day and
/// finding the n-th workday each cost one binary search over the exceptions, however long the span.
/// </summary>
internal sealed class WorkdayPattern
{
    private readonly int[] _prefix = new int[8];
    private readonly int[] _nth;
    private readonly int[] _exceptions;
    private readonly int[] _delta;
    private readonly int[] _before;

    /// <summary>Builds a pattern.</summary>
    /// <param name="week">Monday to Sunday: whether it is a workday; at least one is.</param>
    /// <param name="holidays">Days off, whatever the pattern says.</param>
    /// <param name="workdays">Workdays (调休), whatever the pattern says.</param>
    public WorkdayPattern(ReadOnlySpan<bool> week, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays)
    {
        var nth = new List<int>();
        for (var i = 0; i < 7; i++)
        {
            _prefix[i + 1] = _prefix[i] + (week[i] ? 1 : 0);
            if (week[i])
                nth.Add(i);
        }

        _nth = [.. nth];
        Debug.Assert(_nth.Length > 0, "The caller refuses a week without a workday.");
        var off = holidays.Select(d => d.DayNumber).Where(IsPatternWorkday);
        var on = workdays.Select(d => d.DayNumber).Where(d => !IsPatternWorkday(d));
        _exceptions = [.. off.Concat(on).Distinct().Order()];
        _delta = new int[_exceptions.Length + 1];
        _before = new int[_exceptions.Length];
        for (var i = 0; i < _exceptions.Length; i++)
        {
            _before[i] = PatternBefore(_exceptions[i]) + _delta[i];
            _delta[i + 1] = _delta[i] + (IsPatternWorkday(_exceptions[i]) ? -1 : 1);
        }
    }

    /// <summary>Whether a day is a workday.</summary>
    public bool IsWorkday(int day) => IsPatternWorkday(day) != (Array.BinarySearch(_exceptions, day) >= 0);

    /// <summary>The number of workdays before a day, counted from 0001-01-01.</summary>
    public int CountBefore(int day)
    {
        var i = Array.BinarySearch(_exceptions, day);
        return PatternBefore(day) + _delta[i < 0 ? ~i : i];
    }

    /// <summary>The workday that has exactly <paramref name="count"/> workdays before it.</summary>
    public int Nth(int count)
    {
        // The last exception with at most that many workdays before it: between it and the next the pattern is pure.
        var i = Array.BinarySearch(_before, count);
        if (i < 0)
            i = ~i - 1;
        while (i + 1 < _before.Length && _before[i + 1] == count)
            i++;
        if (i >= 0 && _before[i] == count && !IsPatternWorkday(_exceptions[i]))
            return _exceptions[i];
        var inPattern = count - _delta[i + 1];
        return (inPattern / _nth.Length * 7) + _nth[inPattern % _nth.Length];
    }

    // 0001-01-01 is a Monday, so the remainder by 7 is the day of the week from Monday.
    private bool IsPatternWorkday(int day) => _prefix[(day % 7) + 1] != _prefix[day % 7];

    private int PatternBefore(int day) => (day / 7 * _nth.Length) + _prefix[day % 7];
}
