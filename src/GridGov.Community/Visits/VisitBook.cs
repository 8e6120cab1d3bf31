using static System.FormattableString;

namespace GridGov.Community;

/// <summary>What came of a visit.</summary>
public enum VisitResult
{
    /// <summary>Somebody was met, or answered (已见).</summary>
    Met = 1,

    /// <summary>Nobody was met, or nobody answered (未遇).</summary>
    NotMet = 2,

    /// <summary>The household does not wish to be visited (拒访); it is respected until it says otherwise.</summary>
    Refused = 3,

    /// <summary>A device answered (设备在线正常).</summary>
    DeviceFine = 4,
}

/// <summary>A visit that took place (走访记录). Immutable and thread-safe.</summary>
public sealed record VisitRecord
{
    /// <summary>The household.</summary>
    public required HouseholdId Household { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <summary>In which way.</summary>
    public required VisitWay Way { get; init; }

    /// <summary>What came of it.</summary>
    public required VisitResult Result { get; init; }

    /// <summary>Who visited.</summary>
    public required ActorId By { get; init; }

    /// <summary>Minutes with the household, from 0.</summary>
    public int Minutes { get; init; }

    /// <summary>Whether the household agreed to be visited again after it had refused.</summary>
    public bool Consents { get; init; }
}

/// <summary>What follows a visit or a trigger. Immutable and thread-safe.</summary>
/// <param name="Household">The household.</param>
/// <param name="Way">In which way.</param>
/// <param name="Due">The last day.</param>
/// <param name="Reason">Why: <c>not-met</c>, or the trigger's code.</param>
public sealed record VisitTask(HouseholdId Household, VisitWay Way, DateOnly Due, string Reason);

/// <summary>
/// What is known of visits: the fold of their records (走访台账). Says what follows, what is overdue, and whose wish not to
/// be visited is respected. Thread-safe.
/// </summary>
public sealed class VisitBook
{
    private readonly Lock _gate = new();
    private readonly VisitRules _rules;
    private readonly Dictionary<HouseholdId, State> _households = [];

    /// <summary>Opens a book.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="subjects">The households; what they had as last visit counts.</param>
    /// <exception cref="ArgumentException">A household stands twice.</exception>
    public VisitBook(VisitRules rules, IEnumerable<VisitSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(subjects);
        _rules = rules;
        foreach (var subject in subjects)
        {
            if (!_households.TryAdd(subject.Household, new(subject)))
                throw new ArgumentException($"The household {subject.Household} stands twice.", nameof(subjects));
        }
    }

    /// <summary>Writes a visit down.</summary>
    /// <param name="record">The visit.</param>
    /// <returns>What follows: none when somebody was met; after a door that stayed shut a call the same day and an appointment.</returns>
    public Outcome<ValueList<VisitTask>> Record(VisitRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_gate)
        {
            if (Check(record) is { } refusal)
                return refusal;
            var state = _households[record.Household];
            state.LastOn = record.On;
            state.HasRefused = record.Result == VisitResult.Refused || state.HasRefused && !record.Consents;
            state.Tasks.RemoveAll(t => t.Way == record.Way || record.Result == VisitResult.Refused || record is { Result: VisitResult.Met, Way: VisitWay.Door });
            if (record.Result is VisitResult.Met or VisitResult.DeviceFine)
                state.LastMet[record.Way] = record.On;
            ValueList<VisitTask> next = [];
            if (record is { Result: VisitResult.NotMet, Way: VisitWay.Door })
            {
                next =
                [
                    new(record.Household, VisitWay.Phone, record.On, "not-met"),
                    new(record.Household, VisitWay.Door, record.On.AddDays(_rules.Terms.SecondAppointmentDays), "not-met"),
                ];
                state.Tasks.AddRange(next);
            }

            return next;
        }
    }

