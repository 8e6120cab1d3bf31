using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GridGov.Storage.PostgreSql;

/// <summary>The statements of a store, for its schema. Immutable and thread-safe.</summary>
internal sealed class StoreSql
{
    /// <summary>What came of each entry of a batch, beside the values of <see cref="AppendResult"/>.</summary>
    public const short Found = 4, Unsure = 5;

    public StoreSql(PostgreSqlStoreOptions options)
    {
        var schema = options.Schema;
        AppendLock = LockKey("append", schema);
        SchemaLock = LockKey("schema", schema);
        Commit = options.Durability switch
        {
            PostgreSqlDurability.Flushed => "on",
            PostgreSqlDurability.ShownByStandbys => "remote_apply",
            _ => "off",
        };

        // The lock is waited for in a statement of its own: the next one then sees what its holder before committed.
        Enter = $"SELECT pg_catalog.set_config('synchronous_commit', '{Commit}', true), pg_catalog.pg_advisory_xact_lock({AppendLock})";
        Append = $"""
            WITH judged AS MATERIALIZED (
              SELECT g.case_id, g.number, g.key, g.data, g.place,
                CASE
                  WHEN $5 AND EXISTS (SELECT 1 FROM {schema}.entries e WHERE e.case_id = g.case_id AND e.number = g.number AND e.data = g.data) THEN {Found}
                  WHEN g.key IS NOT NULL AND EXISTS (SELECT 1 FROM {schema}.entries e WHERE e.case_id = g.case_id AND e.key = g.key) THEN {(int)AppendResult.Repeated}
                  WHEN g.number = h.version + 1 THEN {(int)AppendResult.Appended}
                  WHEN $5 AND g.number > h.version + 1 THEN {Unsure}
                  ELSE {(int)AppendResult.VersionConflict}
                END::smallint AS result
              FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS g(case_id, number, key, data, place)
              CROSS JOIN LATERAL (SELECT COALESCE((SELECT e.number FROM {schema}.entries e WHERE e.case_id = g.case_id ORDER BY e.number DESC LIMIT 1), 0) AS version) h
            ), stored AS (
              INSERT INTO {schema}.entries (position, case_id, number, key, data)
              SELECT (SELECT COALESCE(max(position), 0) FROM {schema}.entries) + row_number() OVER (ORDER BY place), case_id, number, key, data
              FROM judged WHERE result = {(int)AppendResult.Appended}
            )
            SELECT array_agg(result ORDER BY place) FROM judged
            """;
        ReadCase = $"SELECT data FROM {schema}.entries WHERE case_id = $1 ORDER BY number";
        ReadPage = $"SELECT position, data FROM {schema}.entries WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3";
        Last = $"SELECT COALESCE(max(position), 0) FROM {schema}.entries";
        AppendCheckpoint = $"""
            WITH stored AS (
              INSERT INTO {schema}.checkpoints (number, data)
              SELECT $1, $2 WHERE $1 = (SELECT COALESCE(max(number), 0) + 1 FROM {schema}.checkpoints)
              RETURNING 1
            )
            SELECT EXISTS (SELECT 1 FROM stored) OR $3 AND EXISTS (SELECT 1 FROM {schema}.checkpoints WHERE number = $1 AND data = $2)
            """;
        ReadCheckpoints = $"SELECT data FROM {schema}.checkpoints ORDER BY number";
        SaveSnapshot = $"""
            INSERT INTO {schema}.snapshots (name, position, content) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET position = EXCLUDED.position, content = EXCLUDED.content
            """;
        FindSnapshot = $"SELECT position, content FROM {schema}.snapshots WHERE name = $1";
        DropSnapshots = $"DELETE FROM {schema}.snapshots";
    }

    public long AppendLock { get; }

    public long SchemaLock { get; }

    public string Commit { get; }

    public string Enter { get; }

    public string Append { get; }

    public string ReadCase { get; }

    public string ReadPage { get; }

    public string Last { get; }

    public string AppendCheckpoint { get; }

    public string ReadCheckpoints { get; }

    public string SaveSnapshot { get; }

    public string FindSnapshot { get; }

    public string DropSnapshots { get; }

    // Advisory locks are numbers that all programs of a database share; one made from a hash meets no other.
    private static long LockKey(string what, string schema) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"gridgov {what} {schema}")));
}
