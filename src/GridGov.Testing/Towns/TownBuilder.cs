using GridGov.Assignment;
using GridGov.Workflows;

namespace GridGov.Testing;

/// <summary>
/// Builds a small town: by default one street with two grids, a class of matter that may be handed down and one that may
/// not, one worker per grid, and the eight-step lifecycle. Whatever is added comes on top of or in place of these. For one
/// thread.
/// </summary>
public sealed class TownBuilder
{
    private static readonly GridRow[] DefaultGrids =
    [
        new(new("s1"), null, "Street 1", GridLevel.Street),
        new(new("g11"), new GridCode("s1"), "Grid 11", GridLevel.Grid),
        new(new("g12"), new GridCode("s1"), "Grid 12", GridLevel.Grid),
    ];

    private readonly List<GridRow> _grids = [];
    private readonly List<DutyItem> _duties = [];
    private readonly List<CaseStandard> _standards = [];
    private readonly List<Worker> _workers = [];
    private readonly List<LifecycleDefinition> _former = [];

    /// <summary>When the town's first test day begins: by default Monday 2 March 2026, 08:00 in Shanghai.</summary>
    public DateTimeOffset Morning { get; init; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The working time; by default weekdays 08:00 to 12:00 and 14:00 to 18:00 in Shanghai.</summary>
    public WorkCalendar Calendar { get; init; } = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai");

    /// <summary>The body that answers for a case until it is handed on.</summary>
    public BodyId Center { get; init; } = new("grid-centre");

    /// <summary>The lifecycle of new cases.</summary>
    public LifecycleDefinition Lifecycle { get; init; } = EightStep.Default;

    /// <summary>Adds a grid; the first takes the place of the default grids.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="parent">The code of the grid above, or null for a root.</param>
    /// <param name="level">Its level.</param>
    public TownBuilder Grid(string code, string? parent = null, GridLevel level = GridLevel.Grid)
    {
        _grids.Add(new(new(code), parent is null ? null : new GridCode(parent), code, level));
        return this;
    }

    /// <summary>Adds a class of matter with a duty of its own; the first takes the place of the default classes.</summary>
    /// <param name="code">The class code; the duty has the same.</param>
    /// <param name="limit">How long the handling may take; by default two workdays.</param>
    /// <param name="duty">May it be handed down.</param>
    /// <param name="skills">The skills that a handler must have.</param>
    public TownBuilder Matter(string code, TimeLimit? limit = null, DutyKind duty = DutyKind.Statutory, params ReadOnlySpan<string> skills)
    {
        _duties.Add(new() { Code = new(code), Name = new(code, code), Kind = duty, Basis = new("Duty list of the test town") });
        _standards.Add(new()
        {
            Class = new(code),
            Name = new(code, code),
            Duty = new(code),
            Limit = limit ?? TimeLimit.WorkDays(2),
            Skills = ValueList.Create(skills),
        });
        return this;
    }

    /// <summary>Adds a worker of the body <c>team-ID</c>; the first takes the place of the default workers.</summary>
    /// <param name="id">The staff number.</param>
    /// <param name="grid">The grid that is covered.</param>
    /// <param name="capacity">How much work at a time.</param>
    /// <param name="skills">The skills.</param>
    public TownBuilder Worker(string id, string grid, int capacity = 3, params ReadOnlySpan<string> skills)
    {
        _workers.Add(new() { Id = new(id), Body = Town.TeamOf(id), Covers = [new GridCode(grid)], Capacity = capacity, Skills = ValueList.Create(skills) });
        return this;
    }

    /// <summary>Adds a lifecycle under which old cases still run.</summary>
    /// <param name="lifecycle">The definition.</param>
    public TownBuilder Former(LifecycleDefinition lifecycle)
    {
        _former.Add(lifecycle);
        return this;
    }

    /// <summary>The parts, for <c>AddGridGov</c> or <see cref="CityProfile.Freeze"/>.</summary>
    public GridGovOptions Options()
    {
        if (_standards.Count == 0)
            Matter("cover").Matter("fine", duty: DutyKind.Forbidden);
        var grids = _grids.Count == 0 ? DefaultGrids : [.. _grids];
        if (_workers.Count == 0)
        {
            foreach (var grid in grids.Where(g => g.Level == GridLevel.Grid))
                Worker($"w-{grid.Code}", grid.Code.Value);
        }

        return new()
        {
            Grids = GridTree.Build(grids),
            Calendar = Calendar,
            Duties = DutyList.Freeze("test-town", 1, new("duty-committee"), new("Duty list of the test town"), _duties),
            Standards = CaseStandards.Freeze("test-town", 1, _standards),
            Lifecycle = Lifecycle,
            FormerLifecycles = _former,
            Workers = _workers,
            Center = Center,
        };
    }

    /// <summary>Builds the town.</summary>
    /// <exception cref="DefinitionException">The parts do not fit one another: every fault is listed.</exception>
    public Town Build() => new(CityProfile.Freeze(Options()), Morning);
}
