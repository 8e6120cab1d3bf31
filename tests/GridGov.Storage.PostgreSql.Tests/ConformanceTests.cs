using GridGov.Testing;

namespace GridGov.Storage.PostgreSql.Tests;

public class ConformanceTests
{
    public static TheoryData<string> Checks => [.. CaseStoreChecks.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task The_store_passes(string check)
    {
        await using var stores = new Stores(Postgres.Required());
        await CaseStoreChecks.All.Single(c => c.Name == check).RunAsync(stores, TestContext.Current.CancellationToken);
    }

    private sealed class Stores(string connection) : CaseStoreFixture, IAsyncDisposable
    {
        private readonly Dictionary<ICaseStore, string> _made = [];

        public override async ValueTask<ICaseStore> CreateAsync(CancellationToken cancellationToken) => await OpenAsync(Postgres.NewSchema(), cancellationToken);

        public override async ValueTask<ICaseStore?> ReopenAsync(ICaseStore store, CancellationToken cancellationToken)
        {
            await ((PostgreSqlCaseStore)store).DisposeAsync();
            return await OpenAsync(_made[store], cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var store in _made.Keys)
                await ((PostgreSqlCaseStore)store).DisposeAsync();
            foreach (var schema in _made.Values.Distinct())
                await Postgres.DropAsync(schema);
        }

        private async ValueTask<ICaseStore> OpenAsync(string schema, CancellationToken cancellationToken)
        {
            var store = await PostgreSqlCaseStore.OpenAsync(connection, TimeProvider.System, new() { Schema = schema }, cancellationToken);
            _made.Add(store, schema);
            return store;
        }
    }
}
