using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Storage.Sqlite.Tests;

public sealed class SqliteCaseStoreTests : IDisposable
{
    private readonly Folder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Many_callers_share_a_flush_and_each_is_answered_after_it()
    {
        await using var store = _folder.Open();
        var cases = Enumerable.Range(0, 64).Select(i => Entries.Case($"c{i}", 9)).ToArray();

        await Task.WhenAll(cases.Select(c => Task.Run(() => store.AppendAllAsync(c), Token)));

        var all = await store.AllAsync();
        Assert.Equal(Enumerable.Range(1, 64 * 9).Select(i => (long)i), all.Select(s => s.Position));
        Assert.All(cases, c => Assert.Equal(c.Select(e => e.Hash), all.Where(s => s.Entry.Case == c[0].Case).Select(s => s.Entry.Hash)));
        Assert.True((await store.ExamineAsync(cancellationToken: Token)).IsSound);
    }

    [Fact]
    public async Task Two_stores_on_one_file_see_what_the_other_wrote_and_leave_no_gap()
    {
        await using var one = _folder.Open();
        await using var two = _folder.Open();
        var entries = Entries.Case("c1", 6);

        foreach (var entry in entries)
            await (entry.Number % 2 == 0 ? one : two).AppendAllAsync([entry]);

        Assert.Equal(AppendResult.Repeated, await one.AppendAsync(entries[0], Token));
        Assert.Equal([1, 2, 3, 4, 5, 6], (await two.AllAsync()).Select(s => s.Position));
    }

