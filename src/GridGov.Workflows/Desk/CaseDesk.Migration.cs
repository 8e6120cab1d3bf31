namespace GridGov.Workflows;

/// <content>Moving cases in flight to another lifecycle version.</content>
public sealed partial class CaseDesk
{
    /// <summary>Moves one case to another lifecycle version (迁移).</summary>
    /// <param name="id">The case.</param>
    /// <param name="migration">The plan.</param>
    /// <param name="by">Who decided on it.</param>
    /// <param name="reason">Why; stands in the log.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case under its new version, or why it stays.</returns>
    /// <exception cref="ArgumentException">The city does not know the new version, or the reason is blank.</exception>
    public async ValueTask<Outcome<Case>> MigrateAsync(
        CaseId id, Migration migration, Actor by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(migration);
        if (!_city.Knows(migration.To.Version))
            throw new ArgumentException($"The city does not know {migration.To.Version}.\nMake it the lifecycle of new cases, or name it in FormerLifecycles.", nameof(migration));
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        var entry = migration.Entry(@case, by, reason, Context());
        if (entry.Refusal is { } refusal)
            return refusal;
        return await CommitAsync(@case, entry.Value, reserved: null, cancellationToken).ConfigureAwait(false) is { } after
            ? after
            : DeskRefusals.Changed(@case);
    }

    /// <summary>Moves every open case that runs under the version which the plan leaves, and says which stayed and why.</summary>
    /// <param name="migration">The plan.</param>
    /// <param name="by">Who decided on it.</param>
    /// <param name="reason">Why; stands in the log.</param>
    /// <param name="cancellationToken">Cancels between cases; those that have moved stay moved.</param>
    /// <exception cref="ArgumentException">The city does not know the new version, or the reason is blank.</exception>
    public async ValueTask<MigrationReport> MigrateAsync(
        Migration migration, Actor by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var cases = new SortedDictionary<CaseId, Case>();
        await foreach (var entry in _store.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            cases[entry.Case] = Case.Apply(cases.GetValueOrDefault(entry.Case), entry);
        var moves = new List<MigrationMove>();
        var stays = new List<MigrationStay>();
        foreach (var before in cases.Values.Where(c => !c.IsClosed && c.Lifecycle == migration.From.Version))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await MigrateAsync(before.Id, migration, by, reason, cancellationToken).ConfigureAwait(false);
            if (outcome.TryGetValue(out var after))
                moves.Add(new(after.Id, before.Step, after.Step, after.StepDue));
            else
                stays.Add(new(before.Id, outcome.Refusal!));
        }

        return new(ValueList.From(moves), ValueList.From(stays));
    }
}
