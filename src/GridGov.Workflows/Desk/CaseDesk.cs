using GridGov.Assignment;
using GridGov.Rules;

namespace GridGov.Workflows;

/// <summary>Who hands a matter down, as far as the duty list asks. The default is a resident's report.</summary>
/// <param name="Level">The level of the body; default for residents, who count as the community.</param>
/// <param name="IsFunded">Whether the funding comes with it.</param>
/// <param name="TimesThisYear">How often it was handed down before in this calendar year.</param>
public readonly record struct TaskOrigin(GridLevel Level, bool IsFunded = false, int TimesThisYear = 0);

/// <summary>
/// The desk at which cases are opened, assigned, moved and watched: it loads a case, decides, appends the entry at the
/// version it saw, and keeps clocks and workloads in step. The only part that waits for a store. Thread-safe.
/// </summary>
public sealed partial class CaseDesk
{
    private readonly CityProfile _city;
    private readonly ICaseStore _store;
    private readonly AssignmentEngine _engine;
    private readonly TimeProvider _time;
    private readonly DutyAdmission _admission;
    private readonly CaseBook _book;

    // How often room had appeared at the last full round over the waiting line.
    private long _roundAt;

    /// <summary>Makes a desk. A desk on a store that holds cases already begins with <see cref="RestoreAsync"/>.</summary>
    /// <param name="city">What the city has fixed.</param>
    /// <param name="store">Where entries are kept.</param>
    /// <param name="engine">Who takes cases; made from the city's roster.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">The engine was made from another roster.</exception>
    public CaseDesk(CityProfile city, ICaseStore store, AssignmentEngine engine, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(time);
        if (engine.Roster != city.Roster)
            throw new ArgumentException("The engine works on another roster than the city's; make it from CityProfile.Roster.", nameof(engine));
        _city = city;
        _store = store;
        _engine = engine;
        _time = time;
        _admission = new(city.Duties);
        _book = new(city, engine);
    }

    /// <summary>What the city has fixed.</summary>
    public CityProfile City => _city;

    /// <summary>When <see cref="TickAsync"/> may next have something to do, or null when no clock runs.</summary>
    public DateTimeOffset? NextDue => _book.Due.Next;

    /// <summary>How many cases wait because nobody had room.</summary>
    public int WaitingCount => _book.Waiting.Count;

