namespace GridGov.Rules;

/// <summary>A task that some body wants to hand down (事项下派). A value; thread-safe.</summary>
public readonly record struct TaskRequest
{
    /// <summary>The item of the duty list under which it is handed down.</summary>
    public required DutyCode Duty { get; init; }

    /// <summary>The level of the body that hands it down; a resident's report counts as <see cref="GridLevel.Community"/>.</summary>
    public required GridLevel From { get; init; }

    /// <summary>The day, on the city's calendar, on which it is handed down.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The body that hands it down. Where an item names the bodies that may, one that is not said is none of them.</summary>
    public BodyId By { get; init; }

    /// <summary>The level that it is handed to, or null while that is open: then it is not checked.</summary>
    public GridLevel? To { get; init; }

    /// <summary>The body that it is handed to, or default while that is open: then it is not checked.</summary>
    public BodyId ToBody { get; init; }

    /// <summary>Whether its funding comes with it (费随事转).</summary>
    public bool IsFunded { get; init; }

    /// <summary>
    /// How often it was handed down to the same body before, in the period of the item's cap that <see cref="On"/> is in;
    /// <see cref="TaskHistory"/> counts it.
    /// </summary>
    public int TimesBefore { get; init; }

    /// <summary>
    /// Whether the body that hands it down will assess how it is done, by marks, rankings, letters of responsibility (责任状) or a
    /// veto (一票否决).
    /// </summary>
    public bool IsAssessed { get; init; }

    /// <summary>The evidence that it asks for.</summary>
    public ValueList<EvidenceKind> Evidence { get; init; }

    /// <summary>The forms and ledgers that it asks for.</summary>
    public ValueList<FormCode> Forms { get; init; }

    /// <summary>
    /// Whether whoever asks fills in what was reported already (预填): then only the rest is asked for, and a form is refused only if
    /// there is no rest.
    /// </summary>
    public bool IsPrefilled { get; init; }

    /// <summary>What was reported already, or null where nobody keeps it: then forms are not checked against it.</summary>
    public FormAnswers? Answers { get; init; }
}
