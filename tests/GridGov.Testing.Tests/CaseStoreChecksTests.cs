namespace GridGov.Testing.Tests;

/// <summary>The suite passes a sound store and catches a store that is broken in what a check looks at.</summary>
public class CaseStoreChecksTests
{
    private static readonly (string Check, Func<ICaseStore> Broken)[] Caught =
    [
        ("Entries are read as they were appended", () => new BrokenStore.CutsTicks()),
        ("Entries are read as they were appended", () => new BrokenStore.ForgetsOffsets()),
        ("An unknown case has no entries", () => new BrokenStore.FindsByPrefix()),
        ("An entry at another version is a conflict and stores nothing", () => new BrokenStore.TakesAnyVersion()),
        ("A case begins with its first entry", () => new BrokenStore.BeginsAnywhere()),
        ("Cases whose numbers differ in a letter's case or form are different cases", () => new BrokenStore.IgnoresLetterCase()),
        ("Nothing is not an entry and no position is below zero", () => new BrokenStore.TakesNull()),
        ("What was read does not change with what comes after", () => new BrokenStore.CachesReadings()),
        ("All entries come in the order in which they were stored, at positions from 1 without gaps", () => new BrokenStore.SortsByCase()),
        ("All entries come in the order in which they were stored, at positions from 1 without gaps", () => new BrokenStore.LeavesPositionsOut()),
        ("Reading begins after the position named", () => new BrokenStore.BeginsAtPosition()),
        ("Reading ends with what was there at the time of the call", () => new BrokenStore.ReadsOn()),
        ("Whoever cancelled gets no answer, and the store stays whole", () => new BrokenStore.IgnoresCancellation()),
        ("Whoever cancelled gets no answer, and the store stays whole", () => new BrokenStore.StoresHalfWhenCancelled()),
        ("Whoever follows gets what is there and then what comes, each once and in order", () => new BrokenStore.StopsFollowing()),
        ("Whoever follows gets what is there and then what comes, each once and in order", () => new BrokenStore.FollowsTwice()),
        ("Whoever follows begins after the position named and ends when cancelled", () => new BrokenStore.FollowsFromTheBeginning()),
        ("Several followers each get everything", () => new BrokenStore.KnowsOneFollower()),
        ("Of many writers at one version one wins", () => new BrokenStore.ChecksThenWrites()),
        ("Many writers on many cases lose and double nothing", () => new BrokenStore.LosesOneOfMany()),
        ("A command whose key is in its case already is told so and stores nothing", () => new BrokenStore.ForgetsKeys()),
        ("Checkpoints are kept in order", () => new BrokenStore.TakesAnyCheckpoint()),
        ("A snapshot is the last that was saved, or none", () => new BrokenStore.KeepsTheFirstSnapshot()),
        ("Whoever reads while others write sees no gap", () => new BrokenStore.ShowsLaterOnesFirst()),
    ];

    public static TheoryData<string> Checks => [.. CaseStoreChecks.All.Select(c => c.Name)];

    public static TheoryData<string, int> Broken => [.. Caught.Select((c, i) => new TheoryDataRow<string, int>(c.Check, i))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Checks))]
    public Task The_store_in_memory_passes(string check) => Named(check).RunAsync(CaseStoreFixture.Of(() => new InMemoryCaseStore()), Token);

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_store_that_is_broken_in_it_is_caught(string check, int which) =>
        await Assert.ThrowsAsync<ExpectationException>(() => Named(check).RunAsync(CaseStoreFixture.Of(Caught[which].Broken), Token));

    [Fact]
    public void For_every_check_there_is_a_store_that_it_catches() => Assert.Equal(
        CaseStoreChecks.All.Select(c => c.Name).Order(StringComparer.Ordinal),
        Caught.Select(c => c.Check).Append("What was acknowledged is there after the store was closed and opened").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_store_that_keeps_its_entries_passes_when_it_is_opened_again_and_one_that_loses_one_is_caught()
    {
        await CaseStoreChecks.RunAllAsync(new Reopening(lost: 0), Token);
        var failure = await Assert.ThrowsAsync<ExpectationException>(() => CaseStoreChecks.RunAllAsync(new Reopening(lost: 1), Token));
        Assert.Contains("after opening again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_check_that_failed_is_listed()
    {
        var failure = await Assert.ThrowsAsync<ExpectationException>(() => CaseStoreChecks.RunAllAsync(CaseStoreFixture.Of(() => new BrokenStore.SortsByCase()), Token));
        Assert.Contains("all entries: in place 1", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Split('\n').Length > 1);
    }

    [Fact]
    public async Task A_check_that_is_cancelled_is_cancelled_and_has_not_failed() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => CaseStoreChecks.All[0].RunAsync(CaseStoreFixture.Of(() => new InMemoryCaseStore()), new(canceled: true)));

    private static CaseStoreCheck Named(string name) => CaseStoreChecks.All.Single(c => c.Name == name);

    /// <summary>A store whose "disk" is the list of its entries.</summary>
    private sealed class Reopening(int lost) : CaseStoreFixture
    {
        public override ValueTask<ICaseStore> CreateAsync(CancellationToken cancellationToken) => new(new InMemoryCaseStore());

        public override async ValueTask<ICaseStore?> ReopenAsync(ICaseStore store, CancellationToken cancellationToken)
        {
            var again = new InMemoryCaseStore();
            var all = await store.ReadAllAsync(cancellationToken).ToListAsync(cancellationToken);
            foreach (var entry in all.Take(all.Count - lost))
                await again.AppendAsync(entry, cancellationToken);
            foreach (var checkpoint in await store.ReadCheckpointsAsync(cancellationToken))
                await again.AppendCheckpointAsync(checkpoint, cancellationToken);
            return again;
        }
    }
}
