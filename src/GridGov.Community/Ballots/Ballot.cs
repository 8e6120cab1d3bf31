using static System.FormattableString;

namespace GridGov.Community;

/// <summary>How a sheet is filled in (计票方式).</summary>
public enum BallotForm
{
    /// <summary>Options in order of preference, the first place worth most: 531打分法 gives 5, 3 and 1.</summary>
    Positional = 1,

    /// <summary>Any options that the elector can live with, each worth one, up to a number.</summary>
    Approval = 2,

    /// <summary>Yes, no or abstention on one motion.</summary>
    Motion = 3,
}

/// <summary>The three answers to a motion.</summary>
public enum VoteChoice
{
    /// <summary>In favour (同意).</summary>
    Yes = 1,

    /// <summary>Against (反对).</summary>
    No = 2,

    /// <summary>Neither (弃权): takes part, on no side.</summary>
    Abstain = 3,
}

/// <summary>Something that can be chosen. Immutable and thread-safe.</summary>
/// <param name="Code">A stable code, 1 to 64 characters.</param>
/// <param name="Name">The name on the sheet.</param>
public sealed record BallotOption(string Code, LocalizedText Name);

/// <summary>
/// A vote that is going to be held (表决): question, options, who may vote, from when to when, and how sheets count.
/// Frozen and thread-safe.
/// </summary>
public sealed class Ballot
{
    /// <summary>Codes of the three answers to a motion, in the order of <see cref="VoteChoice"/>.</summary>
    public static readonly ValueList<string> Answers = ["yes", "no", "abstain"];

    private readonly Dictionary<string, ushort> _handles;

    private Ballot(BallotTerms terms, BallotForm form, ValueList<BallotOption> options, ValueList<int> weights)
    {
        Terms = terms;
        Form = form;
        Options = options;
        Weights = weights;
        _handles = options.Index().ToDictionary(o => o.Item.Code, o => (ushort)o.Index, StringComparer.Ordinal);
    }

    /// <summary>Name, electorate, times and manner.</summary>
    public BallotTerms Terms { get; }

    /// <summary>How a sheet is filled in.</summary>
    public BallotForm Form { get; }

    /// <summary>What can be chosen; for a motion the three answers.</summary>
    public ValueList<BallotOption> Options { get; }

    /// <summary>What each place on a sheet is worth, first place first; one for each choice that an approval may hold.</summary>
    public ValueList<int> Weights { get; }

    /// <summary>A vote by order of preference. The 531 method (531打分法, a community of Wuhan; secondary source) has the weights 5, 3 and 1.</summary>
    /// <param name="terms">Name, electorate, times and manner.</param>
    /// <param name="options">The options, at least two.</param>
    /// <param name="weights">What each place is worth, falling, each above 0.</param>
    /// <exception cref="DefinitionException">It is not sound; every fault.</exception>
    public static Ballot Positional(BallotTerms terms, IEnumerable<BallotOption> options, params ReadOnlySpan<int> weights)
    {
        var faults = new List<Fault>();
        if (weights.IsEmpty || weights.Length > 100)
            faults.Add(new("weights", Invariant($"there are {weights.Length}; from 1 to 100 are needed")));
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] is < 1 or > 1_000_000 || i > 0 && weights[i] > weights[i - 1])
                faults.Add(new(Invariant($"weights[{i}]"), Invariant($"{weights[i]} must be from 1 to 1,000,000 and not above the one before")));
        }

        return Freeze(terms, BallotForm.Positional, [.. options], ValueList.Create(weights), faults);
    }

    /// <summary>A vote by approval.</summary>
    /// <param name="terms">Name, electorate, times and manner.</param>
    /// <param name="options">The options, at least two.</param>
    /// <param name="most">The most that one sheet may hold, from 1.</param>
    /// <exception cref="DefinitionException">It is not sound; every fault.</exception>
    public static Ballot Approval(BallotTerms terms, IEnumerable<BallotOption> options, int most)
    {
        BallotOption[] all = [.. options];
        var faults = new List<Fault>();
        if (most < 1 || most > all.Length)
            faults.Add(new("most", Invariant($"{most} must be from 1 to the number of options, {all.Length}")));
        return Freeze(terms, BallotForm.Approval, all, ValueList.From(Enumerable.Repeat(1, Math.Clamp(most, 0, 10_000))), faults);
    }

    /// <summary>A vote on one motion, whose figures a <see cref="QuorumRule"/> judges.</summary>
    /// <param name="terms">Name, electorate, times and manner.</param>
    /// <exception cref="DefinitionException">It is not sound; every fault.</exception>
    public static Ballot Motion(BallotTerms terms) => Freeze(
        terms,
        BallotForm.Motion,
        [new(Answers[0], new("yes", "同意")), new(Answers[1], new("no", "反对")), new(Answers[2], new("abstain", "弃权"))],
        [1],
        []);

    internal bool TryFind(string code, out ushort handle) => _handles.TryGetValue(code, out handle);

    private static Ballot Freeze(BallotTerms terms, BallotForm form, BallotOption[] options, ValueList<int> weights, List<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(terms);
        faults.AddRange(terms.Faults());
        if (options.Length is < 2 or > 10_000)
            faults.Add(new("options", Invariant($"there are {options.Length}; from 2 to 10,000 are needed")));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, option) in options.Index())
        {
            if (!TextId.IsValid(option.Code, out var reason))
                faults.Add(new(Invariant($"options[{i}]"), $"the code: {reason}"));
            else if (!seen.Add(option.Code))
                faults.Add(new(Invariant($"options[{i}]"), $"there is another option {option.Code}"));
        }

        if (form == BallotForm.Positional && !terms.MayRepeat && weights.Count > options.Length)
            faults.Add(new("weights", Invariant($"{weights.Count} places for {options.Length} options that may not be repeated")));
        return faults.Count == 0
            ? new(terms, form, ValueList.Create<BallotOption>(options), weights)
            : throw new DefinitionException($"ballot \"{terms.Id}\"", faults);
    }
}
