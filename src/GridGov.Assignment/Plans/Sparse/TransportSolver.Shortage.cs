namespace GridGov.Assignment;

/// <content>Why a search found nothing.</content>
internal sealed partial class TransportSolver
{
    // Everybody reached is full, and whoever they hold has no way out of them: those cases and the one that is stuck
    // need more places of these workers than there are.
    private PlanShortage ShortageOfRoom(int stuck)
    {
        var reached = new bool[_workers];
        long room = 0;
        foreach (var w in _settled)
        {
            reached[w] = true;
            room += _room[w];
        }

        var held = new bool[_cases];
        held[CaseOf(stuck)] = true;
        for (var s = 0; s < _slots; s++)
        {
            if ((uint)_at[s] < (uint)_workers && reached[_at[s]])
                held[CaseOf(s)] = true;
        }

        long needed = 0;
        var cases = new List<int>();
        for (var c = 0; c < _cases; c++)
        {
            if (!held[c])
                continue;
            cases.Add(c);
            var outside = 0;
            RowOf(c, out var row, out _);
            foreach (var w in row)
                outside += reached[w] ? 0 : 1;
            needed += Math.Max(0, _problem.HeadcountOf(c) - outside);
        }

        return Make(ShortageKind.TooLittleRoom, cases, needed, room);
    }

    // Nobody reached can spare a case, and whatever they could be given they have.
    private PlanShortage ShortageOfCases()
    {
        var reached = new bool[_workers];
        long minima = 0;
        foreach (var w in _settled)
        {
            reached[w] = true;
            minima += _problem.MinimumOf(w);
        }

        long available = 0;
        var cases = new List<int>();
        for (var c = 0; c < _cases; c++)
        {
            var inside = 0;
            RowOf(c, out var row, out _);
            foreach (var w in row)
                inside += reached[w] ? 1 : 0;
            if (inside == 0)
                continue;
            cases.Add(c);
            available += Math.Min(_problem.HeadcountOf(c), inside);
        }

        return Make(ShortageKind.TooFewCases, cases, minima, available);
    }

    private PlanShortage Make(ShortageKind kind, List<int> cases, long needed, long available) => new()
    {
        Kind = kind,
        Cases = [.. cases],
        Workers = [.. _settled.Order()],
        Needed = needed,
        Available = available,
    };
}
