namespace GridGov.Workflows;

/// <content>Commands: deciding, appending, and what happens when several come at once.</content>
public sealed partial class CaseDesk
{
    // So many writers in a row were faster: whoever asked is told instead of waiting for ever.
    private const int MaxAttempts = 64;

    /// <summary>Does something with a case.</summary>
    /// <remarks>
    /// <para>
    /// Of several commands at once on one case one wins. The others are refused with <see cref="RefusalCodes.CaseChanged"/>,
    /// or decided again on the new version where that is safe: a command with a key (<see cref="CaseFacts.Key"/>), which
    /// cannot be done twice, and one of <see cref="Role.System"/>, which looks at nothing but the case. Never one with an
    /// <see cref="CaseCommand.ExpectedVersion"/>: whoever named a version has looked at it and wants no other.
    /// </para>
    /// <para>
    /// A command whose key is in the log of the case already is not done again: its sender gets the case as the first one
    /// left it, also after a restart. A refusal leaves no entry, so a refused command may be sent again with its key.
    /// When a store fails, an entry may be there all the same: whoever sends a key may simply send it again.
    /// </para>
    /// </remarks>
    /// <param name="id">The case.</param>
    /// <param name="command">What, and who.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case after it, or every reason why not.</returns>
    public async ValueTask<Outcome<Case>> DoAsync(CaseId id, CaseCommand command, CancellationToken cancellationToken = default)
    {
        var outcome = await AttemptAsync(id, command, cancellationToken).ConfigureAwait(false);
        await SettleDuplicatesAsync(null, cancellationToken).ConfigureAwait(false);
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await ReadOnAsync(cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async ValueTask<Outcome<Case>> AttemptAsync(CaseId id, CaseCommand command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
                return DeskRefusals.Unknown(id);
            if (command.ExpectedVersion > @case.Version)
                @case = await CatchUpAsync(@case, cancellationToken).ConfigureAwait(false);
            if (await RepeatedAsync(@case, command, cancellationToken).ConfigureAwait(false) is { } first)
                return first;
            if (command.ExpectedVersion is { } expected && expected != @case.Version)
                return DeskRefusals.Changed(@case, expected);
            var outcome = HeadNamedBy(@case, command) is { } head
                ? await LinkAsync(@case, head, command, cancellationToken).ConfigureAwait(false)
                : await DecideAsync(@case, command, reserved: null, cancellationToken).ConfigureAwait(false);
            if (outcome.IsAccepted || attempt == MaxAttempts)
                return outcome;
            if (!IsSafeToRepeat(command))
                return await DoneElsewhereAsync(@case, command, cancellationToken).ConfigureAwait(false) ?? outcome;

            // What is known here may be old: another desk may have done this very command. Then it is looked at again.
            var changed = outcome.Refusal?.Code == RefusalCodes.CaseChanged;
            if (!changed && (command.Facts?.Key is null || (await CatchUpAsync(@case, cancellationToken).ConfigureAwait(false)).Version == @case.Version))
                return outcome;
        }
    }

    // A command with a key that was done by another desk, or by this one, which never heard of it.
    private async ValueTask<Outcome<Case>?> DoneElsewhereAsync(Case seen, CaseCommand command, CancellationToken cancellationToken) => command.Facts?.Key is null
        ? null
        : await RepeatedAsync(await CatchUpAsync(seen, cancellationToken).ConfigureAwait(false), command, cancellationToken).ConfigureAwait(false);

    private static bool IsSafeToRepeat(in CaseCommand command) =>
        command.ExpectedVersion is null && (command.Facts?.Key is not null || command.By.Role == Role.System);

    // What a command with a known key has led to, or that the key was another command's.
    private async ValueTask<Outcome<Case>?> RepeatedAsync(Case @case, CaseCommand command, CancellationToken cancellationToken)
    {
        if (command.Facts?.Key is not { } key || !@case.TryFindKey(key, out var number))
            return null;
        var entries = await _store.ReadAsync(@case.Id, cancellationToken).ConfigureAwait(false);
        var first = entries[number - 1];
        return first.By == command.By && string.Equals(first.Trigger, command.Trigger, StringComparison.Ordinal)
            ? Case.From(entries.Take(number))
            : DeskRefusals.KeyReused(@case, number);
    }

    private async ValueTask<Outcome<Case>> DecideAsync(Case @case, CaseCommand command, Reservation? reserved, CancellationToken cancellationToken)
    {
        var (lifecycle, context) = (_city.LifecycleOf(@case), Context());
        var decision = lifecycle.Decide(@case, WithReportBy(lifecycle, @case, command, context.Now), context);
        if (decision.Refusal is { } refusal)
            return refusal;
        return await CommitAsync(@case, decision.ToEntry(), reserved, cancellationToken).ConfigureAwait(false) is { } after
            ? after
            : DeskRefusals.Changed(@case);
    }

    private async ValueTask<Case?> CommitAsync(Case? before, CaseEntry entry, Reservation? reserved, CancellationToken cancellationToken)
    {
        if (await _store.AppendAsync(entry, cancellationToken).ConfigureAwait(false) != AppendResult.Appended)
        {
            // Another writer was first, perhaps with this very command: what is known here is old, unless that writer was here and has told already.
            if (before is not null && !(_book.TryGet(before.Id, out var known) && known.Version > before.Version))
                await CatchUpAsync(before, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var after = Case.Apply(before, entry);
        _book.Follow(after, [entry], reserved, adopt: before is null);
        return after;
    }

    // The case as the store has it now: what is known, and the entries since.
    private async ValueTask<Case> CatchUpAsync(Case known, CancellationToken cancellationToken)
    {
        var entries = await _store.ReadAsync(known.Id, cancellationToken).ConfigureAwait(false);
        var now = known;
        for (var i = known.Version; i < entries.Count; i++)
            now = Case.Apply(now, entries[i]);
        if (now.Version > known.Version)
            _book.Follow(now, entries, reserved: null, adopt: true);
        return now;
    }

    // For whoever is about to change the case: one that another desk on the same store has opened is followed from now on.
    private async ValueTask<Case?> TakeUpAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (_book.TryGet(id, out var known))
            return known;
        var entries = await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        if (entries.IsEmpty)
            return null;
        var @case = Case.From(entries.AsEnumerable());
        _book.Follow(@case, entries, reserved: null, adopt: true);
        return @case;
    }

    private async ValueTask<Case?> LoadAsync(CaseId id, CancellationToken cancellationToken)
    {
        if (_book.TryGet(id, out var @case))
            return @case;
        var entries = await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        return entries.IsEmpty ? null : Case.From(entries.AsEnumerable());
    }

    private DecisionContext Context() => new(_time.GetUtcNow(), _city.Calendar);
}
