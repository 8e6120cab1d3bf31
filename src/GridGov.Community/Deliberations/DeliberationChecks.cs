using static System.FormattableString;

namespace GridGov.Community;

/// <summary>What keeps stages from being a deliberation; every fault. The lifecycle itself is checked when it is frozen.</summary>
internal static class DeliberationChecks
{
    private static readonly string[] Reserved = [Deliberation.Entrust, Deliberation.Archived, Deliberation.Dropped];

    public static IEnumerable<Fault> Run(ValueList<DeliberationStage> stages)
    {
        if (stages.IsEmpty || stages[0].Kind != StageKind.Talk)
            yield return new("stages", "the first stage must be a talk: matters are raised by people");
        var seen = new HashSet<string>(Reserved, StringComparer.Ordinal);
        var decides = false;
        foreach (var (i, stage) in stages.Index())
        {
            var where = Invariant($"stages[{i}]");
            if (!TextId.IsValid(stage.Id, out var reason))
                yield return new(where, $"the id: {reason}");
            else if (!seen.Add(stage.Id))
                yield return new(where, $"the id {stage.Id} stands more than once, or is one of {string.Join(", ", Reserved)}");
            if (!Enum.IsDefined(stage.Kind))
                yield return new(where, "a kind that there is not");
            if (stage.Limit is null != (stage.Kind == StageKind.CarryOut))
                yield return new(where, stage.Limit is null ? "it needs a limit" : "what is carried out is due with the case and has no limit of its own");
            if (stage.Quorum is null == (stage.Kind == StageKind.Vote))
                yield return new(where, stage.Quorum is null ? "a vote needs the rule by which it decides" : "only a vote has a rule by which it decides");
            if (stage.Kind == StageKind.Vote && !(stage.Documents.Contains(CommunityEvidence.Tally) && stage.Documents.Contains(CommunityEvidence.Attendance)))
                yield return new(where, "a vote needs tally and attendance as documents");
            if (stage.Kind == StageKind.CarryOut && !decides)
                yield return new(where, "nothing is decided before it is carried out");
            if (stage.Kind == StageKind.Judge && (i == 0 || stages[i - 1].Kind is not (StageKind.CarryOut or StageKind.Post)))
                yield return new(where, "it judges nothing: before it something is carried out, or its result posted");
            decides |= stage.Kind == StageKind.Vote;
        }
    }
}
