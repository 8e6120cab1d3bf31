namespace GridGov.Storage;

/// <summary>Reads a store row by row, whatever is damaged.</summary>
internal static class StoreExaminer
{
    public static StoreExamination Examine(Connection connection, LogVerifier? verifier, CancellationToken cancellationToken)
    {
        var structure = Structure(connection);
        var damaged = new List<DamagedRange>();
        var last = Try(() => connection.Number("SELECT max(position) FROM entries"));
        long readable = 0;
        foreach (var (position, entry, reason) in Rows(connection, last, cancellationToken))
        {
            if (entry is null)
                Add(damaged, position, reason);
            else
                readable++;
        }

        // A second walk: the check of the chain ends at its first fault, and the extent of the damage should be known before.
        var verification = (verifier ?? new()).Verify(
            Rows(connection, last, cancellationToken).Where(r => r.Entry is not null).Select(r => r.Entry!), cancellationToken);
        return new()
        {
            Structure = ValueList.From(structure),
            Damaged = ValueList.From(damaged),
            Readable = readable,
            Last = last,
            Verification = verification,
        };
    }

    private static IEnumerable<(long Position, CaseEntry? Entry, string Reason)> Rows(Connection connection, long last, CancellationToken cancellationToken)
    {
        using var reader = new CaseEntryReader();
        using var row = connection.Statement("SELECT bytes FROM entries WHERE position = ?1");
        for (var position = 1L; position <= last; position++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = Read(row, reader, position, out var reason);
            yield return (position, entry, reason);
        }
    }

    private static CaseEntry? Read(Statement row, CaseEntryReader reader, long position, out string reason)
    {
        reason = "the row is missing";
        try
        {
            return row.Bind(1, position).Step() ? reader.Read(row.Blob(0)) : null;
        }
        catch (Exception e) when (e is CaseStoreException or InvalidDataException)
        {
            reason = e.Message.Split('\n')[0];
            return null;
        }
        finally
        {
            row.Reset();
        }
    }

    private static void Add(List<DamagedRange> damaged, long position, string reason)
    {
        if (damaged.Count > 0 && damaged[^1] is var last && last.Until == position - 1 && string.Equals(last.Reason, reason, StringComparison.Ordinal))
            damaged[^1] = last with { Until = position };
        else
            damaged.Add(new(position, position, reason));
    }

    private static List<string> Structure(Connection connection)
    {
        var found = new List<string>();
        try
        {
            using var check = connection.Statement("PRAGMA integrity_check(100)");
            while (check.Step())
            {
                if (!string.Equals(check.Text(0), "ok", StringComparison.Ordinal))
                    found.Add(check.Text(0));
            }
        }
        catch (CaseStoreException e)
        {
            found.Add(e.Message.Split('\n')[0]);
        }

        return found;
    }

    private static long Try(Func<long> read)
    {
        try
        {
            return read();
        }
        catch (CaseStoreException)
        {
            return 0;
        }
    }
}
