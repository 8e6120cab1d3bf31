namespace GridGov;

/// <summary>Entries that are hashed together. For one thread until it begins, and again when it has hashed.</summary>
internal sealed class LogBatch(int size) : IAsyncDisposable
{
    private readonly StoredEntry[] _entries = new StoredEntry[size];
    private readonly bool[] _matches = new bool[size];
    private int _count;

    public Task Hashed { get; private set; } = Task.CompletedTask;

    public ReadOnlySpan<StoredEntry> Entries => _entries.AsSpan(0, _count);

    public ReadOnlySpan<bool> Matches => _matches.AsSpan(0, _count);

    /// <summary>Adds an entry; true when it is full.</summary>
    public bool Add(StoredEntry stored)
    {
        _entries[_count++] = stored;
        return _count == _entries.Length;
    }

    public void Begin(bool apart)
    {
        if (apart)
            Hashed = Task.Run(Hash);
        else
            Hash();
    }

    public void Clear()
    {
        _entries.AsSpan(0, _count).Clear();
        _count = 0;
        Hashed = Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await Hashed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Hash() => EntryHasher.Match(Entries, _matches);
}
