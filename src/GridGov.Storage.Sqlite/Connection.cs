using Microsoft.Data.Sqlite;
using SQLitePCL;
using static System.FormattableString;

namespace GridGov.Storage;

/// <summary>A connection to the file, with the settings that the store relies on. For one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>"GGCS": SQLite's own field for whose file it is.</summary>
    public const int ApplicationId = 0x47474353;

    /// <summary>The version of the tables.</summary>
    public const int SchemaVersion = 1;

    private readonly SqliteConnection _connection;

    private Connection(SqliteConnection connection) => _connection = connection;

    public sqlite3 Db => _connection.Handle!;

    public static Connection Open(SqliteStoreOptions options, bool forWriting)
    {
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = forWriting ? SqliteOpenMode.ReadWriteCreate : options.IsReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 0,
            Vfs = options.FileSystem,
        };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            connection.Open();
            var opened = new Connection(connection);
            raw.sqlite3_busy_timeout(opened.Db, (int)options.BusyTimeout.TotalMilliseconds);
            if (forWriting)
                opened.Prepare(options);
            else
                opened.CheckFormat();
            return opened;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Failures.Of(e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Statement Statement(string sql) => new(Db, sql);

    public void Do(string sql, bool mayBeStored = false)
    {
        using var statement = Statement(sql);
        while (statement.Step(mayBeStored))
        {
        }
    }

    public long Number(string sql)
    {
        using var statement = Statement(sql);
        return statement.Step() && !statement.IsNull(0) ? statement.Int64(0) : 0;
    }

    public void BackUp(string path)
    {
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            target.Open();
            _connection.BackupDatabase(target);
        }
        catch (SqliteException e)
        {
            throw Failures.Of(e);
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Prepare(SqliteStoreOptions options)
    {
        var (application, version) = (Number("PRAGMA application_id"), Number("PRAGMA user_version"));
        if (application == 0 && version == 0 && Number("SELECT count(*) FROM sqlite_schema") == 0)
            Create();
        else
            CheckFormat();
        Do("PRAGMA journal_mode=WAL");
        Do(options.Durability switch
        {
            SqliteDurability.PowerLoss => "PRAGMA synchronous=FULL",
            SqliteDurability.ProcessEnd => "PRAGMA synchronous=NORMAL",
            SqliteDurability.Nothing => "PRAGMA synchronous=OFF",
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Durability, "There is no such durability."),
        });
    }

    private void CheckFormat()
    {
        var (application, version) = (Number("PRAGMA application_id"), Number("PRAGMA user_version"));
        if (application != ApplicationId || version != SchemaVersion)
        {
            throw new CaseStoreException(StoreFailure.UnknownFormat, mayBeStored: false, application != ApplicationId
                ? "The file is no store of GridGov.\nLook at the path."
                : Invariant($"The store has format {version}, and this library knows {SchemaVersion}.\nUse a version of the library that knows it."));
        }
    }

    private void Create()
    {
        Do("BEGIN IMMEDIATE");
        Do("""CREATE TABLE cases (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT""");
        Do("""
            CREATE TABLE entries (
                position INTEGER PRIMARY KEY,
                case_id INTEGER NOT NULL,
                number INTEGER NOT NULL,
                key TEXT,
                bytes BLOB NOT NULL) STRICT
            """);
        Do("CREATE UNIQUE INDEX entries_by_case ON entries (case_id, number)");
        Do("CREATE UNIQUE INDEX entries_by_key ON entries (case_id, key) WHERE key IS NOT NULL");
        Do("CREATE TABLE checkpoints (number INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT");
        Do("CREATE TABLE snapshots (name TEXT PRIMARY KEY, position INTEGER NOT NULL, content BLOB NOT NULL) STRICT, WITHOUT ROWID");
        Do(Invariant($"PRAGMA application_id={ApplicationId}"));
        Do(Invariant($"PRAGMA user_version={SchemaVersion}"));
        Do("COMMIT", mayBeStored: true);
    }
}
