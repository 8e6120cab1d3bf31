using System.Globalization;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>Whether a sheet counts. Every reason is told, and none names the elector.</summary>
internal static class SheetRules
{
    public static Refusal? Check(Ballot ballot, BallotSheet sheet, Span<ushort> choices, bool isEntitled, bool hasVoted)
    {
        var unmet = new List<UnmetCondition>();
        var terms = ballot.Terms;
        if (!isEntitled)
            unmet.Add(new("vote.entitled", new($"the voter is in the electorate \"{terms.Electorate.Name}\"", $"投票人在“{terms.Electorate.Name}”名册内")));
        if (hasVoted)
            unmet.Add(new("vote.once", new("the voter has not voted before; the first vote counts", "投票人此前未投票；以首次投票为准")));
        if (sheet.At < terms.Opens || sheet.At >= terms.Closes)
            unmet.Add(new("vote.time", new(Invariant($"it is cast from {terms.Opens:O} until before {terms.Closes:O}"), Invariant($"应在{terms.Opens:O}至{terms.Closes:O}之间投票"))));
        CheckChoices(ballot, sheet, choices, unmet);
        return unmet.Count == 0 ? null : Refuse(ballot, unmet);
    }

    public static Refusal Refuse(Ballot ballot, IEnumerable<UnmetCondition> unmet) => new()
    {
        Code = CommunityRefusalCodes.VoteRefused,
        Summary = new($"a vote in \"{ballot.Terms.Id}\" is not counted", $"“{ballot.Terms.Id}”的一张选票不计入"),
        Unmet = ValueList.From(unmet),
        Remedy = new("correct the sheet while the vote is open, or object with those who run it", "在投票期内更正，或向组织方提出异议"),
    };

    private static void CheckChoices(Ballot ballot, BallotSheet sheet, Span<ushort> choices, List<UnmetCondition> unmet)
    {
        choices.Fill(BallotBox.Nothing);
        if (sheet.IsSpoilt)
        {
            if (!sheet.Choices.IsEmpty)
                unmet.Add(new("vote.spoilt", new("a spoilt sheet has no choices", "废票不含选择")));
            return;
        }

        var places = ballot.Weights.Count;
        var needsAll = ballot.Form == BallotForm.Motion || ballot.Form == BallotForm.Positional && !ballot.Terms.MayBePartial;
        if (sheet.Choices.Count > places || sheet.Choices.IsEmpty || needsAll && sheet.Choices.Count < places)
        {
            unmet.Add(new("vote.choices", new(
                string.Create(CultureInfo.InvariantCulture, $"a sheet holds {(needsAll ? "exactly" : "1 to")} {places} choices; this one holds {sheet.Choices.Count}"),
                string.Create(CultureInfo.InvariantCulture, $"每票{(needsAll ? "须选" : "可选1至")}{places}项，本票{sheet.Choices.Count}项"))));
        }

        for (var i = 0; i < sheet.Choices.Count; i++)
        {
            var code = sheet.Choices[i];
            if (code is null || !ballot.TryFind(code, out var handle))
            {
                unmet.Add(new("vote.option", new(Invariant($"choice {i + 1} is one of the options"), Invariant($"第{i + 1}项在选项之内"))));
                continue;
            }

            if (i < choices.Length && !(ballot.Terms.MayRepeat && ballot.Form == BallotForm.Positional) && choices[..i].Contains(handle))
                unmet.Add(new("vote.distinct", new(Invariant($"choice {i + 1} is not chosen twice"), Invariant($"第{i + 1}项未重复"))));
            if (i < choices.Length)
                choices[i] = handle;
        }
    }
}
