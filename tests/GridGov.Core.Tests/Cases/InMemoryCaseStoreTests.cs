namespace GridGov.Core.Tests;

public class InMemoryCaseStoreTests
{
    private static readonly CaseId Id = ChainSamples.Opened.Case;

    private readonly InMemoryCaseStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_are_read_as_they_were_appended()
    {
        foreach (var entry in ChainSamples.All)
            Assert.Equal(AppendResult.Appended, await _store.AppendAsync(entry, Token));

        Assert.Equal(ChainSamples.All, await _store.ReadAsync(Id, Token));
        Assert.Equal(4, _store.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task An_entry_at_another_version_is_a_conflict_and_stores_nothing(int number)
    {
        await _store.AppendAsync(ChainSamples.Opened, Token);
        await _store.AppendAsync(ChainSamples.Assigned, Token);

        Assert.Equal(AppendResult.VersionConflict, await _store.AppendAsync(ChainSamples.Urged with { Number = number }, Token));
        Assert.Equal([ChainSamples.Opened, ChainSamples.Assigned], await _store.ReadAsync(Id, Token));
        Assert.Equal(2, _store.Count);
        Assert.Equal(AppendResult.Appended, await _store.AppendAsync(ChainSamples.Urged, Token));
    }

    [Fact]
    public async Task A_case_begins_with_its_first_entry()
    {
        Assert.Equal(AppendResult.VersionConflict, await _store.AppendAsync(ChainSamples.Assigned, Token));
        Assert.Empty(await _store.ReadAsync(Id, Token));
        Assert.Equal(0, _store.Count);
        Assert.Equal(AppendResult.Appended, await _store.AppendAsync(ChainSamples.Opened, Token));
    }

    [Fact]
    public async Task What_was_read_does_not_change_with_what_comes_after()
    {
        await _store.AppendAsync(ChainSamples.Opened, Token);
        var read = await _store.ReadAsync(Id, Token);
        await _store.AppendAsync(ChainSamples.Assigned, Token);

        Assert.Equal([ChainSamples.Opened], read);
    }

    [Fact]
    public async Task All_entries_come_in_the_order_in_which_they_were_stored()
    {
        var other = ChainSamples.Opened with { Case = new("A-1") };
        CaseEntry[] order = [ChainSamples.Opened, other, ChainSamples.Assigned, other with { Number = 2 }, ChainSamples.Urged];
        foreach (var entry in order)
            await _store.AppendAsync(entry, Token);

        Assert.Equal(order, await All(_store.ReadAllAsync(Token), Token));
        Assert.Equal([other, other with { Number = 2 }], await _store.ReadAsync(other.Case, Token));
    }

    [Fact]
    public async Task All_entries_are_those_up_to_the_time_of_the_call()
    {
        await _store.AppendAsync(ChainSamples.Opened, Token);
        var all = _store.ReadAllAsync(Token);
        await _store.AppendAsync(ChainSamples.Assigned, Token);

        Assert.Equal([ChainSamples.Opened], await All(all, Token));
    }

    [Fact]
    public async Task Whoever_cancelled_gets_no_answer_and_stores_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.AppendAsync(ChainSamples.Opened, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.ReadAsync(Id, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await All(_store.ReadAllAsync(cancelled), Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await All(_store.ReadAllAsync(Token), cancelled));
        Assert.Equal(0, _store.Count);
    }

    [Fact]
    public async Task Reading_all_stops_when_it_is_cancelled_on_the_way()
    {
        foreach (var entry in ChainSamples.All)
            await _store.AppendAsync(entry, Token);
        using var source = new CancellationTokenSource();
        var read = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _store.ReadAllAsync(source.Token))
            {
                read++;
                await source.CancelAsync();
            }
        });
        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Of_eight_threads_that_append_at_the_same_version_one_wins_each_time()
    {
        const int threads = 8;
        const int versions = 500;
        using var barrier = new Barrier(threads);
        var won = await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                var mine = new List<int>();
                for (var version = 1; version <= versions; version++)
                {
                    barrier.SignalAndWait(Token);
                    var entry = ChainSamples.Assigned with { Number = version, Note = $"{thread}" };
                    if (_store.AppendAsync(entry, Token).AsTask().GetAwaiter().GetResult() == AppendResult.Appended)
                        mine.Add(version);
                }

                return mine;
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(Enumerable.Range(1, versions), won.SelectMany(v => v).Order());
        var stored = await _store.ReadAsync(Id, Token);
        Assert.Equal(Enumerable.Range(1, versions), stored.Select(e => e.Number));
        Assert.All(stored, e => Assert.Contains(e.Number, won[e.Note![0] - '0']));
        Assert.Equal(stored, await All(_store.ReadAllAsync(Token), Token));
    }

    [Fact]
    public async Task Whoever_follows_gets_what_is_there_and_then_what_comes_each_once_and_in_order()
    {
        await _store.AppendAsync(ChainSamples.All[0], Token);
        using var source = new CancellationTokenSource();
        var seen = new List<long>();
        var following = Task.Run(
            async () =>
            {
                await foreach (var (position, entry) in _store.FollowAsync(0, source.Token))
                {
                    Assert.Equal(position, entry.Number);
                    seen.Add(position);
                    if (position == 200)
                        return;
                }
            },
            Token);
        for (var number = 2; number <= 200; number++)
            await _store.AppendAsync(ChainSamples.Assigned with { Number = number }, Token);

        await following.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Whoever_follows_begins_after_the_position_named_and_ends_when_cancelled()
    {
        foreach (var entry in ChainSamples.All)
            await _store.AppendAsync(entry, Token);
        using var source = new CancellationTokenSource();
        var seen = new List<long>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var stored in _store.FollowAsync(2, source.Token))
            {
                seen.Add(stored.Position);
                if (stored.Position == ChainSamples.All.Length)
                    source.CancelAfter(20);
            }
        });
        Assert.Equal([3, 4], seen);
    }

    [Fact]
    public async Task Nothing_is_not_an_entry() =>
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await _store.AppendAsync(null!, Token));

    private static async Task<List<CaseEntry>> All(IAsyncEnumerable<CaseEntry> entries, CancellationToken cancellationToken)
    {
        var all = new List<CaseEntry>();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
            all.Add(entry);
        return all;
    }
}
