using System.Numerics;

namespace GridGov.Community;

/// <summary>Lines of household and rule, waiting in a list a day: taking a day costs what is due on it. Not thread-safe.</summary>
internal sealed class VisitQueue
{
    private readonly int[] _subjects;
    private readonly byte[] _rules;
    private readonly int[] _next;
    private readonly int[] _first;
    private int[] _day = [];

    public VisitQueue(int days, ulong[] chosen)
    {
        var lines = 0;
        foreach (var rules in chosen)
            lines += BitOperations.PopCount(rules);
        _subjects = new int[lines];
        _rules = new byte[lines];
        _next = new int[lines];
        _first = new int[days];
        Array.Fill(_first, -1);
        var at = 0;
        for (var i = 0; i < chosen.Length; i++)
        {
            for (var rules = chosen[i]; rules != 0; rules &= rules - 1)
            {
                _subjects[at] = i;
                _rules[at++] = (byte)BitOperations.TrailingZeroCount(rules);
            }
        }
    }

    public int Days => _first.Length;

    public int Lines => _subjects.Length;

    public (int Subject, int Rule) this[int line] => (_subjects[line], _rules[line]);

    /// <summary>Puts a line on a day; what is due after the last day is out of the plan.</summary>
    public void Put(int line, int day)
    {
        if (day >= _first.Length)
            return;
        _next[line] = _first[day];
        _first[day] = line;
    }

    /// <summary>The lines of a day by rule, then household. The list is copied first: a line that is put again changes it.</summary>
    public IEnumerable<(int Line, int Subject, int Rule)> Take(int day)
    {
        var count = 0;
        for (var line = _first[day]; line >= 0; line = _next[line])
            count++;
        if (_day.Length < count)
            _day = new int[Math.Max(count, _day.Length * 2)];
        Span<int> starts = stackalloc int[VisitRules.Most + 1];
        for (var line = _first[day]; line >= 0; line = _next[line])
            starts[_rules[line] + 1]++;
        for (var r = 1; r <= VisitRules.Most; r++)
            starts[r] += starts[r - 1];
        for (var line = _first[day]; line >= 0; line = _next[line])
            _day[starts[_rules[line]]++] = line;
        return Lines(count);

        IEnumerable<(int, int, int)> Lines(int length)
        {
            // Lines of one rule were put by walks over households in order or by earlier days: sorted, they stand in order.
            var lines = _day;
            for (var begin = 0; begin < length;)
            {
                var end = begin + 1;
                while (end < length && _rules[lines[end]] == _rules[lines[begin]])
                    end++;
                Array.Sort(lines, begin, end - begin);
                begin = end;
            }

            for (var i = 0; i < length; i++)
                yield return (lines[i], _subjects[lines[i]], _rules[lines[i]]);
        }
    }
}
