namespace GridGov.Workflows;

/// <summary>
/// The same indicators as <see cref="CaseIndicators.Of"/>, from the log as it is read: a case that has ended is counted and
/// forgotten, so that memory grows with the open cases and not with the log. Not thread-safe.
/// </summary>
/// <param name="responseWithin">Within what time a unit has to speak to the reporter; 24 hours unless given.</param>
public sealed class IndicatorFold(TimeSpan? responseWithin = null)
{
    private readonly IndicatorCount _ended = new(responseWithin ?? CaseIndicators.DefaultResponse);
    private readonly Dictionary<CaseId, OpenCase> _open = [];
    private OpenCase? _last;

    /// <summary>How many cases are open: what is kept.</summary>
    public int OpenCases => _open.Count;

    /// <summary>One more entry of the log; entries of one case in their order, those of several in any.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="ArgumentException">It does not follow: its case is not open here, or an entry is missing or was given twice.</exception>
    public void Add(CaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var open = Find(entry);
        if (open.Version + 1 != entry.Number)
            throw new ArgumentException($"Entry {entry.Number} of case {entry.Case} does not follow version {open.Version}.", nameof(entry));
        open.Version = entry.Number;
        open.Figures.Apply(entry);
        if (!entry.Ends)
            return;
        _ended.Add(open.Figures, entry.At);
        _open.Remove(entry.Case);
        _last = null;
    }

    /// <summary>The indicators of all entries so far.</summary>
    /// <param name="asOf">The instant at which it is counted: what is due by then is due.</param>
    public CaseIndicators At(DateTimeOffset asOf)
    {
        var count = _ended.Copy();
        foreach (var open in _open.Values)
            count.Add(open.Figures, asOf);
        return count.Result();
    }

    // Logs have runs of one case: the last is looked at before the rest.
    private OpenCase Find(CaseEntry entry)
    {
        if (_last is { } last && last.Id == entry.Case)
            return last;
        if (_open.TryGetValue(entry.Case, out var open))
            return _last = open;
        if (entry.Kind != EntryKind.Opened)
            throw new ArgumentException($"Entry {entry.Number} of case {entry.Case} does not open it, and the case is not open here: it ended, or its first entries were not given.", nameof(entry));
        _open.Add(entry.Case, open = new(entry.Case));
        return _last = open;
    }

    private sealed class OpenCase(CaseId id)
    {
        public CaseFigures Figures;

        public CaseId Id => id;

        public int Version { get; set; }
    }
}
