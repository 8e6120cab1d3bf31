namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>Connections that are cut in the middle of a commit: what became of it is found out, never guessed.</summary>
public class CutConnectionTests
{
    private static readonly CaseId Id = new("C-1");

    [Theory]
    [InlineData("Answer")]
    [InlineData("Request")]
    public async Task An_append_whose_connection_is_cut_is_stored_once_and_its_caller_hears_so(string where)
    {
        await using var proxy = new CutProxy(Postgres.Required());
        var schema = Postgres.NewSchema();
        await using (var store = await PostgreSqlCaseStore.OpenAsync(proxy.Connection, TimeProvider.System, new() { Schema = schema }))
        {
            var first = Entries.Next(Id, null);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(first));
            proxy.Next = Enum.Parse<Cut>(where);
            var second = Entries.Next(Id, first, CutProxy.Mark);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(second));
            Assert.Equal(1, proxy.Cuts);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(Entries.Next(Id, second)));
            Assert.Equal(3, (await Postgres.HoldsAsync(store, [("C-1", 2, second.Hash.ToString())]))[Id].Count);
        }

        await Postgres.DropAsync(schema);
    }

    [Theory]
    [InlineData("Answer", AppendResult.Repeated)]
    [InlineData("Request", AppendResult.Appended)]
    public async Task While_the_server_stays_away_nothing_is_claimed_and_the_key_tells_later(string where, AppendResult later)
    {
        await using var proxy = new CutProxy(Postgres.Required()) { StaysAway = true };
        var schema = Postgres.NewSchema();
        await using (var store = await PostgreSqlCaseStore.OpenAsync(proxy.Connection, TimeProvider.System, new() { Schema = schema, RetryFor = TimeSpan.FromMilliseconds(200) }))
        {
            proxy.Next = Enum.Parse<Cut>(where);
            var entry = Entries.Next(Id, null, CutProxy.Mark);
            var failure = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(entry));
            Assert.True(failure.MayBeStored);

            // What was never sent is certainly not stored, and its caller is told so.
            failure = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(Entries.Next(new("C-2"), null)));
            Assert.False(failure.MayBeStored);

            await using var direct = await PostgreSqlCaseStore.OpenAsync(Postgres.Required(), TimeProvider.System, new() { Schema = schema });
            Assert.Equal(later, await direct.AppendAsync(Entries.Next(Id, null)));
            Assert.Single(await direct.ReadAsync(Id));
            Assert.Empty(await direct.ReadAsync(new("C-2")));
        }

        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task A_transaction_that_arrives_after_it_was_sent_again_changes_nothing()
    {
        await using var proxy = new CutProxy(Postgres.Required());
        var schema = Postgres.NewSchema();
        await using (var store = await PostgreSqlCaseStore.OpenAsync(proxy.Connection, TimeProvider.System, new() { Schema = schema }))
        {
            proxy.Next = Cut.Late;
            var entry = Entries.Next(Id, null, CutProxy.Mark);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(entry));
            await proxy.LetGoAsync();
            Assert.Equal(entry.Hash, Assert.Single(await store.ReadAsync(Id)).Hash);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(Entries.Next(Id, entry)));
            await Postgres.HoldsAsync(store, []);
        }

        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task Readings_and_checkpoints_go_on_over_a_connection_that_was_ended()
    {
        var schema = Postgres.NewSchema();
        await using (var store = await PostgreSqlCaseStore.OpenAsync(new Npgsql.NpgsqlConnectionStringBuilder(Postgres.Required()) { ApplicationName = schema }.ConnectionString, TimeProvider.System, new() { Schema = schema }))
        {
            CaseEntry? last = null;
            for (var i = 0; i < 5; i++)
            {
                last = Entries.Next(Id, last);
                Assert.Equal(AppendResult.Appended, await store.AppendAsync(last));
                await Postgres.ScalarAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{schema}'");
                Assert.Equal(i + 1, (await store.ReadAsync(Id)).Count);
                await Postgres.ScalarAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{schema}'");
            }
        }

        await Postgres.DropAsync(schema);
    }
}
