using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace GridGov.Storage;

/// <summary>
/// A prepared statement. Values go in and out as spans: the parameters and readers of ADO.NET want an array for each. For
/// one thread at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 db, string sql)
    {
        _db = db;
        Failures.Check(_db, sqlite3_prepare_v3(db, sql, SQLITE_PREPARE_PERSISTENT, out _statement), mayBeStored: false);
    }

    public Statement Bind(int at, long value)
    {
        Failures.Check(_db, sqlite3_bind_int64(_statement, at, value), mayBeStored: false);
        return this;
    }

    public Statement Bind(int at, string? text)
    {
        if (text is null)
        {
            Failures.Check(_db, sqlite3_bind_null(_statement, at), mayBeStored: false);
            return this;
        }

        Span<byte> stack = stackalloc byte[256];
        var utf8 = text.Length <= 84 ? stack[..Encoding.UTF8.GetBytes(text, stack)] : Encoding.UTF8.GetBytes(text);
        Failures.Check(_db, sqlite3_bind_text(_statement, at, utf8), mayBeStored: false);
        return this;
    }

    public Statement Bind(int at, ReadOnlySpan<byte> blob)
    {
        // An empty span would be bound as null.
        Failures.Check(_db, blob.IsEmpty ? sqlite3_bind_zeroblob(_statement, at, 0) : sqlite3_bind_blob(_statement, at, blob), mayBeStored: false);
        return this;
    }

    /// <summary>The next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step(bool mayBeStored = false)
    {
        var result = sqlite3_step(_statement);
        if (result == SQLITE_ROW)
            return true;
        if (result == SQLITE_DONE)
            return false;
        var failure = Failures.Of(_db, result, mayBeStored);
        sqlite3_reset(_statement);
        throw failure;
    }

    /// <summary>Runs a statement that gives no rows, and makes it ready again.</summary>
    public void Run(bool mayBeStored = false)
    {
        Step(mayBeStored);
        Reset();
    }

    public long Int64(int column) => sqlite3_column_int64(_statement, column);

    public bool IsNull(int column) => sqlite3_column_type(_statement, column) == SQLITE_NULL;

    public ReadOnlySpan<byte> Blob(int column) => sqlite3_column_blob(_statement, column);

    public string Text(int column) => sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Makes it ready again; what rows gave as spans is gone. What failed was told by the step.</summary>
    public void Reset()
    {
        sqlite3_reset(_statement);
        sqlite3_clear_bindings(_statement);
    }

    public void Dispose() => _statement.Dispose();
}
