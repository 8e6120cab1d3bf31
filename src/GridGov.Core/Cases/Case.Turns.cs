namespace GridGov;

/// <content>The side roads: limits moved, clocks stopped, returns, support, duplicates, answers.</content>
public sealed partial record Case
{
    /// <summary>The limit of the handling, counted from the report, without extensions; null in logs of version 1.</summary>
    public TimeLimit? Limit => _origin.Limit;

    /// <summary>When the clock of the step began: entering it, or the last entry that set it anew.</summary>
    public DateTimeOffset ClockSince { get; }

    /// <summary>When the clock of the handling began: at the report, or when it was taken up again.</summary>
    public DateTimeOffset CaseClockSince => _turns.ReopenedAt ?? Report.At;

    /// <summary>Every body for which somebody handled it so far, in order.</summary>
    public ValueList<BodyId> HandlingBodies => _people.HandlingBodies;

    /// <summary>How it came out, or null while that is not said.</summary>
    public CaseOutcome? Outcome { get; }

    /// <summary>What the reporter last answered, or null.</summary>
    public Satisfaction? Answer => _turns.Answer;

    /// <summary>How often the reporter was asked with an answer written down, "not reached" included.</summary>
    public int Answers => _turns.Answers;

    /// <summary>How often in a row the reporter was not reached, up to now.</summary>
    public int Unreached => _turns.Unreached;

    /// <summary>The extensions granted (延期) since the clock of the handling began, each with its length.</summary>
    public ValueList<TimeLimit> ExtendedBy => _turns.ExtendedBy;

    /// <summary>How often it was suspended (挂账).</summary>
    public int Suspensions => _turns.Suspensions;

    /// <summary>The intervals in which its clocks stood; the last is open while it is suspended.</summary>
    public PauseSet Pauses => _turns.Pauses;

    /// <summary>Whether its clocks stand now.</summary>
    public bool IsSuspended => _turns.Pauses.IsOpen;

    /// <summary>Until when it is suspended, or null.</summary>
    public DateTimeOffset? SuspendedUntil => _turns.SuspendedUntil;

    /// <summary>The bodies that sent it back as not theirs, in order.</summary>
    public ValueList<BodyId> ReturnedBy => _turns.ReturnedBy;

    /// <summary>The body that the last return named as the right one, then the one that was decided on; null while there was no return.</summary>
    public BodyId? RightBody => _turns.RightBody;

    /// <summary>The dispatcher who handed it on last, or null: to them a return comes back.</summary>
    public ActorId? AssignedBy => _people.AssignedBy;

    /// <summary>Everybody who checked the result so far (核查), in order: none of them may close it where that is kept apart.</summary>
    public ValueList<ActorId> CheckedBy { get; }

    /// <summary>When the body that handles it first spoke to the reporter (响应), or null.</summary>
    public DateTimeOffset? RespondedAt => _turns.RespondedAt;

    /// <summary>Whether it was decided after a return whose it is: there is no second return.</summary>
    public bool IsAdjudicated => _turns.IsAdjudicated;

    /// <summary>The bodies that were called to support, in order.</summary>
    public ValueList<SupportingBody> Supporters => _turns.Supporters;

    /// <summary>Those who stepped aside (回避) and may not handle it.</summary>
    public ValueList<ActorId> Recused => _turns.Recused;

    /// <summary>The case with which it was joined (合并), or null.</summary>
    public CaseId? DuplicateOf => _turns.DuplicateOf;

    /// <summary>How often its result did not hold (返工).</summary>
    public int Reworks => _turns.Reworks;

    /// <summary>How often it was taken up again because the reporter was not content.</summary>
    public int Reopenings => _turns.Reopenings;

    /// <summary>When the lead body confirmed that the matter is handled, or null while it is not: the handling is on time or late by this.</summary>
    public DateTimeOffset? HandledAt { get; }

    /// <summary>The highest share of the step's limit at which a warning was given since its clock began, in percent; 0 for none.</summary>
    public int StepWarned { get; }

    /// <summary>The highest share of the case's limit at which a warning was given, in percent; 0 for none.</summary>
    public int CaseWarned { get; }

    /// <summary>The highest level called in so far (升级), or null.</summary>
    public ResponsibilityLevel? EscalatedTo => _turns.EscalatedTo;

    /// <summary>
    /// The kinds of evidence that its entries refer to. After rework or a reopening, photos of the result and replies count
    /// no more: the next result needs its own.
    /// </summary>
    public ValueList<EvidenceKind> EvidenceKinds => _turns.EvidenceKinds;

    private ValueList<CommandKey> Keys { get; }

    /// <summary>Whether a command with a key is in the log already, and as which entry.</summary>
    /// <param name="key">The key.</param>
    /// <param name="number">The number of the entry, if found.</param>
    public bool TryFindKey(string key, out int number)
    {
        foreach (var known in Keys)
        {
            if (string.Equals(known.Key, key, StringComparison.Ordinal))
            {
                number = known.Number;
                return true;
            }
        }

        number = 0;
        return false;
    }
}
