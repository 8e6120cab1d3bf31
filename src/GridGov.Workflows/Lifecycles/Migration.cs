namespace GridGov.Workflows;

/// <summary>
/// Moves cases in flight to another version of their lifecycle, on purpose (迁移). Planned and checked as a whole before
/// any case moves. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// The limit of the case, its extensions and pauses stay as they are. A case that keeps its step keeps the beginning of
/// its clock: the step is due by the new limit, counted from then, and may be late at once. A case that goes to another
/// step begins its clock there. A suspended case stays suspended until the same date. Handler, lead body and all who ever
/// handled it stay.
/// </remarks>
public sealed class Migration
{
    /// <summary>The trigger of the entry that migrates a case.</summary>
    public const string Trigger = "migrate";

    private readonly Dictionary<string, string> _steps;

    private Migration(LifecycleDefinition from, LifecycleDefinition to, Dictionary<string, string> steps)
    {
        From = from;
        To = to;
        _steps = steps;
    }

    /// <summary>The version that the cases leave.</summary>
    public LifecycleDefinition From { get; }

    /// <summary>The version under which they run afterwards.</summary>
    public LifecycleDefinition To { get; }

    /// <summary>Plans a migration and checks it as a whole.</summary>
    /// <param name="from">The version that the cases leave.</param>
    /// <param name="to">The version under which they run afterwards.</param>
    /// <param name="steps">
    /// Where the cases in a step go; null for none. A step that is not named keeps its name; where the new version has no
    /// open step of that name, cases in it cannot move.
    /// </param>
    /// <exception cref="DefinitionException">
    /// Both versions are the same, a step is not declared, a step is an end on either side: every fault is listed.
    /// </exception>
    public static Migration Plan(LifecycleDefinition from, LifecycleDefinition to, IReadOnlyDictionary<string, string>? steps = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        steps ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        if (from.Version == to.Version)
            faults.Add(new("versions", $"both are {to.Version}; raise the version"));
        foreach (var (before, after) in steps.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Check(from, before, "from", "cases that have ended are not moved");
            Check(to, after, "to", "a migration closes no case");

            void Check(LifecycleDefinition lifecycle, string step, string side, string why)
            {
                if (step is null || !lifecycle.HasState(step))
                    faults.Add(new($"{before} → {after}", $"{lifecycle.Version} has no step \"{step}\" to go {side}"));
                else if (lifecycle.State(step).IsEnd)
                    faults.Add(new($"{before} → {after}", $"{step} is an end of {lifecycle.Version}; {why}"));
            }
        }

        if (faults.Count > 0)
            throw new DefinitionException($"The migration from {from.Version} to {to.Version}", faults);
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in from.States.Where(s => !s.IsEnd))
        {
            var after = steps.GetValueOrDefault(step.Id, step.Id);
            if (to.HasState(after) && !to.State(after).IsEnd)
                all[step.Id] = after;
        }

        return new(from, to, all);
    }

    /// <summary>Says which cases can move, and which cannot and why. Changes nothing.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="context">Time and calendar.</param>
    public MigrationReport DryRun(IEnumerable<Case> cases, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var moves = new List<MigrationMove>();
        var stays = new List<MigrationStay>();
        foreach (var @case in cases)
        {
            if (RefusalOf(@case, context) is { } refusal)
                stays.Add(new(@case.Id, refusal));
            else
                moves.Add(new(@case.Id, @case.Step, _steps[@case.Step], StepDueOf(@case, context)));
        }

        return new(ValueList.From(moves), ValueList.From(stays));
    }

    /// <summary>Why a case cannot move, or null.</summary>
    /// <param name="case">The case.</param>
    /// <param name="context">Time and calendar.</param>
    public Refusal? RefusalOf(Case @case, in DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var unmet = MigrationRefusals.Unmet(this, @case, _steps.GetValueOrDefault(@case.Step), context);
        return unmet.Count == 0 ? null : MigrationRefusals.Refused(this, @case, unmet);
    }

    /// <summary>The entry that migrates a case, sealed onto its chain.</summary>
    /// <param name="case">The case.</param>
    /// <param name="by">Who decided on the migration.</param>
    /// <param name="reason">Why; stands in the log.</param>
    /// <param name="context">Time and calendar.</param>
    /// <returns>The entry, or why the case cannot move.</returns>
    /// <exception cref="ArgumentException">The reason is blank.</exception>
    public Outcome<CaseEntry> Entry(Case @case, Actor by, string reason, in DecisionContext context)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (RefusalOf(@case, context) is { } refusal)
            return refusal;
        return CaseChain.Seal(
            new()
            {
                Case = @case.Id,
                Number = @case.Version + 1,
                At = context.Now,
                Kind = EntryKind.Migrated,
                By = by,
                Trigger = Trigger,
                From = @case.Step,
                To = _steps[@case.Step],
                Lead = @case.Lead,
                Handler = @case.Handler,
                StepDue = StepDueOf(@case, context),
                CaseDue = @case.CaseDue,
                Note = reason,
                Lifecycle = To.Version,
            },
            @case.Head);
    }

    private DateTimeOffset? StepDueOf(Case @case, in DecisionContext context)
    {
        if (@case.IsSuspended)
            return @case.StepDue;
        var after = _steps[@case.Step];
        return string.Equals(after, @case.Step, StringComparison.Ordinal)
            ? CaseClocks.DueOf(To.State(after).Limit, @case.ClockSince, @case.Pauses, @case.CaseDue, context.Calendar)
            : CaseClocks.DueOf(To.State(after).Limit, context.Now, PauseSet.None, @case.CaseDue, context.Calendar);
    }
}

/// <summary>One case that can move. Immutable and thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="From">The step that it is in.</param>
/// <param name="To">The step that it goes to.</param>
/// <param name="StepDue">When that step will be due.</param>
public sealed record MigrationMove(CaseId Case, string From, string To, DateTimeOffset? StepDue);

/// <summary>One case that cannot move. Immutable and thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Why">Every reason.</param>
public sealed record MigrationStay(CaseId Case, Refusal Why);

/// <summary>What a migration would do, or has done. Immutable and thread-safe.</summary>
/// <param name="Moves">The cases that move, in the order in which they were given.</param>
/// <param name="Stays">The cases that do not, and why.</param>
public sealed record MigrationReport(ValueList<MigrationMove> Moves, ValueList<MigrationStay> Stays);
