using System.Collections.Concurrent;

namespace GridGov.Storage;

/// <summary>Connections that read, each used by one reader at a time and kept for the next. Thread-safe.</summary>
internal sealed class Readers(SqliteStoreOptions options) : IDisposable
{
    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private volatile bool _isClosed;

    public ReadConnection Take()
    {
        if (_isClosed)
            throw Failures.Closed();
        return _idle.TryTake(out var idle) ? idle : new(Connection.Open(options, forWriting: false));
    }

    public void Return(ReadConnection connection)
    {
        if (_isClosed)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var idle))
            idle.Dispose();
    }
}

/// <summary>A connection that reads, with its statements. For one thread at a time.</summary>
internal sealed class ReadConnection(Connection connection) : IDisposable
{
    private readonly CaseEntryReader _entries = new();
    private readonly Statement _last = connection.Statement("SELECT max(position) FROM entries");
    private readonly Statement _case = connection.Statement("SELECT e.bytes FROM cases c JOIN entries e ON e.case_id = c.id WHERE c.name = ?1 ORDER BY e.number");
    private readonly Statement _page = connection.Statement("SELECT position, bytes FROM entries WHERE position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3");

    public Connection Connection => connection;

    public long Last()
    {
        _last.Step();
        var last = _last.IsNull(0) ? 0 : _last.Int64(0);
        _last.Reset();
        return last;
    }

    public ValueList<CaseEntry> Case(CaseId id)
    {
        var entries = new List<CaseEntry>();
        try
        {
            _case.Bind(1, id.Value);
            while (_case.Step())
                entries.Add(Read(_case.Blob(0)));
        }
        finally
        {
            _case.Reset();
        }

        return ValueList.From(entries);
    }

    /// <summary>The next entries after a position and up to another.</summary>
    public void Page(long after, long until, int most, List<StoredEntry> page)
    {
        page.Clear();
        try
        {
            _page.Bind(1, after).Bind(2, until).Bind(3, most);
            while (_page.Step())
                page.Add(new(_page.Int64(0), Read(_page.Blob(1))));
        }
        finally
        {
            _page.Reset();
        }
    }

    public void Dispose()
    {
        _last.Dispose();
        _case.Dispose();
        _page.Dispose();
        _entries.Dispose();
        connection.Dispose();
    }

    private CaseEntry Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _entries.Read(bytes);
        }
        catch (InvalidDataException e)
        {
            throw new CaseStoreException(StoreFailure.Damaged, mayBeStored: false, $"{e.Message}\nExamine the store (SqliteCaseStore.ExamineAsync); cases that are intact can still be read.", e);
        }
    }
}
