using System.Globalization;
using System.Text;

namespace GridGov.Rules;

/// <summary>
/// What grid workers and communities were loaded with in a time (减负报告): hours, forms, tasks by origin, the share of
/// time at people's doors, and what the duty list refused. A value; immutable and thread-safe. It counts and does not rank:
/// lines stand in the order of their ids.
/// </summary>
public sealed record BurdenReport
{
    /// <summary>The goal for the share of time in visits, in percent, where nothing else is said (assumed).</summary>
    public const int DefaultGoal = 50;

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The goal for the share of time in visits, in percent.</summary>
    public required int Goal { get; init; }

    /// <summary>All work together.</summary>
    public required BurdenLine Total { get; init; }

    /// <summary>One line for each worker, in ordinal order.</summary>
    public required ValueList<BurdenLine> Workers { get; init; }

    /// <summary>One line for each community, in ordinal order.</summary>
    public required ValueList<BurdenLine> Communities { get; init; }

    /// <summary>How many tasks the list refused.</summary>
    public required int Refused { get; init; }

    /// <summary>The refused tasks by answer, in the order of the enumeration.</summary>
    public required ValueList<BurdenShare<VerdictKind>> RefusedBy { get; init; }

    /// <summary>The refused tasks by reason, in ordinal order of the reasons.</summary>
    public required ValueList<RefusedCount> RefusedFor { get; init; }

    /// <summary>Counts the work and the refusals of a time; what is of other days is left out.</summary>
    /// <param name="work">The work, in any order.</param>
    /// <param name="refused">The refused tasks, in any order.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day, not before the first.</param>
    /// <param name="goal">The goal for the share of time in visits, in percent from 0 to 100.</param>
    /// <exception cref="DefinitionException">An entry is null, or has minutes, forms or tasks below 0, or an activity or origin that is none: every fault is listed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The days are the wrong way round, or the goal is out of range.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> or <paramref name="refused"/> is null.</exception>
    public static BurdenReport Of(
        IEnumerable<WorkEntry> work, IEnumerable<RefusedTask> refused, DateOnly from, DateOnly until, int goal = DefaultGoal)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        ArgumentOutOfRangeException.ThrowIfNegative(goal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goal, 100);
        var all = work.ToArray();
        Check(all);
        WorkEntry[] entries = [.. all.Where(e => from <= e.On && e.On <= until)];
        RefusedTask[] no = [.. refused.Where(r => from <= r.On && r.On <= until)];
        return new()
        {
            From = from,
            Until = until,
            Goal = goal,
            Total = Line(string.Empty, entries, goal),
            Workers = Lines(entries, e => e.Worker.Value, goal),
            Communities = Lines(entries, e => e.Community.Value, goal),
            Refused = no.Length,
            RefusedBy = ValueList.From(no.GroupBy(r => r.Verdict).OrderBy(g => g.Key).Select(g => new BurdenShare<VerdictKind>(g.Key, g.Count(), 0))),
            RefusedFor = ValueList.From(no.SelectMany(r => r.Reasons.Distinct(StringComparer.Ordinal)).GroupBy(r => r, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new RefusedCount(g.Key, g.Count()))),
        };
    }

    /// <summary>The report for a reader: the total, the communities and what was refused, one a line.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known. Numbers are written the same in both.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Explain(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var text = new StringBuilder(new LocalizedText(
            string.Create(CultureInfo.InvariantCulture, $"Burden from {From:O} to {Until:O}, goal {Goal} % of the time in visits"),
            string.Create(CultureInfo.InvariantCulture, $"{From:O}至{Until:O}负担情况，走访时间目标{Goal}%")).For(culture));
        text.Append('\n').Append(BurdenText.Of(Total with { Id = new LocalizedText("all", "合计").For(culture) }, culture));
        foreach (var line in Communities)
            text.Append('\n').Append(BurdenText.Of(line, culture));
        text.Append('\n').Append(new LocalizedText($"refused by the list: {Refused}", $"清单拒绝：{Refused}件").For(culture));
        foreach (var (reason, tasks) in RefusedFor)
            text.Append(CultureInfo.InvariantCulture, $"\n  {reason}: {tasks}");
        return text.ToString();
    }

    /// <summary>The report in English, whatever the current culture.</summary>
    public override string ToString() => Explain(CultureInfo.InvariantCulture);

    private static void Check(WorkEntry?[] entries)
    {
        var faults = new List<Fault>();
        for (var i = 0; i < entries.Length; i++)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"entry {i + 1}");
            if (entries[i] is not { } entry)
            {
                faults.Add(new(where, "it is null"));
                continue;
            }

            if (entry.Minutes < 0 || entry.Forms < 0 || entry.Tasks < 0)
                faults.Add(new(where, "its minutes, forms or tasks are below 0"));
            if (!Enum.IsDefined(entry.Activity) || !Enum.IsDefined(entry.Origin))
                faults.Add(new(where, "its activity or origin is none"));
        }

        if (faults.Count > 0)
            throw new DefinitionException("The work of a burden report", faults);
    }

    private static ValueList<BurdenLine> Lines(WorkEntry[] entries, Func<WorkEntry, string> key, int goal) => ValueList.From(
        entries.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Line(g.Key, [.. g], goal)));

    private static BurdenLine Line(string id, WorkEntry[] entries, int goal)
    {
        var minutes = entries.Sum(e => (long)e.Minutes);
        var visits = entries.Where(e => e.Activity == WorkActivity.Visit).Sum(e => (long)e.Minutes);
        return new()
        {
            Id = id,
            Minutes = minutes,
            Activities = Shares(entries, e => e.Activity),
            Origins = Shares(entries, e => e.Origin),
            Forms = entries.Sum(e => (long)e.Forms),
            Tasks = entries.Sum(e => e.Tasks),
            ReachesGoal = visits * 100 >= minutes * goal,
        };
    }

    private static ValueList<BurdenShare<T>> Shares<T>(WorkEntry[] entries, Func<WorkEntry, T> of)
        where T : struct, Enum => ValueList.From(
            entries.GroupBy(of).OrderBy(g => g.Key).Select(g => new BurdenShare<T>(g.Key, g.Sum(e => e.Tasks), g.Sum(e => (long)e.Minutes))));
}
