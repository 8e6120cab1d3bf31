using System.Globalization;

namespace GridGov.Community;

/// <summary>What became of one condition. Immutable and thread-safe.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Part">The part that was counted, or null where nobody counted by this measure.</param>
/// <param name="Whole">The whole that was counted, or null as above.</param>
/// <param name="Least">The smallest part that would have met it, or null as above.</param>
/// <param name="IsMet">Whether it is met.</param>
public sealed record QuorumFinding(QuorumCondition Condition, decimal? Part, decimal? Whole, decimal? Least, bool IsMet)
{
    /// <summary>The finding as a condition of a refusal; its code is <c>quorum.short</c> or <c>quorum.not-counted</c>.</summary>
    public UnmetCondition ToCondition()
    {
        var c = Condition;
        var (measure, part, whole) = (QuorumWords.Of(c.Measure), QuorumWords.Of(c.Part), QuorumWords.Of(c.Whole));
        var word = c.Comparison == QuorumComparison.AtLeast ? new LocalizedText("at least", "不少于") : new LocalizedText("more than", "超过");
        var asked = new LocalizedText(
            $"{word.En} {c.Share} of the {whole.En} by {measure.En} must be {part.En}",
            $"按{measure.Zh}计，{part.Zh}须{word.Zh}{whole.Zh}的{c.Share}");
        if (Part is not { } counted)
            return new("quorum.not-counted", new($"{asked.En}; nobody counted it", $"{asked.Zh}；未统计"));
        var unit = c.Measure == QuorumMeasure.Area ? new LocalizedText(" m²", "平方米") : new LocalizedText(string.Empty, string.Empty);
        return new("quorum.short", new(
            string.Create(CultureInfo.InvariantCulture, $"{asked.En}: {counted}{unit.En} of {Whole}{unit.En}, {Least}{unit.En} are needed"),
            string.Create(CultureInfo.InvariantCulture, $"{asked.Zh}：{Whole}{unit.Zh}中有{counted}{unit.Zh}，须有{Least}{unit.Zh}")));
    }

    /// <summary>The English sentence, whatever the current culture.</summary>
    public override string ToString() => $"{(IsMet ? "met" : "not met")}: {ToCondition().Text.En}";
}

internal static class QuorumWords
{
    public static LocalizedText Of(QuorumMeasure measure) => measure switch
    {
        QuorumMeasure.People => new("people", "人数"),
        QuorumMeasure.Households => new("households", "户数"),
        QuorumMeasure.Area => new("area", "专有部分面积"),
        _ => new("representatives", "代表人数"),
    };

    public static LocalizedText Of(QuorumGroup group) => group switch
    {
        QuorumGroup.Entitled => new("entitled", "有权参加者"),
        QuorumGroup.Present => new("present", "到会者"),
        QuorumGroup.Participating => new("voting", "参与表决者"),
        QuorumGroup.Yes => new("in favour", "同意者"),
        _ => new("against", "反对者"),
    };
}
