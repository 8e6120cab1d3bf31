namespace GridGov;

/// <summary>Hashes entries one after another, their bytes in the same memory. Stateless; thread-safe.</summary>
internal static class EntryHasher
{
    /// <summary>Sets for each entry whether its content matches its hash.</summary>
    public static void Match(ReadOnlySpan<StoredEntry> entries, Span<bool> matches)
    {
        var bytes = new CanonicalBytes();
        try
        {
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = entries[i].Entry;
                bytes.Clear();
                try
                {
                    CaseChain.Write(entry, entry.Previous, ref bytes);
                }
                catch (ArgumentException)
                {
                    // It has no byte form, so it was never sealed.
                    matches[i] = false;
                    continue;
                }

                matches[i] = Digest.Of(bytes.Written) == entry.Hash;
            }
        }
        finally
        {
            bytes.Dispose();
        }
    }
}
