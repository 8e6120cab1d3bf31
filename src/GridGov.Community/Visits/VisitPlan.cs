namespace GridGov.Community;

/// <summary>A visit that is due. A value; thread-safe.</summary>
/// <param name="Subject">The household.</param>
/// <param name="Rule">The rule.</param>
/// <param name="From">The first day on which it counts.</param>
/// <param name="Due">The last day.</param>
public readonly record struct DueVisit(VisitSubject Subject, VisitRule Rule, DateOnly From, DateOnly Due);

/// <summary>
/// Who is to be visited on which day of a period (走访计划). Households that were never visited are spread evenly over their
/// first interval, in the order in which they are given, so that no day has them all; the others follow their last visit.
/// Immutable and thread-safe; the days are worked out as they are asked for, and memory grows with the households, not
/// with the visits.
/// </summary>
public sealed class VisitPlan
{
    private readonly VisitSubject[] _subjects;
    private readonly ulong[] _chosen;

    private VisitPlan(VisitRules rules, VisitSubject[] subjects, ulong[] chosen, DateOnly from, DateOnly until)
    {
        Rules = rules;
        From = from;
        Until = until;
        _subjects = subjects;
        _chosen = chosen;
    }

    /// <summary>The rules.</summary>
    public VisitRules Rules { get; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; }

    /// <summary>Plans a period.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="subjects">The households, each once.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day, not before the first, at most ten years after it.</param>
    /// <exception cref="ArgumentException">The period ends before it begins or is too long, or a last visit is after its first day.</exception>
    public static VisitPlan Make(VisitRules rules, IEnumerable<VisitSubject> subjects, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(subjects);
        if (until < from || until.DayNumber - from.DayNumber > 3_660)
            throw new ArgumentException($"From {from:O} until {until:O} is no period of up to ten years.", nameof(until));
        VisitSubject[] all = [.. subjects];
        var chosen = new ulong[all.Length];
        var byNeeds = new Dictionary<int, ulong>();
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].LastVisit > from)
                throw new ArgumentException($"The last visit of {all[i].Household} is after the first day, {from:O}.", nameof(subjects));
            if (!byNeeds.TryGetValue(all[i].Needs, out chosen[i]))
                byNeeds[all[i].Needs] = chosen[i] = rules.ChosenFor(all[i].Needs);
        }

        return new(rules, all, chosen, from, until);
    }

    /// <summary>
    /// Every visit of the period, day by day; within a day by rule and then in the order of the households. What was due
    /// before the period is due on its first day.
    /// </summary>
    public IEnumerable<DueVisit> Visits()
    {
        var queue = Fill();
        var next = NextDays();
        for (var day = 0; day < Days; day++)
        {
            var on = From.AddDays(day);
            for (var r = 0; r < next.Length; r++)
            {
                var rule = Rules.Terms.Rules[r];
                var first = on.AddDays(-rule.WindowDays);
                first = first < From ? From : first;
                foreach (var subject in queue.Take(day, r, next[r][day]))
                    yield return new(_subjects[subject], rule, first, on);
            }
        }
    }

    /// <summary>How many visits fall on each day of the period.</summary>
    public ValueList<int> PerDay()
    {
        var perDay = new int[Days];
        var queue = Fill();
        foreach (var (r, next) in NextDays().Index())
            queue.CountPerDay(perDay, r, next);
        return ValueList.Create<int>(perDay);
    }

    private int Days => Until.DayNumber - From.DayNumber + 1;

    // Of each rule, when what is due on a day is due again.
    private int[][] NextDays() =>
        [.. Rules.Terms.Rules.Select(rule => Enumerable.Range(0, Days).Select(d => rule.Every.After(From.AddDays(d)).DayNumber - From.DayNumber).ToArray())];

    private VisitQueue Fill()
    {
        var rules = Rules.Terms.Rules;
        var phase = new int[rules.Count];
        var span = new int[rules.Count];
        for (var r = 0; r < rules.Count; r++)
            span[r] = rules[r].Every.After(From).DayNumber - From.DayNumber;
        return new(Days, _chosen, rules.Count, (subject, rule) => _subjects[subject].LastVisit is { } visited
            ? Math.Max(0, rules[rule].Every.After(visited).DayNumber - From.DayNumber)
            : phase[rule]++ % span[rule]);
    }
}
