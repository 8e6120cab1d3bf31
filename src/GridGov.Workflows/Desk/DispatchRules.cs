using GridGov.Assignment;
using static System.FormattableString;

namespace GridGov.Workflows;

/// <summary>
/// How a desk gives cases out beyond place, skills and load: profile, offers, the board, the order of the line. Data of a
/// city; immutable and thread-safe, and so must <see cref="Ties"/> be.
/// </summary>
public sealed record DispatchRules
{
    /// <summary>The profile in force at the start (平战转换); <see cref="CaseDesk.SwitchToAsync"/> puts another in force.</summary>
    public DispatchProfile Profile { get; init; } = DispatchProfile.Peacetime;

    /// <summary>What differs by class; a class that is not named is given out by its <see cref="CaseStandard"/> alone.</summary>
    public ValueList<ClassDispatch> Classes { get; init; }

    /// <summary>The order of the line and what is done with cases that wait too long.</summary>
    public DispatcherOptions Line { get; init; } = new();

    /// <summary>
    /// Whether the desk gives out what waits by itself: in the call that made room, and at every tick. Else only
    /// <see cref="CaseDesk.AssignWaitingAsync"/> does.
    /// </summary>
    public bool DrainsAtOnce { get; init; } = true;

    /// <summary>For how long only somebody who knows the matter already may take a case, while they are there and able; then anybody.</summary>
    public TimeSpan PreferKnownFor { get; init; }

    /// <summary>
    /// What a report has in common with others, the closest tie first: the chain of cases, the place, the reporter's
    /// pseudonym; or null. Whoever last handled a case with the same tie comes first among equals. Must be pure. After a
    /// restart it sees reports as the store keeps them, without personal fields.
    /// </summary>
    public Func<Report, ValueList<string>>? Ties { get; init; }

    internal List<Fault> Check(CaseStandards? standards)
    {
        var faults = Profile?.Check() ?? [new(nameof(Profile), "it is not set")];
        if (Line is null)
            faults.Add(new(nameof(Line), "it is not set"));
        else
            faults.AddRange(Line.Check());
        if (PreferKnownFor < TimeSpan.Zero)
            faults.Add(new(nameof(PreferKnownFor), "it is negative"));
        foreach (var twice in Classes.GroupBy(c => c.Class).Where(g => g.Count() > 1))
            faults.Add(new($"class {twice.Key}", "it is given more than once"));
        foreach (var one in Classes)
        {
            var where = $"class {one.Class}";
            if (standards is not null && !standards.TryFind(one.Class, out _))
                faults.Add(new(where, "it is not in the case standards"));
            if (one.Offer is { To: < 1 or > 64 } or { For.Ticks: <= 0 })
                faults.Add(new(where, "an offer asks 1 to 64 workers, for some time"));
            if (one.Board is { Points: < 0 } or { For.Ticks: <= 0 })
                faults.Add(new(where, "the board gives no negative points, and holds a case for some time"));
            for (var i = 0; i < one.Relaxing.Count; i++)
            {
                if (one.Relaxing[i].After < (i == 0 ? TimeSpan.Zero : one.Relaxing[i - 1].After))
                    faults.Add(new(where, Invariant($"relaxing step {i + 1} comes before the one it follows")));
            }
        }

        return faults;
    }
}

/// <summary>How cases of one class are given out. Immutable and thread-safe.</summary>
public sealed record ClassDispatch
{
    /// <summary>The class.</summary>
    public required ClassCode Class { get; init; }

    /// <summary>What is needed beyond the skills of the <see cref="CaseStandard"/>: levels, languages, further skills.</summary>
    public SkillNeeds Needs { get; init; } = SkillNeeds.None;

    /// <summary>
    /// What replaces all needs while a case waits, in the order of the times, counted from when it began to want a handler.
    /// Needs that nobody on the roster can ever satisfy give way at once to the first step that somebody can.
    /// </summary>
    public ValueList<RelaxingNeeds> Relaxing { get; init; }

    /// <summary>What is welcome but not needed.</summary>
    public SkillNeeds NiceToHave { get; init; } = SkillNeeds.None;

    /// <summary>Whether it may use reserves and those on call.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The higher, the sooner out of the line: each counts as <see cref="DispatcherOptions.AgeingPerPriority"/> nearer to being due.</summary>
    public int Priority { get; init; }

    /// <summary>When set, the best are asked first, and the first to accept has it.</summary>
    public OfferTerms? Offer { get; init; }

    /// <summary>When set, it hangs on the board for claiming (认领) first.</summary>
    public BoardTerms? Board { get; init; }
}
