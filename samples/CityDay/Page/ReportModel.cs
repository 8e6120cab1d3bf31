namespace CityDay.Page;

/// <summary>What the page shows. It holds counts and names of places and steps, never of people.</summary>
internal sealed record ReportModel
{
    /// <summary>Name of the city, for instance "Linjiang (generated)".</summary>
    public required string City { get; init; }

    /// <summary>The same name in Chinese; empty if there is none.</summary>
    public string ChineseCity { get; init; } = "";

    /// <summary>A file name without its folder, or "generated, seed 1".</summary>
    public required string Source { get; init; }

    /// <summary>The period in the city's own time, for instance "2026-03-02 00:00 – 2026-03-04 17:20, Asia/Shanghai".</summary>
    public required string Period { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required FlowSeries Flow { get; init; }

    /// <summary>In any order; the page sorts by cases.</summary>
    public required IReadOnlyList<GridLoad> Grids { get; init; }

    /// <summary>In any order; the page sorts by cases.</summary>
    public required IReadOnlyList<CategoryShare> Categories { get; init; }

    /// <summary>In any order; the page sorts by count.</summary>
    public required IReadOnlyList<RefusalCount> Refusals { get; init; }

    /// <summary>In the order of the steps.</summary>
    public required IReadOnlyList<StateCount> States { get; init; }

    /// <summary>Of several arrows from one state to the next, the first is drawn straight.</summary>
    public required IReadOnlyList<Arrow> Arrows { get; init; }

    /// <summary>Plain remarks: what was compared, what was not.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The command that makes this page again; empty leaves the line out.</summary>
    public string Reproduce { get; init; } = "";
}
