using Npgsql;

namespace GridGov.Storage.PostgreSql;

/// <summary>Makes the tables of a store, or brings those of an older version of the library up to this one.</summary>
internal static class StoreSchema
{
    /// <summary>The step to each format from the one before; a step that was released is never changed.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE {0}.store (id smallint PRIMARY KEY CHECK (id = 1), format integer NOT NULL);
        CREATE TABLE {0}.entries (
          position bigint PRIMARY KEY CHECK (position > 0),
          number integer NOT NULL CHECK (number > 0),
          case_id bytea NOT NULL,
          key bytea,
          data bytea NOT NULL);
        CREATE UNIQUE INDEX entries_case ON {0}.entries (case_id, number);
        CREATE UNIQUE INDEX entries_key ON {0}.entries (case_id, key) WHERE key IS NOT NULL;
        CREATE TABLE {0}.checkpoints (number integer PRIMARY KEY, data bytea NOT NULL);
        CREATE TABLE {0}.snapshots (name bytea PRIMARY KEY, position bigint NOT NULL, content bytea NOT NULL);
        INSERT INTO {0}.store (id, format) VALUES (1, 1);
        """,
    ];

    public static int Format => Steps.Length;

    public static async Task OpenAsync(NpgsqlConnection connection, PostgreSqlStoreOptions options, StoreSql sql, CancellationToken cancellationToken)
    {
        await CheckServerAsync(connection, options, cancellationToken).ConfigureAwait(false);
        var format = await FormatAsync(connection, options.Schema, cancellationToken).ConfigureAwait(false);

        // A store that is up to date asks for no right to make anything.
        if (format != Format)
            await MigrateAsync(connection, options.Schema, sql, Format, cancellationToken).ConfigureAwait(false);
    }

    // One transaction under a lock: of several programs that start at once, one makes the tables, and nobody sees half of them.
    internal static async Task MigrateAsync(NpgsqlConnection connection, string schema, StoreSql sql, int to, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, $"SELECT pg_catalog.set_config('synchronous_commit', 'on', true), pg_catalog.pg_advisory_xact_lock({sql.SchemaLock})", cancellationToken).ConfigureAwait(false);
        var format = await FormatAsync(connection, schema, cancellationToken).ConfigureAwait(false);
        if (format > Format)
            throw new CaseStoreException(StoreFailure.UnknownFormat, mayBeStored: false, $"The store has format {format}; this version of the library knows formats up to {Format}.\nOpen it with a version that is at least as new as the one that wrote it.");
        if (format == 0 && await ScalarAsync(connection, $"SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = '{schema}'", cancellationToken).ConfigureAwait(false) is 0L)
            await ExecuteAsync(connection, $"CREATE SCHEMA {schema}", cancellationToken).ConfigureAwait(false);

        // Writers wait until the tables are as they know them.
        if (format > 0 && format < to)
            await ExecuteAsync(connection, $"SELECT pg_catalog.pg_advisory_xact_lock({sql.AppendLock})", cancellationToken).ConfigureAwait(false);
        for (var next = format; next < to; next++)
            await ExecuteAsync(connection, Steps[next].Replace("{0}", schema, StringComparison.Ordinal), cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(connection, $"UPDATE {schema}.store SET format = {to} WHERE format < {to}", cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> FormatAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var known = $"SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '{schema}' AND c.relname = 'store'";
        if (await ScalarAsync(connection, known, cancellationToken).ConfigureAwait(false) is 0L)
            return 0;
        return await ScalarAsync(connection, $"SELECT format FROM {schema}.store", cancellationToken).ConfigureAwait(false) is int format
            ? format
            : throw new CaseStoreException(StoreFailure.UnknownFormat, mayBeStored: false, $"The table {schema}.store says no format: the schema belongs to another program.\nName another schema.");
    }

    // A server that does not flush keeps no promise, whatever the session asks for.
    private static async Task CheckServerAsync(NpgsqlConnection connection, PostgreSqlStoreOptions options, CancellationToken cancellationToken)
    {
        if (options.Durability == PostgreSqlDurability.MayLoseLastMoments)
            return;
        foreach (var setting in new[] { "fsync", "full_page_writes" })
        {
            if (await ScalarAsync(connection, $"SHOW {setting}", cancellationToken).ConfigureAwait(false) is not "on")
            {
                throw new CaseStoreException(StoreFailure.Denied, mayBeStored: false, $"The server runs with {setting} off and may lose what it has acknowledged.\n"
                    + $"Turn it on, or ask for {nameof(PostgreSqlDurability)}.{nameof(PostgreSqlDurability.MayLoseLastMoments)}.");
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The only text from outside is the name of the schema, whose letters are checked.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // As above.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
