using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>
/// Everything that a city fixes before cases are handled: grids, calendar, duties, standards, lifecycle, roster.
/// Immutable, thread-safe, and checked as a whole: its parts know one another.
/// </summary>
public sealed class CityProfile
{
    private readonly LifecycleDefinition[] _former;
    private readonly Dictionary<ClassCode, ClassDispatch> _dispatch;

    private CityProfile(GridGovOptions options, Roster roster)
    {
        Grids = options.Grids!;
        Calendar = options.Calendar!;
        Duties = options.Duties!;
        Standards = options.Standards!;
        Escalation = options.Escalation;
        Responsibilities = options.Responsibilities;
        Lifecycle = Standing(options.Lifecycle!);
        _former = [.. options.FormerLifecycles.Select(Standing)];
        Center = options.Center;
        Dispatch = options.Dispatch;
        _dispatch = options.Dispatch?.Classes.ToDictionary(c => c.Class) ?? [];
        Roster = roster;
    }

    /// <summary>The grid tree.</summary>
    public GridTree Grids { get; }

    /// <summary>The working time.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>The duty list in force.</summary>
    public DutyList Duties { get; }

    /// <summary>Limits, duties and skills per class of matter.</summary>
    public CaseStandards Standards { get; }

    /// <summary>What the clocks do besides what the lifecycles say, or null for nothing.</summary>
    public EscalationPolicy? Escalation { get; }

    /// <summary>Who answers at each level, or null: then urgings and escalations name a level only.</summary>
    public ResponsibilityMap? Responsibilities { get; }

    /// <summary>The lifecycle under which new cases run; with an escalation policy, with its <see cref="StandingTransitions"/>.</summary>
    public LifecycleDefinition Lifecycle { get; }

    /// <summary>The body that answers for a case until it is handed on (网格中心).</summary>
    public BodyId Center { get; }

    /// <summary>Who takes cases at the start; <see cref="AssignmentEngine.Roster"/> tells who does now.</summary>
    public Roster Roster { get; }

    /// <summary>How cases are given out beyond place, skills and load, or null.</summary>
    public DispatchRules? Dispatch { get; }

    /// <summary>An engine with nothing assigned over the roster, under the profile of <see cref="Dispatch"/>.</summary>
    /// <param name="time">The clock.</param>
    /// <exception cref="DefinitionException">The profile does not fit the roster: every fault is listed.</exception>
    public AssignmentEngine CreateEngine(TimeProvider time) => new(Roster, time, Dispatch?.Profile);

    /// <summary>The definition under which a case runs: a case keeps its version until it is migrated on purpose.</summary>
    /// <param name="case">The case.</param>
    /// <exception cref="UnknownLifecycleException">Neither the lifecycle of new cases nor a former one is of that version.</exception>
    public LifecycleDefinition LifecycleOf(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Find(@case.Lifecycle) ?? throw new UnknownLifecycleException(@case.Id, @case.Lifecycle);
    }

    private LifecycleDefinition Standing(LifecycleDefinition lifecycle) =>
        Escalation is null ? lifecycle : StandingTransitions.AddTo(lifecycle);

    internal ClassDispatch? DispatchOf(ClassCode code) => _dispatch.GetValueOrDefault(code);

    internal bool Knows(LifecycleVersion version) => Find(version) is not null;

    private LifecycleDefinition? Find(LifecycleVersion version) =>
        version == Lifecycle.Version ? Lifecycle : Array.Find(_former, l => l.Version == version);

    /// <summary>Checks and freezes.</summary>
    /// <param name="options">The parts.</param>
    /// <exception cref="DefinitionException">A part is missing or does not fit the others: every fault is listed.</exception>
    public static CityProfile Freeze(GridGovOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (roster, faults) = Check(options);
        return faults.Count == 0 ? new(options, roster!) : throw new DefinitionException("The city", faults);
    }

    internal static (Roster? Roster, List<Fault> Faults) Check(GridGovOptions options)
    {
        var faults = new List<Fault>();
        Require(options.Grids, nameof(options.Grids));
        Require(options.Calendar, nameof(options.Calendar));
        Require(options.Duties, nameof(options.Duties));
        Require(options.Standards, nameof(options.Standards));
        Require(options.Lifecycle, nameof(options.Lifecycle));
        Require(options.Workers, nameof(options.Workers));
        foreach (var twice in options.FormerLifecycles.Append(options.Lifecycle).OfType<LifecycleDefinition>().GroupBy(l => l.Version).Where(g => g.Count() > 1))
            faults.Add(new(nameof(options.FormerLifecycles), $"{twice.Key} is given more than once; raise the version when a lifecycle changes"));
        if (options.Center == default)
            faults.Add(new(nameof(options.Center), "it is not set; a case always has a lead body"));
        CheckEscalation(options, faults);
        if (options.Dispatch is { } dispatch)
            faults.AddRange(dispatch.Check(options.Standards).Select(f => new Fault($"{nameof(options.Dispatch)}: {f.Where}", f.What)));
        Roster? roster = null;
        if (options is { Grids: { } grids, Workers: { } workers })
        {
            try
            {
                roster = Roster.Freeze(grids, workers);
            }
            catch (DefinitionException e)
            {
                faults.AddRange(e.Faults);
            }
        }

        if (options is { Standards: { } standards, Workers: { } staff })
        {
            foreach (var standard in standards.Items)
            {
                if (!standard.Skills.IsEmpty && !staff.Any(w => standard.Skills.All(w.Skills.Contains)))
                    faults.Add(new($"standard {standard.Class}", $"nobody on the roster has the skills {standard.Skills}"));
            }
        }

        return (roster, faults);

        void Require(object? part, string name)
        {
            if (part is null)
                faults.Add(new(name, "it is not set"));
        }
    }

    private static void CheckEscalation(GridGovOptions options, List<Fault> faults)
    {
        if (options.Escalation is not { } policy)
            return;
        faults.AddRange(policy.Check().Select(f => new Fault($"{nameof(options.Escalation)}: {f.Where}", f.What)));
        foreach (var lifecycle in options.FormerLifecycles.Append(options.Lifecycle).OfType<LifecycleDefinition>())
        {
            try
            {
                StandingTransitions.AddTo(lifecycle);
            }
            catch (DefinitionException e)
            {
                faults.AddRange(e.Faults);
            }
        }
    }
}
