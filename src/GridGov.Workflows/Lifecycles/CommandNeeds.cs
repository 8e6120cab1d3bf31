namespace GridGov.Workflows;

/// <summary>What a command must bring for a transition, besides who acts.</summary>
[Flags]
public enum CommandNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A note: reply, reason, remark.</summary>
    Note = 1,

    /// <summary>How the case came out.</summary>
    Outcome = 1 << 1,

    /// <summary>What the reporter answered.</summary>
    Answer = 1 << 2,

    /// <summary>A body.</summary>
    Body = 1 << 3,

    /// <summary>A person.</summary>
    Person = 1 << 4,

    /// <summary>Another case.</summary>
    Related = 1 << 5,

    /// <summary>A time that is not over.</summary>
    Until = 1 << 6,

    /// <summary>By whose decision: office and document.</summary>
    Authority = 1 << 7,

    /// <summary>A level of the chain of responsibility.</summary>
    Level = 1 << 8,
}

/// <summary>A piece of evidence that a transition asks for. Immutable and thread-safe.</summary>
/// <param name="Kind">What it shows.</param>
public sealed record EvidenceRule(EvidenceKind Kind)
{
    /// <summary>
    /// How far from the place of the matter it may have been made, in metres; null for anywhere. A rule with a distance
    /// asks for evidence with a position, brought by this very command, wherever the report has a position.
    /// </summary>
    public double? WithinMetres { get; init; }

    /// <summary>Whether the command, or for a rule without distance an earlier entry, brings it.</summary>
    /// <param name="case">The case.</param>
    /// <param name="command">What is to be done.</param>
    public bool IsMet(Case @case, in CaseCommand command)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (command.Facts is { } facts)
        {
            foreach (var evidence in facts.Evidence)
            {
                if (evidence.Kind == Kind && IsNear(@case, evidence))
                    return true;
            }
        }

        return WithinMetres is null && @case.EvidenceKinds.Contains(Kind);
    }

    private bool IsNear(Case @case, Evidence evidence) =>
        WithinMetres is not { } metres
        || @case.Report.Position is not { } place
        || (evidence.At is { } at && at.System != 0 && at.ToWgs84().IsWithin(metres, place.ToWgs84()));
}
