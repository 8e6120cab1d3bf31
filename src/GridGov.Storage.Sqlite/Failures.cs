using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace GridGov.Storage;

/// <summary>What SQLite says, as a store says it.</summary>
internal static class Failures
{
    public static void Check(sqlite3 db, int result, bool mayBeStored)
    {
        if (result != SQLITE_OK)
            throw Of(db, result, mayBeStored);
    }

    public static CaseStoreException Of(sqlite3 db, int result, bool mayBeStored) =>
        Of(result, sqlite3_errmsg(db).utf8_to_string(), mayBeStored, null);

    public static CaseStoreException Of(SqliteException e, bool mayBeStored = false) => Of(e.SqliteExtendedErrorCode, e.Message, mayBeStored, e);

    public static CaseStoreException Closed() => new(StoreFailure.Closed, mayBeStored: false, "The store is closed.\nOpen it again.");

    public static CaseStoreException Stopped(CaseStoreException cause) => new(
        StoreFailure.Stopped,
        mayBeStored: false,
        "A flush failed before, so nobody knows what the disk holds: the writer has stopped.\nLook after the disk, close the store and open it again.",
        cause);

    /// <summary>Whether what the disk holds is no longer known.</summary>
    public static bool LeavesDiskUnknown(CaseStoreException failure) => failure.Failure is StoreFailure.Io or StoreFailure.Damaged;

    // SQLite's messages name tables and files, and never values.
    private static CaseStoreException Of(int result, string message, bool mayBeStored, Exception? cause)
    {
        var (failure, remedy) = (result & 0xff) switch
        {
            SQLITE_BUSY or SQLITE_LOCKED => (StoreFailure.Busy, "Another process holds it; try again."),
            SQLITE_READONLY => (StoreFailure.ReadOnly, "Open it with the right to write to the file and its folder."),
            SQLITE_FULL => (StoreFailure.Full, "Make room and try again."),
            SQLITE_CORRUPT => (StoreFailure.Damaged, "Examine it (SqliteCaseStore.ExamineAsync); cases that are intact can still be read."),
            SQLITE_NOTADB => (StoreFailure.UnknownFormat, "It is no store of GridGov; look at the path."),
            SQLITE_CANTOPEN => (StoreFailure.Unreachable, "Look at the path and at the rights of its folder."),
            SQLITE_PERM or SQLITE_AUTH => (StoreFailure.Denied, "Look at the rights of the file."),
            _ => (StoreFailure.Io, "Look after the disk, close the store and open it again."),
        };
        return new(failure, mayBeStored, $"SQLite ({result}): {message}.\n{remedy}", cause);
    }
}
