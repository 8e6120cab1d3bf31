using System.Globalization;
using System.Text;

namespace GridGov;

/// <summary>
/// The first place at which a log is not what was written or signed (篡改定位). Immutable and thread-safe. What breaks a
/// chain is named by case and number; what only a checkpoint tells, by the checkpoint and the positions since the one before.
/// </summary>
/// <param name="Position">The position among the entries of all cases, from 1; 0 for a fault of the checkpoints themselves.</param>
/// <param name="Case">The case, or null where a checkpoint does not hold.</param>
/// <param name="Number">The number of the entry within its case, or null.</param>
/// <param name="Reason">What does not fit.</param>
public sealed record LogFault(long Position, CaseId? Case, int? Number, string Reason)
{
    /// <summary>The number of the checkpoint that does not hold, or null.</summary>
    public int? Checkpoint { get; init; }

    /// <summary>Where and why, on one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Position > 0)
            text.Append(CultureInfo.InvariantCulture, $"position {Position}, ");
        if (Checkpoint is { } checkpoint)
            text.Append(CultureInfo.InvariantCulture, $"checkpoint {checkpoint}, ");
        if (Case is { } id)
            text.Append(CultureInfo.InvariantCulture, $"case {id}, entry {Number}, ");
        text.Length -= text.Length >= 2 ? 2 : 0;
        return text.Append(": ").Append(Reason).ToString();
    }
}

/// <summary>A log is not what was signed, so nothing may be signed over it.</summary>
/// <param name="fault">Where and why.</param>
public sealed class LogFaultException(LogFault fault) : InvalidOperationException(
    $"{fault}\nVerify the store against its checkpoints before anything is signed or appended.")
{
    /// <summary>Where and why.</summary>
    public LogFault Fault { get; } = fault;
}
