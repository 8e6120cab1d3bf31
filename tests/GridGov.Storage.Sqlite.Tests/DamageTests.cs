using Microsoft.Data.Sqlite;

namespace GridGov.Storage.Sqlite.Tests;

public sealed class DamageTests : IDisposable
{
    private const int PageSize = 4_096;

    private readonly Folder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_a_damaged_page_the_extent_is_told_and_every_other_case_can_be_read()
    {
        await WriteAsync(cases: 200);
        var damaged = PageWith("c100#5");
        Overwrite(damaged * PageSize, PageSize);

        await using var store = _folder.Open();
        var found = await store.ExamineAsync(cancellationToken: Token);

        Assert.False(found.IsSound);
        Assert.NotEmpty(found.Structure);
        var lost = found.Damaged.Sum(d => d.Until - d.From + 1);
        Assert.InRange(lost, 1, 20);
        Assert.Equal(200 * 9, found.Readable + lost);
        var intact = 0;
        for (var i = 0; i < 200; i++)
        {
            try
            {
                Assert.Equal(Entries.Case($"c{i}", 9).Select(e => e.Hash), (await store.ReadAsync(new($"c{i}"), Token)).Select(e => e.Hash));
                intact++;
            }
            catch (CaseStoreException e)
            {
                Assert.Equal(StoreFailure.Damaged, e.Failure);
            }
        }

        Assert.InRange(intact, 190, 199);
    }

    [Fact]
    public async Task A_flipped_byte_of_an_entry_is_found_by_the_chain()
    {
        await WriteAsync(cases: 20);
        using (var file = new SqliteConnection($"Data Source={_folder.File()};Pooling=false"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "SELECT bytes FROM entries WHERE position = 77";
            var bytes = (byte[])command.ExecuteScalar()!;
            bytes[bytes.AsSpan().IndexOf("as seen"u8)] ^= 0x20;
            command.CommandText = "UPDATE entries SET bytes = $bytes WHERE position = 77";
            command.Parameters.AddWithValue("$bytes", bytes);
            command.ExecuteNonQuery();
        }

        await using var store = _folder.Open();
        var found = await store.ExamineAsync(cancellationToken: Token);

        Assert.Empty(found.Damaged);
        Assert.NotNull(found.Verification.Fault);
        Assert.Equal(77, found.Verification.Fault.Position);
        Assert.Contains(found.Verification.Fault.ToString(), found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_log_that_was_cut_off_what_was_before_the_cut_is_there()
    {
        await using (var store = _folder.Open())
        {
            await store.AppendAllAsync(Entries.Case("c1", 9));
            File.Copy(_folder.File(), _folder.File("cut.db"));
            File.Copy(_folder.File() + "-wal", _folder.File("cut.db-wal"));
        }

        using (var wal = File.Open(_folder.File("cut.db-wal"), FileMode.Open))
            wal.SetLength(wal.Length - 100);

        await using var cut = _folder.Open("cut.db");
        var entries = await cut.ReadAsync(new("c1"), Token);
        Assert.Equal(Entries.Case("c1", 8).Select(e => e.Hash), entries.Select(e => e.Hash));
        Assert.True((await cut.ExamineAsync(cancellationToken: Token)).IsSound);
    }

    [Fact]
    public async Task A_damaged_page_under_the_writer_stops_it()
    {
        await WriteAsync(cases: 200);
        var file = new FileInfo(_folder.File());
        Overwrite(PageSize, (int)file.Length - PageSize);

        await using var store = _folder.Open();
        var damaged = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(Entries.Case("new", 1)[0], Token));
        var stopped = await Assert.ThrowsAsync<CaseStoreException>(async () => await store.AppendAsync(Entries.Case("new", 1)[0], Token));

        Assert.Equal((StoreFailure.Damaged, StoreFailure.Stopped), (damaged.Failure, stopped.Failure));
        Assert.Equal(StoreFailure.Damaged, store.StoppedBy!.Failure);
    }

    private async Task WriteAsync(int cases)
    {
        await using var store = _folder.Open(with: o => o with { Durability = SqliteDurability.Nothing });
        for (var i = 0; i < cases; i++)
            await Task.WhenAll(Entries.Case($"c{i}", 9).Select(e => store.AppendAsync(e, Token).AsTask()));
    }

    // Keys stand in an index too, and bytes that were moved stay where they were: a leaf of a table is meant.
    private int PageWith(string text)
    {
        var file = File.ReadAllBytes(_folder.File());
        const byte TableLeaf = 0x0D;
        for (var page = 1; page < file.Length / PageSize; page++)
        {
            var bytes = file.AsSpan(page * PageSize, PageSize);
            if (bytes[0] == TableLeaf && bytes.IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0)
                return page;
        }

        throw new InvalidOperationException($"No page has {text}.");
    }

    private void Overwrite(int at, int count, byte with = 0xA5)
    {
        using var file = File.Open(_folder.File(), FileMode.Open);
        file.Position = at;
        file.Write(Enumerable.Repeat(with, count).ToArray());
    }
}