    /// <summary>Opens a case from a report (立案), if the duty list admits it.</summary>
    /// <param name="report">The report; its number becomes the case's number, so the same report opens one case only.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="origin">Who hands it down; default for a resident's report.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The open case, or why not.</returns>
    public async ValueTask<Outcome<Case>> OpenAsync(
        Report report, Actor by, TaskOrigin origin = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var context = Context();
        if (!_city.Standards.TryFind(report.Class, out var standard))
            return DeskRefusals.ClassUnknown(_city, report);
        if (!_city.Grids.TryFind(report.Grid, out _))
            return DeskRefusals.GridUnknown(report);
        var verdict = _admission.Check(new()
        {
            Duty = standard.Duty,
            From = origin.Level == default ? GridLevel.Community : origin.Level,
            On = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(report.At, _city.Calendar.Zone).DateTime),
            IsFunded = origin.IsFunded,
            TimesThisYear = origin.TimesThisYear,
        });
        if (verdict.Refusal is { } refusal)
            return refusal;
        var entry = _city.Lifecycle.Open(new(report.Id.Value), report, by, _city.Center, standard.Limit, context);
        return await CommitAsync(null, entry, reserved: null, cancellationToken).ConfigureAwait(false) is { } opened
            ? opened
            : DeskRefusals.Exists(entry.Case);
    }

    /// <summary>Gives a case to whom the engine chooses (派遣). When nobody has room, it waits in line.</summary>
    /// <param name="id">The case.</param>
    /// <param name="by">Who assigns; usually <see cref="Actor.System"/>.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case with its handler, or why nobody took it.</returns>
    public async ValueTask<Outcome<Case>> AssignAsync(CaseId id, Actor by, CancellationToken cancellationToken = default)
    {
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (!_book.TryRequest(@case, out var request))
            return DeskRefusals.NobodyEligible(@case);
        var lifecycle = _city.LifecycleOf(@case);
        if (lifecycle.AssigningFrom(@case.Step) is not { Trigger: var trigger })
            return DeskRefusals.NotAssignable(lifecycle, @case);
        var frees = _book.Frees;
        var chosen = _engine.Assign(request);
        if (!chosen.IsAssigned)
        {
            if (chosen.Outcome == AssignmentOutcome.NobodyEligible)
                return DeskRefusals.NobodyEligible(@case);
            _book.Waiting.Add(@case);

            // Room that appeared between looking and lining up may have had its round already: call for another.
            if (frees != _book.Frees)
                _book.CallForRound();
            return DeskRefusals.NobodyFree(@case);
        }

        var worker = _city.Roster.Workers[chosen.Worker];
        var command = new CaseCommand(trigger, by) { Handler = worker.Id, Lead = worker.Body };
        Outcome<Case>? outcome = null;
        try
        {
            outcome = await DecideAsync(@case, command, chosen.Worker, cancellationToken).ConfigureAwait(false);
            return outcome.Value;
        }
        finally
        {
            // Whatever went wrong, what was taken for a case that did not move is given back.
            if (outcome is not { IsAccepted: true })
                _book.GiveBack(chosen.Worker, request.Weight);
        }
    }

    /// <summary>Assigns what waits and now finds room, the case that is due first before all others.</summary>
    /// <param name="cancellationToken">Cancels between cases.</param>
    /// <returns>The cases that found somebody.</returns>
    public async ValueTask<IReadOnlyList<Case>> AssignWaitingAsync(CancellationToken cancellationToken = default)
    {
        var frees = _book.Frees;
        if (_book.Waiting.Count == 0 || frees == Interlocked.Read(ref _roundAt))
            return [];
        var assigned = new List<Case>();
        var complete = true;
        foreach (var id in _book.Waiting.Snapshot())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await AssignAsync(id, Actor.System, cancellationToken).ConfigureAwait(false);
            if (outcome.TryGetValue(out var @case))
                assigned.Add(@case);
            else if (outcome.Refusal?.Code == RefusalCodes.CaseChanged)
                complete = false;
            else if (outcome.Refusal?.Code != RefusalCodes.NobodyFree)
                _book.Waiting.Remove(id);
        }

        // A round that was cut short, or in which somebody else was faster, does not count: the next call tries again.
        if (complete)
            Interlocked.Exchange(ref _roundAt, frees);
        return assigned;
    }

    /// <summary>Does something with a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="command">What, and who.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case after it, or every reason why not.</returns>
    public async ValueTask<Outcome<Case>> DoAsync(CaseId id, CaseCommand command, CancellationToken cancellationToken = default)
    {
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        var outcome = HeadNamedBy(@case, command) is { } head
            ? await LinkAsync(@case, head, command, cancellationToken).ConfigureAwait(false)
            : await DecideAsync(@case, command, reserved: null, cancellationToken).ConfigureAwait(false);
        await SettleDuplicatesAsync(cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Does what the clocks ask for up to now: urges what is late, lapses and archives what has run out.</summary>
    /// <param name="cancellationToken">Cancels between cases.</param>
    /// <returns>The cases that changed.</returns>
    public async ValueTask<IReadOnlyList<Case>> TickAsync(CancellationToken cancellationToken = default)
    {
        var changed = new List<Case>();
        var missed = new List<(CaseId Id, DateTimeOffset Due)>();
        try
        {
            while (_book.Due.TryTake(_time.GetUtcNow(), out var id, out var due))
            {
                if (!_book.TryGet(id, out var @case) || @case.StepDue != due)
                    continue;
                if (_city.LifecycleOf(@case).TriggerWhenDue(@case) is not { } trigger)
                    continue;
                missed.Add((id, due));
                _book.Duplicates.Doubt(@case);
                cancellationToken.ThrowIfCancellationRequested();
                var outcome = await DoAsync(id, new(trigger, Actor.System), cancellationToken).ConfigureAwait(false);
                if (outcome.TryGetValue(out var after))
                    changed.Add(after);
                if (outcome.Refusal?.Code != RefusalCodes.CaseChanged)
                    missed.RemoveAt(missed.Count - 1);
            }
        }
        finally
        {
            // These clocks may still stand at that time: the next tick must find them again.
            foreach (var (id, due) in missed)
                _book.Due.Add(id, due);
        }

        await SettleDuplicatesAsync(cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Finds a case, open or closed.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case, or null when there is none.</returns>
    public ValueTask<Case?> FindAsync(CaseId id, CancellationToken cancellationToken = default) => LoadAsync(id, cancellationToken);

    /// <summary>Who would take a case now, and why: every candidate with what decided. Takes nothing.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    public async ValueTask<Outcome<AssignmentExplanation>> ExplainAsync(CaseId id, CancellationToken cancellationToken = default)
    {
        if (await LoadAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        return _book.TryRequest(@case, out var request) ? _engine.Explain(request) : DeskRefusals.NobodyEligible(@case);
    }

    /// <summary>
    /// Rebuilds open cases, clocks, workloads, turns and the waiting line from the log; for a desk just made. Every case
    /// without a handler waits in line, also one that nobody had tried to assign. A reading that fails changes nothing.
    /// </summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">The desk holds cases already.</exception>
    /// <exception cref="UnknownLifecycleException">An open case runs under a lifecycle version that the city does not know.</exception>
    public async ValueTask RestoreAsync(CancellationToken cancellationToken = default)
    {
        if (!_book.IsEmpty)
            throw new InvalidOperationException("The desk holds cases already.\nRestore a desk before anything else.");
        var cases = new Dictionary<CaseId, Case>();
        var turns = new Dictionary<int, int>();
        var turn = 0;
        await foreach (var entry in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var before = cases.GetValueOrDefault(entry.Case);
            var after = Case.Apply(before, entry);
            if (after.IsClosed)
                cases.Remove(after.Id);
            else
                cases[after.Id] = after;
            if (_city.Knows(after.Lifecycle) && _book.HolderOf(after) is { } worker && (before is null || !_city.Knows(before.Lifecycle) || _book.HolderOf(before) != worker))
                turns[worker] = turn++;
        }

        // Asked before anything is taken up: a version that is missing is told by the first case that needs it.
        foreach (var @case in cases.Values.OrderBy(c => c.Id))
            _ = _city.LifecycleOf(@case);
        _book.Restore(cases.Values, turns);
    }

    private async ValueTask<Outcome<Case>> DecideAsync(Case @case, CaseCommand command, int? reserved, CancellationToken cancellationToken)
    {
        var decision = _city.LifecycleOf(@case).Decide(@case, command, Context());
        if (decision.Refusal is { } refusal)
            return refusal;
        return await CommitAsync(@case, decision.ToEntry(), reserved, cancellationToken).ConfigureAwait(false) is { } after
            ? after
            : DeskRefusals.Changed(@case);
    }

    private async ValueTask<Case?> CommitAsync(Case? before, CaseEntry entry, int? reserved, CancellationToken cancellationToken)
    {
        if (await _store.AppendAsync(entry, cancellationToken).ConfigureAwait(false) == AppendResult.VersionConflict)
        {
            // Another writer was first: what is known here is old.
            if (before is not null && await ReadAsync(before.Id, cancellationToken).ConfigureAwait(false) is { } now)
                _book.Follow(now, reserved: null, adopt: true);
            return null;
        }

        var after = Case.Apply(before, entry);
        _book.Follow(after, reserved, adopt: before is null);
        return after;
    }

    // For whoever is about to change the case: one that another desk on the same store has opened is followed from now on.
    private async ValueTask<Case?> TakeUpAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (_book.TryGet(id, out var known))
            return known;
        var @case = await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        if (@case is not null)
            _book.Follow(@case, reserved: null, adopt: true);
        return @case;
    }

    private async ValueTask<Case?> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (_book.TryGet(id, out var @case))
            return @case;
        return await ReadAsync(id, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Case?> ReadAsync(CaseId id, CancellationToken cancellationToken)
    {
        var entries = await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        return entries.IsEmpty ? null : Case.From(entries.AsEnumerable());
    }

    private DecisionContext Context() => new(_time.GetUtcNow(), _city.Calendar);
}
