using GridGov.Workflows;

namespace GridGov.Community;

/// <summary>What a stage of a deliberation does.</summary>
public enum StageKind
{
    /// <summary>People speak, and somebody sums up: collecting, discussing, consulting (提、议).</summary>
    Talk = 1,

    /// <summary>A body says whether the matter may go on: admission, or review by the township (审核).</summary>
    Review = 2,

    /// <summary>A vote that is valid and carried, or not, by a <see cref="QuorumRule"/> (决).</summary>
    Vote = 3,

    /// <summary>A notice stands for a time, then the matter goes on by itself (公告、公示).</summary>
    Post = 4,

    /// <summary>What was decided is given to somebody and carried out (解、办).</summary>
    CarryOut = 5,

    /// <summary>Others than those who carried it out judge the result (评).</summary>
    Judge = 6,
}

/// <summary>One stage of a deliberation. Immutable and thread-safe.</summary>
public sealed record DeliberationStage
{
    /// <summary>A stable name, 1 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What it does.</summary>
    public required StageKind Kind { get; init; }

    /// <summary>Who acts in it.</summary>
    public required Role Owner { get; init; }

    /// <summary>
    /// How long it may take; for a notice, how long it stands. Null only for <see cref="StageKind.CarryOut"/>, which is due
    /// with the case.
    /// </summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>
    /// The documents without which it does not end (佐证): <c>invited</c>, <c>attendance</c>, <c>minutes</c>, <c>tally</c>,
    /// <c>notice</c> or others; see <see cref="CommunityEvidence"/>.
    /// </summary>
    public ValueList<string> Documents { get; init; }

    /// <summary>The <see cref="QuorumRule"/> by which a <see cref="StageKind.Vote"/> decides; null for every other stage.</summary>
    public string? Quorum { get; init; }
}

/// <summary>Documents of a deliberation as evidence in the log: where they are and their hash, never what they say.</summary>
public static class CommunityEvidence
{
    /// <summary>Who was invited (通知名单).</summary>
    public const string Invited = "invited";

    /// <summary>Who came (签到表).</summary>
    public const string Attendance = "attendance";

    /// <summary>What was said (会议记录).</summary>
    public const string Minutes = "minutes";

    /// <summary>How votes were counted (计票结果).</summary>
    public const string Tally = "tally";

    /// <summary>That a notice was posted (公示).</summary>
    public const string Notice = "notice";

    /// <summary>A document of a kind.</summary>
    /// <param name="kind">The kind, for instance <see cref="Minutes"/>.</param>
    /// <param name="reference">Where it is kept; never personal data.</param>
    /// <param name="hash">The SHA-256 of its content, or null.</param>
    public static Evidence Of(string kind, string reference, Hash256? hash = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        return new(EvidenceKind.Document, $"{kind}:{reference}") { Hash = hash };
    }

    /// <summary>The condition that the command brings a document of a kind; its code is <c>document.KIND</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static Guard Needs(string kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        var prefix = kind + ":";
        return new(
            $"document.{kind}",
            new($"the document \"{kind}\" is there", $"应附“{kind}”材料"),
            (Case _, in CaseCommand command, in DecisionContext _) => HasDocument(command.Facts, prefix));
    }

    private static bool HasDocument(CaseFacts? facts, string prefix)
    {
        if (facts is null)
            return false;
        foreach (var evidence in facts.Evidence)
        {
            if (evidence.Kind == EvidenceKind.Document && evidence.Reference.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
