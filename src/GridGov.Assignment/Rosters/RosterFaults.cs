using System.Globalization;

namespace GridGov.Assignment;

/// <summary>What is wrong with the rows of a roster: every fault, in the order of the staff numbers.</summary>
internal static class RosterFaults
{
    public static List<Fault> Of(GridTree grids, Worker[] sorted)
    {
        var faults = new List<Fault>();
        var ids = new HashSet<ActorId>(sorted.Length);
        foreach (var worker in sorted)
            ids.Add(worker.Id);
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
            CheckLeaves(worker, ids, faults);
        }

        return faults;
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
        var names = worker.Skills.Concat(worker.Languages)
            .Concat(worker.SkillLevels.Select(s => s.Name)).Concat(worker.Certificates.Select(c => c.Name));
        if (worker.Skills.Count + worker.Languages.Count + worker.SkillLevels.Count + worker.Certificates.Count == 0)
            return;
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
                faults.Add(new(worker.Id.Value, "a skill has no name"));
        }

        foreach (var level in worker.SkillLevels.Select(s => s.Level).Concat(worker.Certificates.Select(c => c.Level)))
        {
            if (level is < 1 or > 9)
                faults.Add(new(worker.Id.Value, string.Create(CultureInfo.InvariantCulture, $"the skill level {level} is not within 1 to 9")));
        }

        foreach (var certificate in worker.Certificates)
        {
            if (certificate.Until <= certificate.From)
                faults.Add(new(worker.Id.Value, $"the certificate {certificate.Name} ends before it begins"));
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
