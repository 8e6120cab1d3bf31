using System.Net.Sockets;
using Npgsql;

namespace GridGov.Storage.PostgreSql;

/// <summary>What an exception of the driver says about the server, and about the transaction that it ended.</summary>
/// <param name="Failure">Why, in the words of the port.</param>
/// <param name="MayPass">Whether it may pass by itself: a server that starts, fails over or is busy.</param>
/// <param name="IsUnsure">Whether the transaction may be committed all the same.</param>
internal readonly record struct ServerFailure(StoreFailure Failure, bool MayPass, bool IsUnsure)
{
    /// <summary>Whether an exception is the server's or the connection's; others are nobody's to repeat.</summary>
    public static bool Is(Exception e) => e is NpgsqlException or SocketException or TimeoutException || (e is IOException and not CaseStoreException);

    public static ServerFailure Of(Exception e) => e switch
    {
        PostgresException p => new(Of(p.SqlState), MayPassBy(p.SqlState), IsUnsureBy(p)),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => new(StoreFailure.Busy, MayPass: true, IsUnsure: true),
        NpgsqlException { InnerException: SocketException } or SocketException => new(StoreFailure.Unreachable, MayPass: true, IsUnsure: true),
        _ => new(StoreFailure.Io, MayPass: true, IsUnsure: true),
    };

    public static CaseStoreException Exception(Exception e, bool mayBeStored)
    {
        var failure = Of(e).Failure;
        var state = (e as PostgresException)?.SqlState;
        var what = failure switch
        {
            StoreFailure.Denied => "The server refused it for want of a right.\nGrant the role what the documentation lists.",
            StoreFailure.Full => "The server has no room left.\nMake room, then try again.",
            StoreFailure.ReadOnly => "The server takes no changes: it is a standby or set to read only.\nConnect to the primary.",
            StoreFailure.Busy => "The server did not answer in time.\nTry again.",
            StoreFailure.Unreachable => "The server cannot be reached.\nLook after it, then try again.",
            StoreFailure.Damaged => "The server found its data damaged.\nLook after the disk, and restore what it names.",
            _ => "The server or the connection to it failed.\nLook at what it said, then try again.",
        };
        return new(failure, mayBeStored, state is null ? what : $"{what} SQLSTATE {state}.", e);
    }

    // An error ends the transaction; an end of the session leaves open how it ended.
    private static bool IsUnsureBy(PostgresException p) =>
        p.InvariantSeverity is "FATAL" or "PANIC" || p.SqlState is PostgresErrorCodes.TransactionResolutionUnknown or PostgresErrorCodes.StatementCompletionUnknown;

    private static bool MayPassBy(string state) => state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled
        || state.StartsWith("08", StringComparison.Ordinal);

    private static StoreFailure Of(string state) => state switch
    {
        PostgresErrorCodes.ReadOnlySqlTransaction => StoreFailure.ReadOnly,
        PostgresErrorCodes.DiskFull => StoreFailure.Full,
        PostgresErrorCodes.InsufficientPrivilege => StoreFailure.Denied,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.OutOfMemory => StoreFailure.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.InvalidCatalogName => StoreFailure.Unreachable,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreFailure.Damaged,
        _ when state.StartsWith("28", StringComparison.Ordinal) => StoreFailure.Denied,
        _ => StoreFailure.Io,
    };
}
