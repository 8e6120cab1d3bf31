using CityDay.Input;
using GridGov;
using GridGov.Workflows;

namespace CityDay.City;

/// <summary>A report that will arrive, and what happens to it afterwards.</summary>
/// <param name="Row">The line it comes from.</param>
/// <param name="Report">The report.</param>
/// <param name="HandledAt">When its handling will be done; null: it never is.</param>
internal sealed record Arrival(InputRow Row, Report Report, DateTimeOffset? HandledAt);

/// <summary>What a script says about itself and its input.</summary>
/// <param name="Name">The city's English name.</param>
/// <param name="ChineseName">The city's Chinese name.</param>
/// <param name="Source">A file name without its folder, or "generated, seed 1".</param>
/// <param name="Rows">How many lines the input held, malformed ones included.</param>
/// <param name="Rejections">The malformed lines.</param>
/// <param name="Seed">The seed of everything that is drawn.</param>
/// <param name="ReworkPer10000">Of 10,000 results, how many are sent back once; 0 where real closing times are played.</param>
/// <param name="Notes">Plain remarks on what is real, derived and assumed.</param>
internal sealed record CityScriptHead(
    string Name, string ChineseName, string Source, int Rows, IReadOnlyList<Rejection> Rejections, int Seed, int ReworkPer10000, IReadOnlyList<string> Notes);

/// <summary>A city and the reports that it will get: all that a run needs.</summary>
internal sealed record CityScript
{
    public required CityScriptHead Head { get; init; }

    /// <summary>Sets what the city has fixed.</summary>
    public required Action<GridGovOptions> Configure { get; init; }

    /// <summary>The lifecycle of its cases, and who does what in it.</summary>
    public CityLoop Loop { get; init; } = CityLoop.EightStep;

    /// <summary>The city's working time.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>The city's grids.</summary>
    public required GridTree Grids { get; init; }

    /// <summary>What the city asks of the size of its grids; null where their households are not counted.</summary>
    public GridSizeRule? SizeRule { get; init; }

    /// <summary>At least one, in order of time, then of id.</summary>
    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    /// <summary>Classes for which the city sets a limit; null: all.</summary>
    public IReadOnlySet<string>? LimitedClasses { get; init; }

    /// <summary>The limit of every class that the city limits.</summary>
    public required IReadOnlyDictionary<string, TimeLimit> Limits { get; init; }

    /// <summary>The duty list in force.</summary>
    public required DutyList Duties { get; init; }

    /// <summary>The version of the list before, to show what changed; null where there is none.</summary>
    public DutyList? OlderDuties { get; init; }

    /// <summary>The duty under which a class is handed down.</summary>
    public required Func<string, DutyCode> DutyOf { get; init; }

    /// <summary>What people call a class: English and Chinese where both are known.</summary>
    public required Func<string, string> NameOfClass { get; init; }
}
