using GridGov.Workflows;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// How neighbours raise, discuss, decide, carry out and judge a matter (民事民提、民议、民决、民解、民评): stages in order,
/// frozen into a <see cref="LifecycleDefinition"/>, so that a deliberation is a case with clocks, evidence and a log like
/// every other. Frozen and thread-safe.
/// </summary>
public sealed class Deliberation
{
    /// <summary>The step in which somebody is named to carry the decision out.</summary>
    public const string Entrust = "entrust";

    /// <summary>The end of a matter that was carried through.</summary>
    public const string Archived = "archived";

    /// <summary>The end of a matter that was not taken up, or was voted down.</summary>
    public const string Dropped = "dropped";

    private Deliberation(LifecycleDefinition lifecycle, ValueList<DeliberationStage> stages)
    {
        Lifecycle = lifecycle;
        Stages = stages;
    }

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>小结: sum up and go on.</summary>
        public const string Conclude = "conclude";

        /// <summary>同意: the matter may go on.</summary>
        public const string Approve = "approve";

        /// <summary>通过: the vote is carried.</summary>
        public const string Carry = "carry";

        /// <summary>未通过: the vote is not carried; the matter goes back to be talked about.</summary>
        public const string Fail = "fail";

        /// <summary>期满: the notice stood long enough.</summary>
        public const string Posted = "posted";

        /// <summary>异议: an objection to a notice; the matter goes back to be talked about.</summary>
        public const string Dissent = "dissent";

        /// <summary>落实: name who carries it out.</summary>
        public const string Assign = "assign";

        /// <summary>反馈: report that it is done.</summary>
        public const string Report = "report";

        /// <summary>认可: the result is accepted.</summary>
        public const string Accept = "accept";

        /// <summary>返工: the result is not accepted.</summary>
        public const string Rework = "rework";

        /// <summary>终止: the matter is not taken further.</summary>
        public const string Drop = "drop";

        /// <summary>催办: a stage is late.</summary>
        public const string Urge = "urge";
    }

    /// <summary>The lifecycle on which a matter runs.</summary>
    public LifecycleDefinition Lifecycle { get; }

    /// <summary>The stages, in order.</summary>
    public ValueList<DeliberationStage> Stages { get; }

    /// <summary>Freezes a deliberation.</summary>
    /// <param name="id">The name of the lifecycle, for instance <c>deliberation</c>.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="stages">The stages in order; the first is a talk, and something is decided before it is carried out.</param>
    /// <exception cref="DefinitionException">The stages do not make a deliberation; every fault.</exception>
    public static Deliberation Define(string id, int version, ValueList<DeliberationStage> stages)
    {
        Fault[] faults = [.. DeliberationChecks.Run(stages)];
        if (faults.Length > 0)
            throw new DefinitionException($"deliberation \"{id}\" version {version}", faults);
        return new(new DeliberationTable(stages).Freeze(id, version), stages);
    }

    /// <summary>
    /// The command that a vote comes to: carried or not, with the count as evidence. What was not carried brings every
    /// condition that was not met as its note.
    /// </summary>
    /// <param name="result">What the rule says of the count.</param>
    /// <param name="by">Who declares it.</param>
    /// <param name="documents">Tally and attendance.</param>
    public static CaseCommand Declare(QuorumResult result, Actor by, params ReadOnlySpan<Evidence> documents)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(result.IsCarried ? Triggers.Carry : Triggers.Fail, by)
        {
            Note = result.Refusal?.Explain(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")) ?? Invariant($"{result.Rule.Name.Zh}：通过（{result.Rule}）"),
            Facts = new() { Evidence = ValueList.Create(documents) },
        };
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => Lifecycle.Version.ToString();
}
