using Npgsql;

namespace GridGov.Storage.PostgreSql.Tests;

public class SchemaTests
{
    private static readonly CaseId Id = new("C-1");

    [Fact]
    public async Task Many_that_open_a_new_store_at_once_find_one()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }).AsTask()));
        Assert.Equal(AppendResult.Appended, await stores[0].AppendAsync(Entries.Next(Id, null)));
        foreach (var store in stores)
        {
            Assert.Single(await store.ReadAsync(Id));
            await store.DisposeAsync();
        }

        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task A_store_of_a_later_version_is_left_alone()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        await using (await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }))
        {
        }

        await Postgres.ScalarAsync($"UPDATE {schema}.store SET format = 99");
        var failure = await Assert.ThrowsAsync<CaseStoreException>(async () => await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }));
        Assert.Equal(StoreFailure.UnknownFormat, failure.Failure);
        Assert.Equal(99, await Postgres.ScalarAsync($"SELECT format FROM {schema}.store"));
        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task A_store_of_the_first_format_opens_with_what_it_holds()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        var options = new PostgreSqlStoreOptions { Schema = schema };
        await using (var source = NpgsqlDataSource.Create(connection))
        await using (var own = await source.OpenConnectionAsync())
            await StoreSchema.MigrateAsync(own, schema, new(options), to: 1, default);
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        CaseEntryBinary.Write(Entries.Next(Id, null), bytes);
        await Postgres.ScalarAsync($"INSERT INTO {schema}.entries (position, number, case_id, data) VALUES (1, 1, '\\x{Convert.ToHexString("C-1"u8)}', '\\x{Convert.ToHexString(bytes.WrittenSpan)}')");
        await using (var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, options))
        {
            var first = Assert.Single(await store.ReadAsync(Id));
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(Entries.Next(Id, first)));
            await Postgres.HoldsAsync(store, []);
        }

        Assert.Equal(StoreSchema.Format, await Postgres.ScalarAsync($"SELECT format FROM {schema}.store"));
        await Postgres.DropAsync(schema);
    }

    // The answer of the server to the statement comes before the commit, and the commit may still fail.
    [Fact]
    public async Task A_commit_that_the_server_refuses_is_not_an_acknowledgement()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        await using (var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }))
        {
            await Postgres.ScalarAsync($"""
                CREATE FUNCTION {schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.number = 2 THEN RAISE EXCEPTION 'no'; END IF; RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON {schema}.entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {schema}.refuse();
                """);
            var first = Entries.Next(Id, null);
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(first));

            // One bad entry keeps no other out.
            var bad = store.AppendAsync(Entries.Next(Id, first)).AsTask();
            var good = Enumerable.Range(0, 20).Select(i => store.AppendAsync(Entries.Next(new($"D-{i}"), null)).AsTask()).ToArray();
            var failure = await Assert.ThrowsAsync<CaseStoreException>(() => bad);
            Assert.False(failure.MayBeStored);
            Assert.All(await Task.WhenAll(good), r => Assert.Equal(AppendResult.Appended, r));
            Assert.Single(await store.ReadAsync(Id));
            await Postgres.HoldsAsync(store, []);
        }

        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task Sessions_that_default_to_less_flush_and_isolate_all_the_same()
    {
        var schema = Postgres.NewSchema();
        var careless = new NpgsqlConnectionStringBuilder(Postgres.Required()) { Options = "-c synchronous_commit=off -c default_transaction_isolation=serializable -c default_transaction_read_only=off" }.ConnectionString;
        await using (var one = await PostgreSqlCaseStore.OpenAsync(careless, TimeProvider.System, new() { Schema = schema }))
        await using (var two = await PostgreSqlCaseStore.OpenAsync(careless, TimeProvider.System, new() { Schema = schema }))
        {
            await Postgres.ScalarAsync($"""
                CREATE TABLE {schema}.seen (setting text, isolation text);
                CREATE FUNCTION {schema}.see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO {schema}.seen VALUES (current_setting('synchronous_commit'), current_setting('transaction_isolation')); RETURN NULL; END $$;
                CREATE TRIGGER see AFTER INSERT ON {schema}.entries FOR EACH ROW EXECUTE FUNCTION {schema}.see();
                """);
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? one : two).AppendAsync(Entries.Next(new($"C-{i}"), null)).AsTask()));
            Assert.Equal("on/read committed", await Postgres.ScalarAsync($"SELECT string_agg(DISTINCT setting || '/' || isolation, ' ') FROM {schema}.seen"));
            await Postgres.HoldsAsync(one, []);
        }

        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task A_damaged_entry_and_a_missing_one_are_named_and_the_rest_is_read()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        await using (var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }))
        {
            foreach (var id in new[] { "C-1", "C-2", "C-3" })
                await store.AppendAsync(Entries.Next(new(id), null));
            await Postgres.ScalarAsync($"UPDATE {schema}.entries SET data = substr(data, 1, 40) WHERE position = 2");
            var damaged = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.ReadAsync(new("C-2")));
            Assert.Equal(StoreFailure.Damaged, damaged.Failure);
            Assert.Single(await store.ReadAsync(new("C-3")));
            await Postgres.ScalarAsync($"DELETE FROM {schema}.entries WHERE position = 2");
            damaged = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.ReadAllAsync().ToListAsync());
            Assert.Contains("Position 2", damaged.Message, StringComparison.Ordinal);
        }

        await Postgres.DropAsync(schema);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var (connection, schema) = (Postgres.Required(), Postgres.NewSchema());
        var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema });
        var handedOver = store.AppendAsync(Entries.Next(Id, null));
        await store.DisposeAsync();
        Assert.Equal(AppendResult.Appended, await handedOver);
        Assert.Equal(StoreFailure.Closed, (await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(Entries.Next(new("C-2"), null)))).Failure);
        Assert.Equal(StoreFailure.Closed, (await Assert.ThrowsAsync<CaseStoreException>(async () => await store.ReadAsync(Id))).Failure);
        await Postgres.DropAsync(schema);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gridgov")]
    [InlineData("a;drop")]
    [InlineData("1a")]
    public async Task A_schema_that_is_no_plain_name_is_misuse(string schema) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await PostgreSqlCaseStore.OpenAsync("Host=127.0.0.1", TimeProvider.System, new() { Schema = schema }));

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_of_the_store()
    {
        var failure = await Assert.ThrowsAsync<CaseStoreException>(async () => await PostgreSqlCaseStore.OpenAsync("Host=127.0.0.1;Port=1;Timeout=2", TimeProvider.System));
        Assert.Equal(StoreFailure.Unreachable, failure.Failure);
    }
}