    /// <summary>Something happened: which households are to be asked after at once.</summary>
    /// <param name="trigger">The trigger's code.</param>
    /// <param name="at">When, on the city's clock.</param>
    /// <param name="households">The households that it touches, or null for all; those without a need that it names are left out.</param>
    /// <exception cref="ArgumentException">There is no such trigger.</exception>
    public ValueList<VisitTask> Trigger(string trigger, DateTimeOffset at, IReadOnlyCollection<HouseholdId>? households = null)
    {
        var found = _rules.Terms.Triggers.FirstOrDefault(t => string.Equals(t.Code, trigger, StringComparison.Ordinal))
            ?? throw new ArgumentException($"The rules {_rules.Terms.Id} have no trigger {trigger}.", nameof(trigger));
        var asked = VisitRules.MaskOf(found.Needs);
        var due = DateOnly.FromDateTime((at + found.Within).DateTime);
        lock (_gate)
        {
            var tasks = new List<VisitTask>();
            foreach (var state in (households ?? _households.Keys).Where(_households.ContainsKey).Select(h => _households[h]).OrderBy(s => s.Subject.Household.Value, StringComparer.Ordinal))
            {
                if (asked != 0 && (state.Subject.Needs & asked) == 0)
                    continue;
                var task = new VisitTask(state.Subject.Household, found.Way, due, found.Code);
                state.Tasks.RemoveAll(t => t.Reason == found.Code);
                state.Tasks.Add(task);
                tasks.Add(task);
            }

            return ValueList.From(tasks);
        }
    }

    /// <summary>What is due on or before a day and was not done: by the calendar and by tasks that follow something. By day, then household.</summary>
    /// <param name="on">The day.</param>
    public ValueList<VisitTask> DueBy(DateOnly on)
    {
        lock (_gate)
        {
            var due = new List<VisitTask>();
            foreach (var state in _households.Values)
            {
                due.AddRange(state.Tasks.Where(t => t.Due <= on));
                if (state.HasRefused)
                    continue;
                var chosen = _rules.ChosenFor(state.Subject.Needs);
                foreach (var (i, rule) in _rules.Terms.Rules.Index())
                {
                    if ((chosen & 1UL << i) == 0)
                        continue;
                    var last = state.LastOf(rule.Way);
                    var next = last is { } met ? rule.Every.After(met) : on;
                    if (next <= on)
                        due.Add(new(state.Subject.Household, rule.Way, next, rule.Code));
                }
            }

            return ValueList.From(due.OrderBy(t => t.Due).ThenBy(t => t.Household.Value, StringComparer.Ordinal).ThenBy(t => t.Way));
        }
    }

    /// <summary>Whether a household has asked not to be visited.</summary>
    /// <param name="household">The household.</param>
    public bool HasRefused(HouseholdId household)
    {
        lock (_gate)
            return _households.TryGetValue(household, out var state) && state.HasRefused;
    }

    private Refusal? Check(VisitRecord record)
    {
        var unmet = new List<UnmetCondition>();
        if (!_households.TryGetValue(record.Household, out var state))
            unmet.Add(new("visit.household", new("the household is in the book", "住户在台账内")));
        else if (record.On < state.LastOn)
            unmet.Add(new("visit.order", new(Invariant($"it is not before the last record, of {state.LastOn:O}"), Invariant($"不早于上次记录{state.LastOn:O}"))));
        if (record.Minutes < 0)
            unmet.Add(new("visit.minutes", new(Invariant($"it took {record.Minutes} minutes; at least 0 are meant"), Invariant($"时长{record.Minutes}分钟，应不少于0"))));
        if (record.Result == VisitResult.DeviceFine != (record.Way == VisitWay.Device) && record.Result is VisitResult.DeviceFine or VisitResult.Met)
            unmet.Add(new("visit.way", new("people are met at the door or by telephone, and devices answer by themselves", "上门或电话见人，设备自行应答")));
        return unmet.Count == 0 ? null : new()
        {
            Code = CommunityRefusalCodes.VisitRefused,
            Summary = new("the visit is not written down", "走访记录不予登记"),
            Unmet = ValueList.From(unmet),
            Remedy = new("correct the record and send it again", "更正后重新登记"),
        };
    }

    private sealed class State(VisitSubject subject)
    {
        public VisitSubject Subject { get; } = subject;

        public DateOnly? LastOn { get; set; } = subject.LastVisit;

        public bool HasRefused { get; set; }

        public Dictionary<VisitWay, DateOnly> LastMet { get; } = [];

        public List<VisitTask> Tasks { get; } = [];

        // A visit at the door serves for a call too.
        public DateOnly? LastOf(VisitWay way)
        {
            var last = LastMet.TryGetValue(way, out var met) ? met : Subject.LastVisit;
            return way == VisitWay.Phone && LastMet.TryGetValue(VisitWay.Door, out var door) && !(door < last) ? door : last;
        }
    }
}
