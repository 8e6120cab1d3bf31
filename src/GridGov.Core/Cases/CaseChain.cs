using System.Buffers;

namespace GridGov;

/// <summary>Where and why a case log is not what was written.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">The number of the first bad entry.</param>
/// <param name="Reason">What does not fit.</param>
public sealed record ChainFault(CaseId Case, int Number, string Reason)
{
    /// <summary>Case, entry and reason on one line.</summary>
    public override string ToString() => $"case {Case}, entry {Number}: {Reason}";
}

/// <summary>
/// The hash chain of a case log: each entry carries the SHA-256 over the canonical bytes of itself, which begin with
/// the hash of the one before. Stateless; thread-safe. The byte form is in <c>docs/log-format.md</c>.
/// </summary>
public static class CaseChain
{
    /// <summary>The entry bound to the one before it.</summary>
    /// <param name="entry">The entry, its hashes not yet set.</param>
    /// <param name="previous">The hash of the entry before; default for the first.</param>
    /// <exception cref="ArgumentException">A text of the entry is not valid Unicode, or a point of it is the default value.</exception>
    public static CaseEntry Seal(CaseEntry entry, Hash256 previous)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with { Previous = previous, Hash = HashOf(entry, previous) };
    }

    /// <summary>Checks all entries of one case, in order.</summary>
    /// <param name="entries">The entries of one case, from the first.</param>
    /// <returns>The first fault, or null when the chain holds.</returns>
    public static ChainFault? Verify(IEnumerable<CaseEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        CaseEntry? last = null;
        foreach (var entry in entries)
        {
            if (VerifyNext(last, entry) is { } fault)
                return fault;
            last = entry;
        }

        return null;
    }

    /// <summary>Checks one entry against the one before it.</summary>
    /// <param name="last">The entry before, or null for the first of a case.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>The fault, or null when the entry fits.</returns>
    public static ChainFault? VerifyNext(CaseEntry? last, CaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (last is not null && entry.Case != last.Case)
            return new(entry.Case, entry.Number, $"it stands among the entries of case {last.Case}");
        var reason = OrderFault(last?.Number ?? 0, last?.Hash ?? default, entry)
            ?? (Matches(entry) ? null : ContentFault)
            ?? (last is not null && entry.At < last.At ? AgeFault : null);
        return reason is null ? null : new(entry.Case, entry.Number, reason);
    }

    internal const string ContentFault = "its content does not match its hash";

    internal const string AgeFault = "it is older than the entry before";

    internal static string? OrderFault(int lastNumber, Hash256 lastHash, CaseEntry entry)
    {
        if (entry.Number != lastNumber + 1)
            return $"entry {lastNumber + 1} is expected here; an entry is missing, doubled or moved";
        return entry.Previous == lastHash ? null : "it does not follow from the entry before";
    }

    /// <summary>Writes the canonical bytes of an entry: in form 1 where that can say it, else in form 2.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="previous">The hash of the entry before.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <exception cref="ArgumentException">A text of the entry is not valid Unicode, or a point of it is the default value.</exception>
    public static void WriteCanonical(CaseEntry entry, Hash256 previous, IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(destination);
        var bytes = new CanonicalBytes();
        try
        {
            Write(entry, previous, ref bytes);
            destination.Write(bytes.Written);
        }
        finally
        {
            bytes.Dispose();
        }
    }

    /// <summary>Binds an entry that nobody but the caller has seen yet, without a copy.</summary>
    internal static CaseEntry SealNew(CaseEntry entry, Hash256 previous)
    {
        entry.SetSeal(previous, HashOf(entry, previous));
        return entry;
    }

    private static bool Matches(CaseEntry entry)
    {
        try
        {
            return HashOf(entry, entry.Previous) == entry.Hash;
        }
        catch (ArgumentException)
        {
            // It has no byte form, so it was never sealed.
            return false;
        }
    }

    private static Hash256 HashOf(CaseEntry entry, Hash256 previous)
    {
        var bytes = new CanonicalBytes();
        try
        {
            Write(entry, previous, ref bytes);
            return Digest.Of(bytes.Written);
        }
        finally
        {
            bytes.Dispose();
        }
    }

    internal static void Write(CaseEntry e, Hash256 previous, ref CanonicalBytes bytes)
    {
        var tail = Tail(e);
        bytes.Magic(tail == 0 && e.Kind <= EntryKind.Urged ? "GGE1"u8 : "GGE2"u8);
        bytes.Hash(previous);
        bytes.Text(e.Case.Value);
        bytes.Int32(e.Number);
        bytes.Instant(e.At);
        bytes.Int32((int)e.Kind);
        bytes.Text(e.By.Id.Value);
        bytes.Text(e.By.Body.Value);
        bytes.Int32((int)e.By.Role);
        bytes.Text(e.Trigger);
        bytes.Text(e.From);
        bytes.Text(e.To);
        bytes.Int32(e.Ends ? 1 : 0);
        bytes.Text(e.Lead.Value);
        bytes.Text(e.Handler?.Value);
        bytes.Instant(e.StepDue);
        bytes.Instant(e.CaseDue);
        bytes.Text(e.Note);
        bytes.Text(e.Lifecycle is { } lifecycle ? lifecycle.Id ?? string.Empty : null);
        bytes.Int32(e.Lifecycle?.Version ?? 0);
        bytes.Int32(e.Report is null ? 0 : 1);
        if (e.Report is { } report)
        {
            bytes.Text(report.Id.Value);
            bytes.Instant(report.At);
            bytes.Text(report.Grid.Value);
            bytes.Text(report.Class.Value);
            bytes.Text(report.Channel);
        }

        if (tail != 0 || e.Kind > EntryKind.Urged)
            FactBytes.Write(e, tail, ref bytes);
    }

    private static int Tail(CaseEntry entry) =>
        entry.Facts is null && entry.Report?.Position is null ? 0 : FactBytes.MaskOf(entry);
}
