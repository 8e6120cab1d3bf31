using GridGov;
using GridGov.Assignment;

namespace CityDay.City;

/// <summary>How a roster is sized for the work that will come.</summary>
/// <param name="TeamLevel">The level at which teams are stationed; what lies further up has teams of its own.</param>
/// <param name="Capacity">How much weight one worker holds at once.</param>
/// <param name="TeamPermille">Which part of the peak of open work the team covers.</param>
/// <param name="ReservePermille">Which part of its peak the level above holds in reserve; 0 for none.</param>
internal sealed record RosterSize(GridLevel TeamLevel, int Capacity, int TeamPermille, int ReservePermille);

/// <summary>Work that somebody will hold for a time.</summary>
internal readonly record struct WorkItem(GridHandle At, string Skill, int Weight, DateTimeOffset From, DateTimeOffset? Until);

/// <summary>Staffs a city for the work that will come, so that a file of any size finds workers without wasting them.</summary>
internal static class RosterPlan
{
    /// <summary>
    /// A team per node and skill, sized by the most work that is open there at once, and at the root one worker per
    /// skill, so that whatever the standards ask for can be done.
    /// </summary>
    /// <param name="tree">The grid tree.</param>
    /// <param name="skills">The skills that the standards ask for.</param>
    /// <param name="work">The work.</param>
    /// <param name="size">How teams are sized.</param>
    /// <param name="bodyOf">The body that a team belongs to.</param>
    public static IReadOnlyList<Worker> Staff(
        GridTree tree, IEnumerable<string> skills, IReadOnlyList<WorkItem> work, RosterSize size, Func<GridHandle, string, BodyId> bodyOf)
    {
        var workers = new List<Worker>();
        foreach (var skill in skills.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Add(default, skill, 1, "C");
        var teams = work.GroupBy(w => (Node: Station(tree, w.At, size.TeamLevel), w.Skill));
        foreach (var team in teams.OrderBy(t => t.Key.Node.Index).ThenBy(t => t.Key.Skill, StringComparer.Ordinal))
            Add(team.Key.Node, team.Key.Skill, Heads(team, size.TeamPermille, size.Capacity), "");
        if (size.ReservePermille == 0)
            return workers;
        var reserves = work.GroupBy(w => (Node: Above(tree, Station(tree, w.At, size.TeamLevel)), w.Skill));
        foreach (var reserve in reserves.OrderBy(t => t.Key.Node.Index).ThenBy(t => t.Key.Skill, StringComparer.Ordinal))
            Add(reserve.Key.Node, reserve.Key.Skill, Heads(reserve, size.ReservePermille, size.Capacity), "R");
        return workers;

        void Add(GridHandle node, string skill, int heads, string prefix)
        {
            for (var i = 1; i <= heads; i++)
            {
                workers.Add(new()
                {
                    Id = new($"{tree.CodeOf(node)}-{skill}-{prefix}{i:D3}"),
                    Body = bodyOf(node, skill),
                    Covers = [tree.CodeOf(node)],
                    Skills = [skill],
                    Capacity = size.Capacity,
                });
            }
        }
    }

    private static GridHandle Station(GridTree tree, GridHandle at, GridLevel level)
    {
        while (tree.LevelOf(at) > level && tree.TryGetParent(at, out var parent))
            at = parent;
        return at;
    }

    private static GridHandle Above(GridTree tree, GridHandle node) => tree.TryGetParent(node, out var parent) ? parent : node;

    private static int Heads(IEnumerable<WorkItem> work, int permille, int capacity)
    {
        var changes = new List<(DateTimeOffset At, int Weight)>();
        foreach (var item in work)
        {
            changes.Add((item.From, item.Weight));
            if (item.Until is { } until)
                changes.Add((until, -item.Weight));
        }

        // What ends and what begins at one instant: the beginning counts first, so the peak is never too low.
        changes.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : b.Weight.CompareTo(a.Weight));
        long open = 0, peak = 0;
        foreach (var (_, weight) in changes)
            peak = Math.Max(peak, open += weight);
        return (int)Math.Max(1, ((peak * permille / 1000) + capacity - 1) / capacity);
    }
}
