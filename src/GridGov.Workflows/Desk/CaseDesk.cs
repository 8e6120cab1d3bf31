using System.Collections.Concurrent;
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
public sealed class CaseDesk
{
    private readonly CityProfile _city;
    private readonly ICaseStore _store;
    private readonly AssignmentEngine _engine;
    private readonly TimeProvider _time;
    private readonly DutyAdmission _admission;
    private readonly DueQueue _due = new();
    private readonly WaitingLine _waiting = new();

    private int _freed;

    // Open cases only: what ends is dropped, so memory follows the open cases.
    private readonly ConcurrentDictionary<CaseId, Case> _open = new();

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
    }

    /// <summary>What the city has fixed.</summary>
    public CityProfile City => _city;

    /// <summary>When <see cref="TickAsync"/> may next have something to do, or null when no clock runs.</summary>
    public DateTimeOffset? NextDue => _due.Next;

    /// <summary>How many cases wait because nobody had room.</summary>
    public int WaitingCount => _waiting.Count;

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
        return await CommitAsync(null, entry, taken: false, cancellationToken).ConfigureAwait(false) is { } opened
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
        if (await LoadAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        if (!TryRequest(@case, out var request))
            return DeskRefusals.NobodyEligible(@case);
        var trigger = _city.Lifecycle.Transitions.FirstOrDefault(t => t.From == @case.Step && t.AssignsHandler)?.Trigger;
        if (trigger is null)
            return DeskRefusals.NotAssignable(_city.Lifecycle, @case);
        var chosen = _engine.Assign(request);
        if (!chosen.IsAssigned)
        {
            if (chosen.Outcome == AssignmentOutcome.NobodyEligible)
                return DeskRefusals.NobodyEligible(@case);
            _waiting.Add(@case);
            return DeskRefusals.NobodyFree(@case);
        }

        var worker = _city.Roster.Workers[chosen.Worker];
        var command = new CaseCommand(trigger, by) { Handler = worker.Id, Lead = worker.Body };
        Outcome<Case>? outcome = null;
        try
        {
            outcome = await DecideAsync(@case, command, taken: true, cancellationToken).ConfigureAwait(false);
            return outcome.Value;
        }
        finally
        {
            // Whatever went wrong, what was taken for a case that did not move is given back.
            if (outcome is not { IsAccepted: true })
                _engine.Workload.Release(chosen.Worker, request.Weight);
        }
    }

    /// <summary>Assigns what waits and now finds room, the case that is due first before all others.</summary>
    /// <param name="cancellationToken">Cancels between cases.</param>
    /// <returns>The cases that found somebody.</returns>
    public async ValueTask<IReadOnlyList<Case>> AssignWaitingAsync(CancellationToken cancellationToken = default)
    {
        if (_waiting.Count == 0 || Interlocked.Exchange(ref _freed, 0) == 0)
            return [];
        var assigned = new List<Case>();
        foreach (var id in _waiting.Snapshot())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await AssignAsync(id, Actor.System, cancellationToken).ConfigureAwait(false);
            if (outcome.TryGetValue(out var @case))
                assigned.Add(@case);
            else if (outcome.Refusal?.Code != RefusalCodes.NobodyFree)
                _waiting.Remove(id);
        }

        return assigned;
    }

    /// <summary>Does something with a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="command">What, and who.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case after it, or every reason why not.</returns>
    public async ValueTask<Outcome<Case>> DoAsync(CaseId id, CaseCommand command, CancellationToken cancellationToken = default) =>
        await LoadAsync(id, cancellationToken).ConfigureAwait(false) is { } @case
            ? await DecideAsync(@case, command, taken: false, cancellationToken).ConfigureAwait(false)
            : DeskRefusals.Unknown(id);

    /// <summary>Does what the clocks ask for up to now: urges what is late, lapses and archives what has run out.</summary>
    /// <param name="cancellationToken">Cancels between cases.</param>
    /// <returns>The cases that changed.</returns>
    public async ValueTask<IReadOnlyList<Case>> TickAsync(CancellationToken cancellationToken = default)
    {
        var changed = new List<Case>();
        while (_due.TryTake(_time.GetUtcNow(), out var id, out var due))
        {
            if (!_open.TryGetValue(id, out var @case) || @case.StepDue != due)
                continue;
            if (_city.Lifecycle.State(@case.Step).OnDue is not { } trigger)
                continue;
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                var outcome = await DoAsync(id, new(trigger, Actor.System), cancellationToken).ConfigureAwait(false);
                if (outcome.TryGetValue(out var after))
                    changed.Add(after);
            }
            catch
            {
                // The clock still stands at this time: the next tick must find it again.
                _due.Add(id, due);
                throw;
            }
        }

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
        return TryRequest(@case, out var request) ? _engine.Explain(request) : DeskRefusals.NobodyEligible(@case);
    }

    /// <summary>Rebuilds open cases, clocks, workloads and the waiting line from the log; for a desk just made.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async ValueTask RestoreAsync(CancellationToken cancellationToken = default)
    {
        if (!_open.IsEmpty)
            throw new InvalidOperationException("The desk holds cases already.\nRestore a desk before anything else.");
        await foreach (var entry in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var @case = Case.Apply(_open.GetValueOrDefault(entry.Case), entry);
            if (@case.IsClosed)
                _open.TryRemove(@case.Id, out _);
            else
                _open[@case.Id] = @case;
        }

        foreach (var @case in _open.Values.OrderBy(c => c.Id))
        {
            if (@case.StepDue is { } due)
                _due.Add(@case.Id, due);
            if (Holder(@case) is { } worker)
                _engine.Workload.Take(worker, WeightOf(@case));
            else if (_city.Lifecycle.Transitions.Any(t => t.From == @case.Step && t.AssignsHandler))
                _waiting.Add(@case);
        }
    }

    private async ValueTask<Outcome<Case>> DecideAsync(Case @case, CaseCommand command, bool taken, CancellationToken cancellationToken)
    {
        var decision = _city.Lifecycle.Decide(@case, command, Context());
        if (decision.Refusal is { } refusal)
            return refusal;
        return await CommitAsync(@case, decision.ToEntry(), taken, cancellationToken).ConfigureAwait(false) is { } after
            ? after
            : DeskRefusals.Changed(@case);
    }

    private async ValueTask<Case?> CommitAsync(Case? before, CaseEntry entry, bool taken, CancellationToken cancellationToken)
    {
        if (await _store.AppendAsync(entry, cancellationToken).ConfigureAwait(false) == AppendResult.VersionConflict)
        {
            // Another writer was first; what is cached here is old.
            if (before is not null)
                _open.TryRemove(new(before.Id, before));
            return null;
        }

        var after = Case.Apply(before, entry);
        Follow(before, after, taken);
        return after;
    }

    private void Follow(Case? before, Case after, bool taken)
    {
        if (after.IsClosed)
            _open.TryRemove(after.Id, out _);
        else
            _open.AddOrUpdate(after.Id, after, (_, known) => known.Version > after.Version ? known : after);
        if (after.StepDue is { } due && due != before?.StepDue)
            _due.Add(after.Id, due);
        var was = before is null ? null : Holder(before);
        var now = Holder(after);
        if (was is { } previous && was != now)
        {
            _engine.Workload.Release(previous, WeightOf(after));
            Volatile.Write(ref _freed, 1);
        }

        if (now is { } next && now != was && !taken)
            _engine.Workload.Take(next, WeightOf(after));
        if (taken)
            _waiting.Remove(after.Id);
    }

    private async ValueTask<Case?> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(id, out var @case))
            return @case;
        var entries = await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        return entries.IsEmpty ? null : Case.From(entries.AsEnumerable());
    }

    private DecisionContext Context() => new(_time.GetUtcNow(), _city.Calendar);

    // Whose capacity the case takes up now, by position on the roster.
    private int? Holder(Case @case) =>
        @case.Handler is { } handler && !@case.IsClosed
        && _city.Lifecycle.State(@case.Step).HoldsHandler
        && _city.Roster.TryFind(handler, out var worker) ? worker : null;

    private int WeightOf(Case @case) => _city.Standards.TryFind(@case.Report.Class, out var standard) ? standard.Weight : 1;

    private bool TryRequest(Case @case, out AssignmentRequest request)
    {
        request = default;
        if (!_city.Grids.TryFind(@case.Report.Grid, out var node)
            || !_city.Standards.TryFind(@case.Report.Class, out var standard)
            || !_city.Roster.TryGetSkills(standard.Skills, out var skills))
        {
            return false;
        }

        request = new(node, skills, standard.Weight);
        return true;
    }
}
