using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>The parts of a city, to be set once at start. Mutable until then; not thread-safe.</summary>
public sealed class GridGovOptions
{
    /// <summary>The grid tree.</summary>
    public GridTree? Grids { get; set; }

    /// <summary>The working time.</summary>
    public WorkCalendar? Calendar { get; set; }

    /// <summary>The duty list in force.</summary>
    public DutyList? Duties { get; set; }

    /// <summary>Limits, duties and skills per class of matter.</summary>
    public CaseStandards? Standards { get; set; }

    /// <summary>The lifecycle of new cases; <see cref="EightStep.Default"/> unless set.</summary>
    public LifecycleDefinition? Lifecycle { get; set; } = EightStep.Default;

    /// <summary>Older versions, or other lifecycles, under which cases in the store still run.</summary>
    public IReadOnlyCollection<LifecycleDefinition> FormerLifecycles { get; set; } = [];

    /// <summary>
    /// What the clocks do besides what the lifecycles say: warnings, urgings by level, escalation, reporting in. Null for
    /// nothing; <c>new EscalationPolicy()</c> for the defaults.
    /// </summary>
    public EscalationPolicy? Escalation { get; set; }

    /// <summary>Who answers for every place at every level, so that urgings and escalations name somebody; or null.</summary>
    public ResponsibilityMap? Responsibilities { get; set; }

    /// <summary>
    /// How cases are given out beyond place, skills and load: profile, offers, the board, the order of the line; and the desk
    /// then gives out what waits by itself. Null for the plain way.
    /// </summary>
    public DispatchRules? Dispatch { get; set; }

    /// <summary>The workers, with their hours, leaves and hours on call.</summary>
    public IReadOnlyCollection<Worker>? Workers { get; set; }

    /// <summary>The body that answers for a case until it is handed on (网格中心).</summary>
    public BodyId Center { get; set; }
}
