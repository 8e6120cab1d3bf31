namespace GridGov.Storage.Sqlite.Tests;

/// <summary>A folder for one test, gone with it.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => Path = Directory.CreateTempSubdirectory("gridgov-store-").FullName;

    public string Path { get; }

    public string File(string name = "log.db") => System.IO.Path.Combine(Path, name);

    public SqliteCaseStore Open(string name = "log.db", Func<SqliteStoreOptions, SqliteStoreOptions>? with = null)
    {
        var options = new SqliteStoreOptions { Path = File(name), PollInterval = TimeSpan.FromMilliseconds(20), BusyTimeout = TimeSpan.FromSeconds(20) };
        return SqliteCaseStore.Open(with?.Invoke(options) ?? options, TimeProvider.System);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Entries to store.</summary>
internal static class Entries
{
    public static CaseEntry[] Case(string id, int count)
    {
        var entries = new CaseEntry[count];
        for (var i = 0; i < count; i++)
            entries[i] = Next(new(id), i == 0 ? null : entries[i - 1]);
        return entries;
    }

    public static CaseEntry Next(CaseId id, CaseEntry? last, string note = "as seen on site")
    {
        var number = (last?.Number ?? 0) + 1;
        var at = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8)).AddMinutes(number);
        return CaseChain.Seal(
            new()
            {
                Case = id,
                Number = number,
                At = at,
                Kind = number == 1 ? EntryKind.Opened : EntryKind.Moved,
                By = new(new("worker-7"), new("centre"), Role.Collector),
                Trigger = "move",
                From = number == 1 ? string.Empty : $"step-{number - 1}",
                To = $"step-{number}",
                Lead = new("centre"),
                StepDue = at.AddHours(2),
                CaseDue = at.AddDays(2),
                Note = note,
                Lifecycle = number == 1 ? new LifecycleVersion("eight-step", 1) : null,
                Report = number == 1 ? new() { Id = new(id.Value), At = at, Grid = new("g11"), Class = new("01037"), Channel = "12345" } : null,
                Facts = new() { Key = $"{id}#{number}" },
            },
            last?.Hash ?? default);
    }

    public static async Task AppendAllAsync(this ICaseStore store, IEnumerable<CaseEntry> entries)
    {
        foreach (var entry in entries)
            Assert.Equal(AppendResult.Appended, await store.AppendAsync(entry, TestContext.Current.CancellationToken));
    }

    public static async Task<List<StoredEntry>> AllAsync(this ICaseStore store)
    {
        var all = new List<StoredEntry>();
        await foreach (var stored in store.ReadFromAsync(0, TestContext.Current.CancellationToken))
            all.Add(stored);
        return all;
    }
}
