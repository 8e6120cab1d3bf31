namespace GridGov.Testing;

/// <summary>
/// The conformance suite of <see cref="ICaseStore"/> (存储一致性检查): each check can be run under any test framework, one
/// test for each. A store that passes all keeps what it acknowledged, lets one writer win, and loses and doubles nothing.
/// Stateless; thread-safe.
/// </summary>
public static class CaseStoreChecks
{
    /// <summary>Every check.</summary>
    public static ValueList<CaseStoreCheck> All { get; } =
    [
        new("Entries are read as they were appended", AppendChecks.ReadAsAppendedAsync),
        new("An unknown case has no entries", AppendChecks.UnknownAsync),
        new("An entry at another version is a conflict and stores nothing", AppendChecks.ConflictAsync),
        new("A case begins with its first entry", AppendChecks.FirstAsync),
        new("Cases whose numbers differ in a letter's case or form are different cases", AppendChecks.NumbersAsync),
        new("Nothing is not an entry and no position is below zero", AppendChecks.MisuseAsync),
        new("What was read does not change with what comes after", AppendChecks.SnapshotAsync),
        new("All entries come in the order in which they were stored, at positions from 1 without gaps", OrderChecks.OrderAsync),
        new("Reading begins after the position named", OrderChecks.FromAsync),
        new("Reading ends with what was there at the time of the call", OrderChecks.UpToNowAsync),
        new("Whoever cancelled gets no answer, and the store stays whole", OrderChecks.CancelledAsync),
        new("Whoever follows gets what is there and then what comes, each once and in order", FollowChecks.FollowAsync),
        new("Whoever follows begins after the position named and ends when cancelled", FollowChecks.FromAsync),
        new("Several followers each get everything", FollowChecks.SeveralAsync),
        new("Of many writers at one version one wins", RaceChecks.OneWinsAsync),
        new("Many writers on many cases lose and double nothing", RaceChecks.ManyCasesAsync),
        new("Whoever reads while others write sees no gap", RaceChecks.NoGapAsync),
        new("A command whose key is in its case already is told so and stores nothing", KeepingChecks.KeyAsync),
        new("Checkpoints are kept in order", KeepingChecks.CheckpointsAsync),
        new("A snapshot is the last that was saved, or none", KeepingChecks.SnapshotsAsync),
        new("What was acknowledged is there after the store was closed and opened", AppendChecks.ReopenedAsync),
    ];

    /// <summary>Runs every check, one after another.</summary>
    /// <param name="fixture">Makes the stores.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ExpectationException">A check failed: all that failed are listed.</exception>
    public static async Task RunAllAsync(CaseStoreFixture fixture, CancellationToken cancellationToken = default)
    {
        var failures = new List<ExpectationException>();
        foreach (var check in All)
        {
            try
            {
                await check.RunAsync(fixture, cancellationToken).ConfigureAwait(false);
            }
            catch (ExpectationException e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw new ExpectationException(string.Join('\n', failures.Select(f => f.Message)), failures[0]);
    }
}
