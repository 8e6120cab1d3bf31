namespace GridGov.Workflows;

/// <summary>
/// What indicators ask of one case, and nothing else: taken from a folded case, or folded from its entries without the
/// case. Both must agree; a property test holds them together.
/// </summary>
internal struct CaseFigures
{
    public bool IsClosed;
    public bool IsSuspended;
    public bool WasHandedOn;
    public bool IsDuplicate;
    public bool IsExtended;
    public bool WasReworked;
    public bool WasReopened;
    public bool WasSuspended;
    public CaseOutcome? Outcome;
    public Satisfaction? Answer;
    public DateTimeOffset? HandledAt;
    public DateTimeOffset? RespondedAt;
    public DateTimeOffset? Due;
    public DateTimeOffset ClockSince;

    public static CaseFigures Of(Case @case) => new()
    {
        IsClosed = @case.IsClosed,
        IsSuspended = @case.IsSuspended,
        WasHandedOn = @case.FirstLead is not null,
        IsDuplicate = @case.DuplicateOf is not null,
        IsExtended = !@case.ExtendedBy.IsEmpty,
        WasReworked = @case.Reworks > 0,
        WasReopened = @case.Reopenings > 0,
        WasSuspended = @case.Suspensions > 0,
        Outcome = @case.Outcome,
        Answer = @case.Answer,
        HandledAt = @case.HandledAt,
        RespondedAt = @case.RespondedAt,
        Due = @case.CaseDue,
        ClockSince = @case.CaseClockSince,
    };

    /// <summary>One more entry; the first opens the case.</summary>
    public void Apply(CaseEntry entry)
    {
        if (entry.Report is { } report)
            ClockSince = report.At;
        IsClosed = entry.Ends;
        Due = entry.CaseDue;
        WasHandedOn |= entry.Handler is not null;
        if (entry.Facts is { } facts)
        {
            Outcome = facts.Outcome ?? Outcome;
            Answer = facts.Answer ?? Answer;
        }

        Turn(entry);
    }

    private void Turn(CaseEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Extended when entry.Facts?.Limit is not null:
                IsExtended = true;
                break;
            case EntryKind.Suspended:
                IsSuspended = WasSuspended = true;
                break;
            case EntryKind.Resumed:
                IsSuspended = false;
                break;
            case EntryKind.Linked:
                IsDuplicate = entry.Facts?.Related is not null;
                break;
            case EntryKind.Handled:
                HandledAt = entry.At;
                break;
            case EntryKind.Responded:
                RespondedAt ??= entry.At;
                break;
            case EntryKind.Reworked:
                WasReworked = true;
                (HandledAt, Outcome) = (null, null);
                break;
            case EntryKind.Reopened:
                WasReopened = true;
                IsExtended = false;
                ClockSince = entry.At;
                (HandledAt, Outcome, RespondedAt) = (null, null, null);
                break;
            default:
                break;
        }
    }
}
