namespace GridGov;

/// <summary>
/// Something computed from the log up to a position, kept so that it need not be computed from the beginning again
/// (快照). A cache and never the truth: whoever does not find it, or does not like what it holds, reads the log. Its content
/// is the business of whoever saved it. Immutable and thread-safe.
/// </summary>
/// <param name="Name">Who saved it, and in which form; a later one of the same name takes its place.</param>
/// <param name="Position">The position of the last entry that went into it.</param>
/// <param name="Content">What was computed.</param>
public sealed record StoreSnapshot(string Name, long Position, ReadOnlyMemory<byte> Content);
