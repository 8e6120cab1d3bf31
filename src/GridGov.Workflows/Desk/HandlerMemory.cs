using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>
/// What is known of handlers from the entries of all cases: who last handled what has a tie in common, and the points that
/// they earned by cases claimed from the board. Not thread-safe.
/// </summary>
internal sealed class HandlerMemory(DispatchRules? rules)
{
    private readonly ContinuityMemory _ties = new(rules?.Line.RememberedTies ?? 0);
    private readonly Dictionary<CaseId, ActorId> _claims = [];
    private readonly Dictionary<ActorId, long> _points = [];

    public void Follow(CaseEntry entry, Report report)
    {
        if (entry.Trigger == SideRoads.Triggers.Claim && entry.Handler is { } claimer)
            _claims[entry.Case] = claimer;
        if (_claims.Count > 0 && _claims.TryGetValue(entry.Case, out var by))
        {
            // A case that went on to somebody else, or ended otherwise, earns nothing; one that is reworked earns once.
            if (entry.Kind == EntryKind.Handled && entry.Handler == by && PointsFor(report) is var points and > 0)
                _points[by] = _points.GetValueOrDefault(by) + points;
            if (entry.Kind == EntryKind.Handled || entry.Handler != by || entry.Ends)
                _claims.Remove(entry.Case);
        }

        if (entry is { Kind: EntryKind.Handled, Handler: { } handler } && rules?.Ties is { } ties)
            _ties.Remember(ties(report), handler);
    }

    public ValueList<ActorId> Known(Report report) => rules?.Ties is { } ties ? _ties.Of(ties(report)) : [];

    public long PointsOf(ActorId worker) => _points.GetValueOrDefault(worker);

    private int PointsFor(Report report) => rules?.Classes.FirstOrDefault(c => c.Class == report.Class)?.Board?.Points ?? 0;
}
