namespace GridGov.Community;

/// <summary>What the ledger knows of one member: the fold of the member's postings. Not thread-safe: the ledger guards it.</summary>
internal sealed class MemberAccount
{
    // Points by the day on which they were earned, oldest first: those are spent first and expire first.
    private readonly List<(DateOnly On, int Left)> _lots = [];
    private readonly Dictionary<(string Rule, int Year, int Month), int> _earned = [];

    public int Spendable { get; private set; }

    public int Honour { get; private set; }

    public HashSet<(string Rule, string Activity)> Earned { get; } = [];

    public Dictionary<(int Year, int Quarter), int> Redemptions { get; } = [];

    public int EarnedInMonth(string rule, DateOnly on) => _earned.GetValueOrDefault((rule, on.Year, on.Month));

    public void Apply(PointsPosting posting, PointsPosting? corrected)
    {
        if (posting.Account == PointsAccount.Honour)
        {
            Honour += posting.Points;
            return;
        }

        Spendable += posting.Points;
        switch (posting.Counter)
        {
            case PointsCounter.Issued:
                AddLot(posting.On, posting.Points);
                Earned.Add((posting.Code!, posting.Reference));
                var month = (posting.Code!, posting.On.Year, posting.On.Month);
                _earned[month] = _earned.GetValueOrDefault(month) + posting.Points;
                break;
            case PointsCounter.Redeemed:
                Take(-posting.Points);
                var quarter = (posting.On.Year, QuarterOf(posting.On));
                Redemptions[quarter] = Redemptions.GetValueOrDefault(quarter) + 1;
                break;
            case PointsCounter.Corrected when corrected is not null:
                TakeFrom(corrected.On, -posting.Points);
                break;
            default:
                Take(-posting.Points);
                break;
        }
    }

    /// <summary>What of the points earned on or before a day is left.</summary>
    public int LeftOfUntil(DateOnly day)
    {
        var left = 0;
        foreach (var lot in _lots)
        {
            if (lot.On > day)
                break;
            left += lot.Left;
        }

        return left;
    }

    public static int QuarterOf(DateOnly day) => (day.Month + 2) / 3;

    private void AddLot(DateOnly on, int points)
    {
        var at = _lots.Count;
        while (at > 0 && _lots[at - 1].On > on)
            at--;
        _lots.Insert(at, (on, points));
    }

    private void Take(int points)
    {
        while (points > 0)
        {
            var (on, left) = _lots[0];
            var taken = Math.Min(left, points);
            points -= taken;
            if (taken == left)
                _lots.RemoveAt(0);
            else
                _lots[0] = (on, left - taken);
        }
    }

    // What was wrongly earned on a day is taken from that day's points first, then from the oldest.
    private void TakeFrom(DateOnly day, int points)
    {
        for (var i = 0; i < _lots.Count && points > 0; i++)
        {
            if (_lots[i].On != day)
                continue;
            var taken = Math.Min(_lots[i].Left, points);
            points -= taken;
            _lots[i] = (day, _lots[i].Left - taken);
        }

        _lots.RemoveAll(l => l.Left == 0);
        Take(points);
    }
}
