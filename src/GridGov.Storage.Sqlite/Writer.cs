using System.Buffers;
using System.Text.Json;

namespace GridGov.Storage;

/// <summary>
/// The statements of the one connection that writes, and what it knows of the cases that it wrote to: their numbers in the
/// file and their versions, so that an append is one insert. What it knows is dropped when a group fails or another
/// process has written. For one thread at a time.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int MostCases = 100_000;

    private readonly Connection _connection;
    private readonly Statement _begin, _commit, _rollback, _dataVersion, _lastPosition;
    private readonly Statement _findCase, _addCase, _version, _findKey, _addEntry;
    private readonly Statement _lastCheckpoint, _addCheckpoint, _saveSnapshot, _dropSnapshots;
    private readonly Dictionary<CaseId, KnownCase> _cases = [];
    private readonly ArrayBufferWriter<byte> _bytes = new(1_024);
    private long _known = -1;
    private long _position;

    public Writer(Connection connection)
    {
        _connection = connection;
        _begin = connection.Statement("BEGIN IMMEDIATE");
        _commit = connection.Statement("COMMIT");
        _rollback = connection.Statement("ROLLBACK");
        _dataVersion = connection.Statement("PRAGMA data_version");
        _lastPosition = connection.Statement("SELECT max(position) FROM entries");
        _findCase = connection.Statement("SELECT id FROM cases WHERE name = ?1");
        _addCase = connection.Statement("INSERT INTO cases (name) VALUES (?1) RETURNING id");
        _version = connection.Statement("SELECT max(number) FROM entries WHERE case_id = ?1");
        _findKey = connection.Statement("SELECT 1 FROM entries WHERE case_id = ?1 AND key = ?2");
        _addEntry = connection.Statement("INSERT INTO entries (position, case_id, number, key, bytes) VALUES (?1, ?2, ?3, ?4, ?5)");
        _lastCheckpoint = connection.Statement("SELECT max(number) FROM checkpoints");
        _addCheckpoint = connection.Statement("INSERT INTO checkpoints (number, json) VALUES (?1, ?2)");
        _saveSnapshot = connection.Statement("INSERT OR REPLACE INTO snapshots (name, position, content) VALUES (?1, ?2, ?3)");
        _dropSnapshots = connection.Statement("DELETE FROM snapshots");
    }

    /// <summary>Writes a group in one transaction.</summary>
    /// <exception cref="CaseStoreException">Nothing of it is stored, or, where it says so, all of it may be.</exception>
    public void WriteGroup(ReadOnlySpan<Work> group)
    {
        _begin.Run();
        try
        {
            LookAgain();
            foreach (var work in group)
                work.Do(this);
            _commit.Run(mayBeStored: true);
        }
        catch (Exception e) when (e is CaseStoreException or ArgumentException)
        {
            Forget();
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Db) == 0)
                RollBack();
            throw;
        }
    }

    public AppendResult Append(CaseEntry entry)
    {
        var key = entry.Facts?.Key;
        var @case = Find(entry.Case);
        if (@case.Id != 0 && key is not null && IsKnown(@case.Id, key))
            return AppendResult.Repeated;
        if (entry.Number != @case.Version + 1)
            return AppendResult.VersionConflict;
        _bytes.ResetWrittenCount();
        CaseEntryBinary.Write(entry, _bytes);
        var id = @case.Id != 0 ? @case.Id : Add(entry.Case);
        _addEntry.Bind(1, _position + 1).Bind(2, id).Bind(3, entry.Number).Bind(4, key).Bind(5, _bytes.WrittenSpan).Run();
        _position++;
        _cases[entry.Case] = new(id, entry.Number);
        return AppendResult.Appended;
    }

    public AppendResult Append(Checkpoint checkpoint)
    {
        _lastCheckpoint.Step();
        var last = _lastCheckpoint.IsNull(0) ? 0 : _lastCheckpoint.Int64(0);
        _lastCheckpoint.Reset();
        if (checkpoint.Number != last + 1)
            return AppendResult.VersionConflict;
        _bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_bytes))
            CheckpointJson.Write(json, checkpoint);
        _addCheckpoint.Bind(1, checkpoint.Number).Bind(2, _bytes.WrittenSpan).Run();
        return AppendResult.Appended;
    }

    public void Save(StoreSnapshot snapshot) =>
        _saveSnapshot.Bind(1, snapshot.Name).Bind(2, snapshot.Position).Bind(3, snapshot.Content.Span).Run();

    public void DropSnapshots() => _dropSnapshots.Run();

    public void LimitPages(int most) => _connection.Number(FormattableString.Invariant($"PRAGMA max_page_count={most}"));

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_begin, _commit, _rollback, _dataVersion, _lastPosition, _findCase, _addCase, _version, _findKey, _addEntry, _lastCheckpoint, _addCheckpoint, _saveSnapshot, _dropSnapshots])
            statement.Dispose();
        _connection.Dispose();
    }

    private void LookAgain()
    {
        _dataVersion.Step();
        var version = _dataVersion.Int64(0);
        _dataVersion.Reset();
        if (version == _known && _cases.Count <= MostCases)
            return;
        _cases.Clear();
        _lastPosition.Step();
        _position = _lastPosition.IsNull(0) ? 0 : _lastPosition.Int64(0);
        _lastPosition.Reset();
        _known = version;
    }

    private void Forget()
    {
        _cases.Clear();
        _known = -1;
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (CaseStoreException)
        {
            // The failure that led here is the one to tell; a writer whose disk is unknown stops.
        }
    }

    private KnownCase Find(CaseId name)
    {
        if (_cases.TryGetValue(name, out var known))
            return known;
        _findCase.Bind(1, name.Value);
        var id = _findCase.Step() ? _findCase.Int64(0) : 0;
        _findCase.Reset();
        if (id == 0)
            return default;
        _version.Bind(1, id).Step();
        var version = _version.IsNull(0) ? 0 : (int)_version.Int64(0);
        _version.Reset();
        return _cases[name] = new(id, version);
    }

    private long Add(CaseId name)
    {
        _addCase.Bind(1, name.Value).Step();
        var id = _addCase.Int64(0);

        // The insert is done with the last step, and not with the row that it returned.
        while (_addCase.Step())
        {
        }

        _addCase.Reset();
        return id;
    }

    private bool IsKnown(long id, string key)
    {
        var isKnown = _findKey.Bind(1, id).Bind(2, key).Step();
        _findKey.Reset();
        return isKnown;
    }

    private readonly record struct KnownCase(long Id, int Version);
}
