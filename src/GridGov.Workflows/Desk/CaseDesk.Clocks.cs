namespace GridGov.Workflows;

/// <content>The clocks.</content>
public sealed partial class CaseDesk
{
    // A case that has so many acts at one instant has a lifecycle that leads round in a circle.
    private const int MaxRounds = 64;

    // So many clocks in a row that fail mean a store that is away, not a bad case.
    private const int MaxFailures = 16;

    /// <summary>When <see cref="TickAsync"/> may next have something to do, or null when no clock runs.</summary>
    public DateTimeOffset? NextDue => Earlier(_book.Due.Next, _book.Places.Due.Next);

    /// <summary>What the clock of the whole handling of a case shows now.</summary>
    /// <param name="case">The case.</param>
    /// <returns>The clock, or null for a case whose log does not say its limit.</returns>
    public CaseClockView? CaseClockOf(Case @case) => CaseClockView.OfCase(@case, _city.Calendar, _time.GetUtcNow());

    /// <summary>What the clock of the step of a case shows now.</summary>
    /// <param name="case">The case.</param>
    /// <returns>The clock, or null at an end.</returns>
    public CaseClockView? StepClockOf(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return CaseClockView.OfStep(_city.LifecycleOf(@case), @case, _city.Calendar, _time.GetUtcNow());
    }

    /// <summary>
    /// Reads what other desks have stored (<see cref="LearnAsync(CancellationToken)"/>), then does what the clocks ask for up to now: warns, urges and escalates what is late, resumes, lapses and archives what has
    /// run out. The case that is due first comes first; one that has several acts due gets one after the other. Then offers
    /// that ran out go on, and with <see cref="DispatchRules.DrainsAtOnce"/> whoever may now take a case gets it.
    /// </summary>
    /// <remarks>
    /// A clock that fails does not keep the others waiting: it is reported, and tried again by a later tick, each time
    /// after a longer wait. One whose act is refused is silent until somebody acts on its case.
    /// </remarks>
    /// <param name="cancellationToken">Cancels between cases and the wait for the store; what is not done stays due.</param>
    /// <returns>The cases that changed, and what failed.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async ValueTask<TickResult> TickAsync(CancellationToken cancellationToken = default)
    {
        var tick = new Tick();
        await LearnAsync(tick, cancellationToken).ConfigureAwait(false);
        var isComplete = await ServeDueAsync(tick, cancellationToken).ConfigureAwait(false);
        await SettleDuplicatesAsync(tick, cancellationToken).ConfigureAwait(false);
        isComplete &= await TickDispatchAsync(tick, cancellationToken).ConfigureAwait(false);
        return tick.Result(isComplete);
    }

    // Whether nothing that is due was left.
    private async ValueTask<bool> ServeDueAsync(Tick tick, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var due = _book.Due.DueBy(_time.GetUtcNow());
            if (due.Count == 0)
                return true;
            foreach (var (id, _) in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await ServeAsync(id, tick, cancellationToken).ConfigureAwait(false);
                if (tick.FailuresInARow >= MaxFailures)
                    return false;
            }
        }

        return false;
    }

    /// <summary>When the next clock is due, and a task that ends as soon as one is due before that.</summary>
    internal (DateTimeOffset? Next, Task Sooner) WatchClocks()
    {
        var (clock, sooner) = _book.Due.Watch();
        var (dispatch, too) = _book.Places.Due.Watch();
        return (Earlier(clock, dispatch), Task.WhenAny(sooner, too));
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    // One act of one case. Whatever goes wrong ends here, but for being cancelled.
    private async ValueTask ServeAsync(CaseId id, Tick tick, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; attempt <= MaxAttempts; attempt++)
            {
                var now = _time.GetUtcNow();
                if (!_book.TryGet(id, out var @case))
                    return;
                if (_book.NextOf(@case) is not { } next || next.At > now)
                {
                    // It moved between looking and now; what it moved to is in the queue already, unless nothing was.
                    _book.Postpone(@case, _book.NextOf(@case)?.At);
                    return;
                }

                if (now < @case.LastAt)
                {
                    // The clock of another desk is ahead of this one; nothing is entered before what was entered last.
                    _book.Postpone(@case, @case.LastAt);
                    return;
                }

                _book.Duplicates.Doubt(@case);
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _city.Calendar.Zone).DateTime);
                var command = ChainOfDuty.Address(next.Command, @case, _city.Responsibilities, today);
                var outcome = await DecideAsync(@case, command, reserved: null, cancellationToken).ConfigureAwait(false);
                if (outcome.TryGetValue(out var after))
                {
                    tick.Changed(after);
                    return;
                }

                if (outcome.Refusal is { Code: not RefusalCodes.CaseChanged } refusal)
                {
                    _book.Postpone(@case, null);
                    tick.Refused(new(id, command.Trigger, refusal));
                    return;
                }
            }

            tick.Failed(new(id, _book.PutOff(id, _time.GetUtcNow()), null));
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            tick.Failed(new(id, _book.PutOff(id, _time.GetUtcNow()), e));
        }
    }

    private sealed class Tick
    {
        private readonly List<Case> _changed = [];
        private readonly List<TickFailure> _failures = [];
        private readonly List<TickRefusal> _refusals = [];

        public int FailuresInARow { get; private set; }

        public void Changed(Case @case)
        {
            _changed.Add(@case);
            FailuresInARow = 0;
        }

        public void Refused(TickRefusal refusal) => _refusals.Add(refusal);

        public void Failed(TickFailure failure)
        {
            _failures.Add(failure);
            FailuresInARow++;
        }

        public void FailedDispatch(Exception error) => DispatchError = error;

        public Exception? DispatchError { get; private set; }

        public void FailedLearning(Exception error) => LearningError = error;

        public Exception? LearningError { get; private set; }

        public TickResult Result(bool isComplete) => new(_changed, _failures, _refusals, isComplete)
        {
            DispatchError = DispatchError,
            LearningError = LearningError,
        };
    }
}
