using GridGov.Testing;

namespace GridGov.Storage.Sqlite.Tests;

public sealed class ConformanceTests : IDisposable
{
    private readonly Fixture _fixture = new();

    public static TheoryData<string> Checks => [.. CaseStoreChecks.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public Task The_store_in_a_file_passes(string check) =>
        CaseStoreChecks.All.Single(c => c.Name == check).RunAsync(_fixture, TestContext.Current.CancellationToken);

    public void Dispose() => _fixture.Dispose();

    private sealed class Fixture : CaseStoreFixture, IDisposable
    {
        private readonly Folder _folder = new();
        private readonly List<SqliteCaseStore> _open = [];
        private int _made;

        public override ValueTask<ICaseStore> CreateAsync(CancellationToken cancellationToken)
        {
            // What the disk does is looked at elsewhere; here a flush for every entry would only take time.
            var store = _folder.Open($"log-{_made++}.db", o => o with { Durability = SqliteDurability.ProcessEnd });
            _open.Add(store);
            return new(store);
        }

        public override async ValueTask<ICaseStore?> ReopenAsync(ICaseStore store, CancellationToken cancellationToken)
        {
            await ((SqliteCaseStore)store).DisposeAsync();
            var again = _folder.Open(Path.GetFileName(((SqliteCaseStore)store).Path));
            _open.Add(again);
            return again;
        }

        public void Dispose()
        {
            _open.ForEach(s => s.Dispose());
            _folder.Dispose();
        }
    }
}
