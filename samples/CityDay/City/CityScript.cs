using CityDay.Input;
using GridGov;
using GridGov.Workflows;

namespace CityDay.City;

/// <summary>A report that will arrive, and what happens to it afterwards.</summary>
/// <param name="Row">The line it comes from.</param>
/// <param name="Report">The report.</param>
/// <param name="HandledAt">When its handling will be done; null: it never is.</param>
internal sealed record Arrival(InputRow Row, Report Report, DateTimeOffset? HandledAt);

/// <summary>A city and the reports that it will get: all that a run needs.</summary>
internal sealed record CityScript
{
    public required string Name { get; init; }

    public required string ChineseName { get; init; }

    /// <summary>A file name without its folder, or "generated, seed 1".</summary>
    public required string Source { get; init; }

    /// <summary>Sets what the city has fixed.</summary>
    public required Action<GridGovOptions> Configure { get; init; }

    /// <summary>The city's working time.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>The city's grids.</summary>
    public required GridTree Grids { get; init; }

    /// <summary>At least one, in order of time, then of id.</summary>
    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    /// <summary>How many lines the input held, malformed ones included.</summary>
    public required int Rows { get; init; }

    public required IReadOnlyList<Rejection> Rejections { get; init; }

    /// <summary>Of 10,000 results, how many are sent back once; 0 where real closing times are played.</summary>
    public int ReworkPer10000 { get; init; }

    /// <summary>Classes for which the city sets a limit; null: all.</summary>
    public IReadOnlySet<string>? LimitedClasses { get; init; }

    /// <summary>The limit of every class that the city limits.</summary>
    public required IReadOnlyDictionary<string, TimeLimit> Limits { get; init; }

    /// <summary>What people call a class: English and Chinese where both are known.</summary>
    public required Func<string, string> NameOfClass { get; init; }

    /// <summary>Plain remarks on what is real, derived and assumed.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public int Seed { get; init; }
}