    [Fact]
    public async Task Whoever_follows_hears_of_what_another_store_wrote()
    {
        await using var one = _folder.Open();
        await using var two = _folder.Open();
        var heard = Task.Run(
            async () =>
            {
                await foreach (var stored in one.FollowAsync(0, Token))
                    return stored.Entry;
                return null;
            },
            Token);

        await two.AppendAllAsync(Entries.Case("c1", 1));

        Assert.Equal("c1", (await heard.WaitAsync(TimeSpan.FromSeconds(30), Token))!.Case.Value);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = _folder.Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        Assert.Equal(StoreFailure.Closed, (await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(Entries.Case("c", 1)[0], Token))).Failure);
        Assert.Equal(StoreFailure.Closed, (await Assert.ThrowsAsync<CaseStoreException>(async () => await store.ReadAsync(new("c"), Token))).Failure);
    }

    [Fact]
    public async Task What_waits_when_it_is_closed_is_written()
    {
        var store = _folder.Open();
        var answers = Enumerable.Range(0, 200).Select(i => store.AppendAsync(Entries.Case($"c{i}", 1)[0], Token).AsTask()).ToArray();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(answers), a => Assert.Equal(AppendResult.Appended, a));
        await using var again = _folder.Open();
        Assert.Equal(200, (await again.AllAsync()).Count);
    }

    [Fact]
    public async Task A_store_opened_for_reading_writes_nothing_and_one_that_is_not_there_is_not_made()
    {
        await using (var store = _folder.Open())
            await store.AppendAllAsync(Entries.Case("c1", 2));
        await using var reading = _folder.Open(with: o => o with { IsReadOnly = true });

        Assert.Equal(2, (await reading.ReadAsync(new("c1"), Token)).Count);
        Assert.Equal(StoreFailure.ReadOnly, (await Assert.ThrowsAsync<CaseStoreException>(async () => await reading.AppendAsync(Entries.Case("c2", 1)[0], Token))).Failure);
        Assert.Equal(StoreFailure.Unreachable, Assert.Throws<CaseStoreException>(() => _folder.Open("none.db", o => o with { IsReadOnly = true })).Failure);
        Assert.Equal(StoreFailure.Unreachable, Assert.Throws<CaseStoreException>(() => _folder.Open("no-folder/log.db")).Failure);
    }

    [Fact]
    public async Task While_another_process_writes_it_is_busy_and_afterwards_it_is_not()
    {
        await using var store = _folder.Open(with: o => o with { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await using var other = new SqliteConnection($"Data Source={store.Path};Pooling=false");
        other.Open();
        await using (var command = other.CreateCommand())
        {
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
            var busy = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(Entries.Case("c1", 1)[0], Token));
            Assert.Equal((StoreFailure.Busy, false), (busy.Failure, busy.MayBeStored));
            Assert.Empty(await store.ReadAsync(new("c1"), Token));
            command.CommandText = "ROLLBACK";
            command.ExecuteNonQuery();
        }

        await store.AppendAllAsync(Entries.Case("c1", 1));
    }

    [Fact]
    public async Task A_full_store_refuses_keeps_what_it_has_and_goes_on_when_there_is_room()
    {
        await using var store = _folder.Open();
        await store.AppendAllAsync(Entries.Case("c1", 1));
        store.LimitPages(most: 16);

        var full = await Assert.ThrowsAsync<CaseStoreException>(async () =>
        {
            for (CaseEntry? last = null; ;)
            {
                last = Entries.Next(new("c2"), last, new string('x', 4_000));
                await store.AppendAsync(last, Token);
            }
        });
        Assert.Equal((StoreFailure.Full, false), (full.Failure, full.MayBeStored));
        Assert.Null(store.StoppedBy);
        var kept = (await store.AllAsync()).Count;

        store.LimitPages(most: 100_000);
        await store.AppendAllAsync(Entries.Case("c3", 3));
        Assert.Equal(kept + 3, (await store.AllAsync()).Count);
        Assert.True((await store.ExamineAsync(cancellationToken: Token)).IsSound);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_written_down_is_a_mistake_and_takes_no_other_along()
    {
        await using var store = _folder.Open();
        var bad = Entries.Case("c1", 1)[0] with { Note = "\ud800" };
        var good = Entries.Case("c2", 1)[0];

        var first = store.AppendAsync(bad, Token).AsTask();
        var second = store.AppendAsync(good, Token).AsTask();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => first);
        Assert.Equal(AppendResult.Appended, await second);
        Assert.Single(await store.AllAsync());
    }

    [Fact]
    public void Another_programs_file_and_a_later_format_are_not_touched()
    {
        File.WriteAllText(_folder.File("text.db"), new string('x', 5_000));
        using (var other = new SqliteConnection($"Data Source={_folder.File("other.db")};Pooling=false"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE t (a)";
            command.ExecuteNonQuery();
        }

        using (_folder.Open("later.db"))
        {
        }

        using (var later = new SqliteConnection($"Data Source={_folder.File("later.db")};Pooling=false"))
        {
            later.Open();
            using var command = later.CreateCommand();
            command.CommandText = "PRAGMA user_version=99";
            command.ExecuteNonQuery();
        }

        foreach (var name in (string[])["text.db", "other.db", "later.db"])
            Assert.Equal(StoreFailure.UnknownFormat, Assert.Throws<CaseStoreException>(() => _folder.Open(name)).Failure);
        Assert.Contains("99", Assert.Throws<CaseStoreException>(() => _folder.Open("later.db")).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), File.ReadAllText(_folder.File("text.db")));
    }

    [Fact]
    public async Task A_backup_is_a_store_and_overwrites_nothing()
    {
        await using var store = _folder.Open();
        await store.AppendAllAsync(Entries.Case("c1", 5));
        var writing = Task.Run(() => store.AppendAllAsync(Entries.Case("c2", 50)), Token);

        await store.BackUpAsync(_folder.File("copy.db"), Token);
        await writing;

        await using var copy = _folder.Open("copy.db");
        Assert.Equal(5, (await copy.ReadAsync(new("c1"), Token)).Count);
        Assert.True((await copy.ExamineAsync(cancellationToken: Token)).IsSound);
        await Assert.ThrowsAsync<ArgumentException>(() => store.BackUpAsync(_folder.File("copy.db"), Token));
        Assert.Equal(StoreFailure.Unreachable, (await Assert.ThrowsAsync<CaseStoreException>(() => store.BackUpAsync(_folder.File("no/copy.db"), Token))).Failure);
    }

    [Fact]
    public async Task It_takes_the_place_of_the_store_in_memory()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<ICaseStore, InMemoryCaseStore>()
            .AddGridGovSqlite(new() { Path = _folder.File() })
            .BuildServiceProvider();

        Assert.IsType<SqliteCaseStore>(services.GetRequiredService<ICaseStore>());
    }

    [Fact]
    public async Task A_store_of_the_first_format_opens()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "format-1.db"), _folder.File());
        await using var store = _folder.Open();

        var entries = await store.AllAsync();
        Assert.Equal(Entries.Case("20260302-000001", 9).Select(e => e.Hash), entries.Select(e => e.Entry.Hash));
        Assert.True((await store.ExamineAsync(cancellationToken: Token)).IsSound);
        await store.AppendAllAsync(Entries.Case("c2", 1));
    }
}
