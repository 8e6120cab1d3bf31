using System.Globalization;
using System.Text;

namespace GridGov.Rules;

/// <summary>One condition of a task's admission: met or not, the article, and what would change it. Immutable and thread-safe.</summary>
/// <param name="Code">A stable code, as in <see cref="UnmetCondition.Code"/>.</param>
/// <param name="IsMet">Whether the task meets it.</param>
/// <param name="Text">The condition, with the values that decide it.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Remedy">What would make it met, or null where it is.</param>
public sealed record AdmissionCheck(string Code, bool IsMet, LocalizedText Text, LegalBasis Basis, LocalizedText? Remedy);

/// <summary>
/// The whole reasoning of an admission, also of one that says yes: every condition that the list sets for the task. Comes from the
/// same code as the verdict. A value that can be compared; immutable and thread-safe.
/// </summary>
public sealed record AdmissionExplanation
{
    /// <summary>The answer.</summary>
    public required AdmissionVerdict Verdict { get; init; }

    /// <summary>The list that was asked, by name and version.</summary>
    public required string List { get; init; }

    /// <summary>The item that was found, or null.</summary>
    public required DutyItem? Item { get; init; }

    /// <summary>Every condition, in the order in which they are looked at.</summary>
    public required ValueList<AdmissionCheck> Checks { get; init; }

    /// <summary>The reasoning for a reader, one condition a line.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Explain(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var zh = new LocalizedText("en", "zh").For(culture) == "zh";
        var text = new StringBuilder(zh ? $"{List}：{Verdict.Kind}" : $"{List}: {Verdict.Kind}");
        foreach (var check in Checks)
        {
            text.Append(check.IsMet ? "\n  + " : "\n  - ").Append(check.Text.For(culture)).Append(" [").Append(check.Code).Append("] ").Append(check.Basis);
            if (check.Remedy is { } remedy)
                text.Append(zh ? "\n      出路：" : "\n      way out: ").Append(remedy.For(culture));
        }

        return text.ToString();
    }

    /// <summary>The English reasoning, whatever the current culture.</summary>
    public override string ToString() => Explain(CultureInfo.InvariantCulture);
}
