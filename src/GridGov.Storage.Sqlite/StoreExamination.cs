using System.Globalization;
using System.Text;

namespace GridGov.Storage;

/// <summary>Entries that cannot be read. Immutable and thread-safe.</summary>
/// <param name="From">The first position.</param>
/// <param name="Until">The last position.</param>
/// <param name="Reason">What was found.</param>
public sealed record DamagedRange(long From, long Until, string Reason);

/// <summary>What an examination of a store found (体检). Immutable and thread-safe.</summary>
public sealed record StoreExamination
{
    /// <summary>What SQLite found wrong with the structure of the file; empty where it is sound.</summary>
    public required ValueList<string> Structure { get; init; }

    /// <summary>Entries that cannot be read, in order; neighbours with one reason are one range.</summary>
    public required ValueList<DamagedRange> Damaged { get; init; }

    /// <summary>How many entries can be read.</summary>
    public required long Readable { get; init; }

    /// <summary>The highest position.</summary>
    public required long Last { get; init; }

    /// <summary>What the check of the chain and the checkpoints over the readable entries came to.</summary>
    public required LogVerification Verification { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Structure.IsEmpty && Damaged.IsEmpty && Verification.IsSound;

    /// <summary>The findings, one a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Readable} of {Last} entries can be read"));
        foreach (var line in Structure)
            text.Append("\n  file: ").Append(line);
        foreach (var range in Damaged)
            text.Append(CultureInfo.InvariantCulture, $"\n  positions {range.From} to {range.Until}: {range.Reason}");
        return text.Append("\n  ").Append(Verification).ToString();
    }
}
