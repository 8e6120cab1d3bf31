using System.Globalization;

namespace GridGov.Assignment;

/// <summary>What is wrong with the rows of a roster: every fault, in the order of the staff numbers.</summary>
internal static class RosterFaults
{
    /// <param name="grids">The tree.</param>
    /// <param name="sorted">The rows.</param>
    public static List<Fault> Of(GridTree grids, Worker[] sorted)
    {
        var faults = new List<Fault>();
        HashSet<ActorId>? ids = null;
        for (var i = 0; i < sorted.Length; i++)
        {
            var worker = sorted[i];
            if (worker.Id == default)
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"worker {i + 1}"), "the staff number is missing"));
            else if (i > 0 && worker.Id == sorted[i - 1].Id)
                faults.Add(new(worker.Id.Value, "the staff number occurs twice"));
            CheckPlace(grids, worker, faults);
            CheckSkills(worker, faults);
            if (worker.Capacity is < 1 or > Roster.MaxCapacity)
                faults.Add(new(worker.Id.Value, $"the capacity {worker.Capacity} is not within 1 to 1,000,000"));
            if (!double.IsFinite(worker.Score))
                faults.Add(new(worker.Id.Value, "the score is not a finite number"));
            if (worker.Post is { } post && !Enum.IsDefined(post))
                faults.Add(new(worker.Id.Value, "the post is none of those that are known"));
            if (worker.Leaves.Count > 0)
                CheckLeaves(worker, ids ??= [.. sorted.Select(w => w.Id)], faults);
        }

        return faults;
    }

    /// <summary>Whether skills, languages, certificates and the times of leaves are as they must be.</summary>
    public static bool IsSoundBesidesSubstitutes(Worker worker)
    {
        var faults = new List<Fault>();
        CheckSkills(worker, faults);
        return faults.Count == 0 && worker.Leaves.All(l => l.Until > l.From && l.Substitute != worker.Id);
    }

    private static void CheckPlace(GridTree grids, Worker worker, List<Fault> faults)
    {
        if (worker.Body == default)
            faults.Add(new(worker.Id.Value, "the body is missing; a case always has a lead body"));
        if (worker.Covers.IsEmpty)
            faults.Add(new(worker.Id.Value, "no grid is covered; name at least one"));
        foreach (var grid in worker.Covers)
        {
            if (!grids.TryFind(grid, out _))
                faults.Add(new(worker.Id.Value, $"covers grid {grid}, which is not in the tree"));
        }
    }

    private static void CheckSkills(Worker worker, List<Fault> faults)
    {
        foreach (var name in worker.Skills)
            CheckName(name);
        foreach (var name in worker.Languages)
            CheckName(name);
        foreach (var (name, level) in worker.SkillLevels)
        {
            CheckName(name);
            CheckLevel(level);
        }

        foreach (var certificate in worker.Certificates)
        {
            CheckName(certificate.Name);
            CheckLevel(certificate.Level);
            if (certificate.Until <= certificate.From)
                faults.Add(new(worker.Id.Value, $"the certificate {certificate.Name} ends before it begins"));
        }

        void CheckName(string? name)
        {
            if (string.IsNullOrWhiteSpace(name))
                faults.Add(new(worker.Id.Value, "a skill has no name"));
        }

        void CheckLevel(int level)
        {
            if (level is < 1 or > 9)
                faults.Add(new(worker.Id.Value, string.Create(CultureInfo.InvariantCulture, $"the skill level {level} is not within 1 to 9")));
        }
    }

    private static void CheckLeaves(Worker worker, HashSet<ActorId> ids, List<Fault> faults)
    {
        foreach (var leave in worker.Leaves)
        {
            if (leave.Until <= leave.From)
                faults.Add(new(worker.Id.Value, "a leave ends before it begins"));
            if (leave.Substitute == worker.Id)
                faults.Add(new(worker.Id.Value, "nobody is their own substitute"));
            else if (leave.Substitute is { } substitute && !ids.Contains(substitute))
                faults.Add(new(worker.Id.Value, $"the substitute {substitute} is not on the roster"));
        }
    }
}
