namespace GridGov.Workflows;

/// <summary>The counts behind <see cref="CaseIndicators"/>, case by case. Not thread-safe.</summary>
internal sealed class IndicatorCount(TimeSpan response)
{
    private SortedDictionary<CaseOutcome, int> _outcomes = [];
    private int _all, _duplicates, _voided, _notAccepted, _suspendedNow, _reopened, _suspended;
    private int _toHandle, _handled, _handledOnTime, _overdue, _extended, _responded;
    private int _toClose, _closed, _closedOnTime, _reworked, _asked, _reached, _satisfied;

    public void Add(in CaseFigures @case, DateTimeOffset asOf)
    {
        _all++;
        if (@case.Outcome == CaseOutcome.Voided)
            _voided++;
        else if (@case.Outcome == CaseOutcome.Duplicate || @case.IsDuplicate)
            _duplicates++;
        else if (@case is { IsClosed: true, WasHandedOn: false })
            _notAccepted++;
        else
            AddCounted(@case, asOf);
    }

    /// <summary>The same counts, to which more can be added without touching these.</summary>
    public IndicatorCount Copy()
    {
        var copy = (IndicatorCount)MemberwiseClone();
        copy._outcomes = new(_outcomes);
        return copy;
    }

    public CaseIndicators Result() => new()
    {
        Cases = _all,
        Duplicates = _duplicates,
        Voided = _voided,
        NotAccepted = _notAccepted,
        SuspendedNow = _suspendedNow,
        Handled = new(_handled, _toHandle),
        HandledOnTime = new(_handledOnTime, _toHandle),
        Overdue = new(_overdue, _toHandle),
        Extended = new(_extended, _toHandle),
        Responded = new(_responded, _toHandle),
        Closed = new(_closed, _toClose),
        ClosedOnTime = new(_closedOnTime, _toClose),
        Reworked = new(_reworked, _toClose),
        Solved = new(_outcomes.GetValueOrDefault(CaseOutcome.Solved), _closed),
        Satisfied = new(_satisfied, _reached),
        Reached = new(_reached, _asked),
        Reopened = _reopened,
        Suspended = _suspended,
        Outcomes = ValueList.From(_outcomes.Select(o => new OutcomeCount(o.Key, o.Value))),
    };

    private void AddCounted(in CaseFigures @case, DateTimeOffset asOf)
    {
        var onTime = @case is { HandledAt: { } handled, Due: { } due } && handled <= due;
        _reopened += One(@case.WasReopened);
        _suspended += One(@case.WasSuspended);
        if (@case.WasHandedOn)
            AddHandling(@case, onTime, asOf);
        if (@case.IsSuspended && !@case.IsClosed)
            _suspendedNow++;
        else if (@case.IsClosed || @case.Due <= asOf)
            AddClosing(@case, onTime);
        if (@case.Answer is { } answer)
        {
            _asked++;
            _reached += One(answer != Satisfaction.NotReached);
            _satisfied += One(answer is Satisfaction.Satisfied or Satisfaction.FairlySatisfied);
        }
    }

    private void AddHandling(in CaseFigures @case, bool onTime, DateTimeOffset asOf)
    {
        _toHandle++;
        _handled += One(@case.HandledAt is not null);
        _handledOnTime += One(onTime);
        _overdue += One(!@case.IsClosed && @case.HandledAt is null && @case.Due < asOf);
        _extended += One(@case.IsExtended);
        _responded += One(@case.RespondedAt is { } at && at - @case.ClockSince <= response);
    }

    private void AddClosing(in CaseFigures @case, bool onTime)
    {
        _toClose++;
        _reworked += One(@case.WasReworked);
        if (!@case.IsClosed)
            return;
        _closed++;
        _closedOnTime += One(onTime);
        if (@case.Outcome is { } outcome)
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
    }

    private static int One(bool holds) => holds ? 1 : 0;
}
