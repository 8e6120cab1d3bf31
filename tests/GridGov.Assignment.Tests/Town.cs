namespace GridGov.Assignment.Tests;

/// <summary>Two streets with two grids each, under one district: <c>d → s1 (g11, g12), s2 (g21, g22)</c>.</summary>
internal static class Town
{
    public static GridTree Grids { get; } = GridTree.Build(
    [
        Row("d", null, GridLevel.District),
        Row("s1", "d", GridLevel.Street), Row("s2", "d", GridLevel.Street),
        Row("g11", "s1", GridLevel.Grid), Row("g12", "s1", GridLevel.Grid),
        Row("g21", "s2", GridLevel.Grid), Row("g22", "s2", GridLevel.Grid),
    ]);

    public static GridHandle At(string code) => At(Grids, code);

    public static GridHandle At(GridTree grids, string code) =>
        grids.TryFind(new GridCode(code), out var handle) ? handle : throw new ArgumentException(code);

    public static Worker Worker(string id, int capacity, params string[] covers) => new()
    {
        Id = new(id),
        Body = new("center"),
        Covers = ValueList.From(covers.Select(c => new GridCode(c))),
        Capacity = capacity,
    };

    public static AssignmentEngine Engine(params Worker[] workers) => new(Roster.Freeze(Grids, workers));

    public static SkillSet Skills(this Roster roster, params string[] names) =>
        roster.TryGetSkills(ValueList.From(names), out var skills) ? skills : throw new ArgumentException(string.Join(' ', names));

    /// <summary>Who takes a case of a weight at a place: the staff number, or null.</summary>
    public static string? Take(this AssignmentEngine engine, string at, int weight = 1, params string[] skills)
    {
        var decision = engine.Assign(new(At(engine.Roster.Grids, at), engine.Roster.Skills(skills), weight));
        return decision.IsAssigned ? engine.Roster.Workers[decision.Worker].Id.Value : null;
    }

    public static int LoadOf(this AssignmentEngine engine, string worker) =>
        engine.Workload.LoadOf(engine.Find(worker));

    public static int Find(this AssignmentEngine engine, string worker) =>
        engine.Roster.TryFind(new(worker), out var index) ? index : throw new ArgumentException(worker);

    private static GridRow Row(string code, string? parent, GridLevel level) =>
        new(new(code), parent is null ? null : new GridCode(parent), code, level);
}
