using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>The indicators of a log as it is read, entries of all cases between one another.</summary>
/// <param name="cases">How many cases; each has the entries of the late case.</param>
internal sealed class IndicatorsAgainstLinq(int cases = 50_000) : IComparison
{
    private static readonly DateTimeOffset AsOf = new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private CaseEntry[] _log = [];

    public string Id => cases > 50_000 ? "lifecycle.indicators.ten-million" : "lifecycle.indicators";

    public string Area => Areas.Lifecycle;

    public string What => FormattableString.Invariant($"nine indicators of the log of {cases:N0} cases, by a fold that forgets what has ended");

    public string Peer => "LINQ: GroupBy case, the cases folded, then Count for each numerator and denominator";

    public string Unit => "ns/log";

    public bool IsWhole => true;

    public void Setup()
    {
        var walk = new LateCase();
        CaseEntry[] one = [walk.Opening, .. walk.Steps.Select((s, i) => LateCase.Lifecycle.Decide(walk.Before[i], s.Command, s.Context).ToEntry())];
        var ids = Enumerable.Range(0, cases).Select(i => new CaseId(FormattableString.Invariant($"20260302-{i:0000000}"))).ToArray();

        // A day's cases go round together; most have ended before the last are opened.
        const int Day = 1_000;
        var log = new List<CaseEntry>(cases * one.Length);
        for (var first = 0; first < cases; first += Day)
        {
            foreach (var entry in one)
            {
                for (var i = first; i < Math.Min(first + Day, cases); i++)
                    log.Add(entry with { Case = ids[i] });
            }
        }

        _log = [.. log];
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var fold = new IndicatorFold();
            foreach (var entry in _log)
                fold.Add(entry);
            var all = fold.At(AsOf);
            foreach (var rate in (ReadOnlySpan<Ratio>)[all.Handled, all.HandledOnTime, all.Overdue, all.Extended, all.Closed, all.ClosedOnTime, all.Reworked, all.Solved, all.Satisfied])
                sum = Checksum.Add(Checksum.Add(sum, rate.Part), rate.Whole);
        }

        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var all = _log.GroupBy(e => e.Case).Select(Case.From)
                .Where(c => c.Outcome is not (CaseOutcome.Voided or CaseOutcome.Duplicate) && c.DuplicateOf is null && !(c.IsClosed && c.FirstLead is null)).ToList();
            var handed = all.Where(c => c.FirstLead is not null).ToList();
            var due = all.Where(c => !(c.IsSuspended && !c.IsClosed) && (c.IsClosed || c.CaseDue <= AsOf)).ToList();
            var closed = due.Where(c => c.IsClosed).ToList();
            var reached = all.Where(c => c.Answer is not null and not Satisfaction.NotReached).ToList();
            (int Part, int Whole)[] rates =
            [
                (handed.Count(c => c.HandledAt is not null), handed.Count),
                (handed.Count(c => c.HandledAt <= c.CaseDue), handed.Count),
                (handed.Count(c => !c.IsClosed && c.HandledAt is null && c.CaseDue < AsOf), handed.Count),
                (handed.Count(c => !c.ExtendedBy.IsEmpty), handed.Count),
                (closed.Count, due.Count),
                (closed.Count(c => c.HandledAt <= c.CaseDue), due.Count),
                (due.Count(c => c.Reworks > 0), due.Count),
                (closed.Count(c => c.Outcome == CaseOutcome.Solved), closed.Count),
                (reached.Count(c => c.Answer is Satisfaction.Satisfied or Satisfaction.FairlySatisfied), reached.Count),
            ];
            foreach (var (part, whole) in rates)
                sum = Checksum.Add(Checksum.Add(sum, part), whole);
        }

        return sum;
    }
}
