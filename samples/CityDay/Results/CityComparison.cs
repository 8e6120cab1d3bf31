using System.Globalization;
using CityDay.City;
using GridGov;

namespace CityDay.Results;

/// <summary>A deadline or flag that differs from the city's own.</summary>
internal sealed record Difference(string What, string Id, string Class, string Ours, string Theirs, string Explanation);

/// <summary>Our deadlines and on-time flags against the city's own, where its data has them.</summary>
internal sealed record CityComparison
{
    public int DeadlinesCompared { get; private init; }

    public int DeadlinesEqual { get; private init; }

    public int FlagsCompared { get; private init; }

    public int FlagsEqual { get; private init; }

    /// <summary>Cases that the city left without a flag.</summary>
    public int FlagsBlank { get; private init; }

    /// <summary>Flags that differ for no reason that is known.</summary>
    public int FlagsUnexplained { get; private init; }

    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <param name="script">What was played.</param>
    /// <param name="tally">What the log says.</param>
    /// <param name="asOf">When the data ended: what is open then and past its deadline counts as late.</param>
    public static CityComparison Of(CityScript script, LogTally tally, DateTimeOffset asOf)
    {
        var differences = new List<Difference>();
        int deadlines = 0, deadlinesEqual = 0, flags = 0, flagsEqual = 0, blank = 0, unexplained = 0;
        var hasFlags = script.Arrivals.Any(a => a.Row.OnTime is not null);
        foreach (var arrival in script.Arrivals)
        {
            if (!tally.Fates.TryGetValue(new(arrival.Row.Id), out var fate))
                continue;
            var sameDeadline = true;
            if (arrival.Row.Target is { } target)
            {
                deadlines++;
                sameDeadline = IsEqual(script, fate, target);
                if (sameDeadline)
                    deadlinesEqual++;
                else
                    differences.Add(new("deadline", arrival.Row.Id, fate.Class, Show(script, fate.Due), Show(script, target), script.Limits.ContainsKey(fate.Class) ? "the city set another deadline than its type's" : "no limit of this type could be derived"));
            }

            if (arrival.Row.OnTime is not { } flag)
            {
                blank += hasFlags ? 1 : 0;
                continue;
            }

            // Open and not yet due, in a run that was stopped early: nothing to hold against the flag.
            bool? decided = IsUnlimited(script, arrival) ? true : fate.IsOnTime(asOf);
            if (decided is not { } ours)
                continue;
            flags++;
            if (ours == flag)
            {
                flagsEqual++;
                continue;
            }

            var explained = !sameDeadline && ByCitysDeadline(arrival, fate) == flag;
            unexplained += explained ? 0 : 1;
            differences.Add(new(
                "on time",
                arrival.Row.Id,
                fate.Class,
                Show(ours),
                Show(flag),
                explained ? "follows from the city's other deadline" : "not explained"));
        }

        return new()
        {
            DeadlinesCompared = deadlines,
            DeadlinesEqual = deadlinesEqual,
            FlagsCompared = flags,
            FlagsEqual = flagsEqual,
            FlagsBlank = blank,
            FlagsUnexplained = unexplained,
            Differences = differences,
        };
    }

    // Boston's rule: what has no target is on time, open or closed.
    private static bool IsUnlimited(CityScript script, Arrival arrival) => script.LimitedClasses is not null && arrival.Row.Target is null;

    private static bool ByCitysDeadline(Arrival arrival, CaseFate fate) => fate.HandledAt is { } handled && handled <= arrival.Row.Target;

    // Workdays within 3 minutes. Calendar days are continuous here and local there, so a change of clocks is allowed for.
    private static bool IsEqual(CityScript script, CaseFate fate, DateTimeOffset target)
    {
        var tolerance = TimeSpan.FromMinutes(3);
        if (script.Limits.TryGetValue(fate.Class, out var limit) && limit.Unit == LimitUnit.NaturalDay)
            tolerance += TimeSpan.FromHours(1);
        return (fate.Due - target).Duration() <= tolerance;
    }

    private static string Show(CityScript script, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, script.Calendar.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Show(bool onTime) => onTime ? "on time" : "late";
}
