namespace GridGov.Assignment.Tests;

/// <summary>The whole order of choice as sentences over rows and names: slow, plain, and kept apart from the engine's tables.</summary>
internal sealed class RichModel(Roster roster, DispatchProfile profile)
{
    private readonly Worker[] _staff = [.. roster.Workers];
    private readonly Dictionary<string, int> _loads = [];
    private readonly Dictionary<string, int> _turns = [];
    private readonly Dictionary<string, string> _lastAt = [];
    private int _turn;

    public int LoadOf(string worker) => _loads.GetValueOrDefault(worker);

    public string? Assign(Ask ask, DateTimeOffset now)
    {
        var chosen = Choose(ask, now);
        if (chosen is null)
            return null;
        _loads[chosen] = LoadOf(chosen) + ask.Weight;
        _turns[chosen] = ++_turn;
        _lastAt[ask.At] = chosen;
        return chosen;
    }

    public void Release(string worker, int weight) => _loads[worker] -= weight;

    public string? Choose(Ask ask, DateTimeOffset now)
    {
        if (ask.Duty == "rest")
            return null;
        var all = _staff.Select(w => (Worker: w, Distance: Distance(w, ask, now))).ToArray();
        if (ask.Preferred is { } name && all.FirstOrDefault(a => a.Worker.Id.Value == name) is { Worker: { } preferred, Distance: { } })
        {
            if (IsAble(preferred, ask, now) && HasRoom(preferred, ask, now))
                return name;
            if (ask.SinceHoursAgo < ask.PreferredHours && IsAble(preferred, ask, now) && IsThere(preferred, ask, now))
                return null;
        }

        return all
            .Where(a => a.Distance is not null && IsAble(a.Worker, ask, now) && HasRoom(a.Worker, ask, now))
            .OrderBy(a => a.Distance)
            .ThenBy(a => PostRank(a.Worker, ask))
            .ThenBy(a => ask.Known.Where(k => Array.Exists(_staff, w => w.Id.Value == k)).Append(a.Worker.Id.Value).ToList().IndexOf(a.Worker.Id.Value))
            .ThenBy(a => NiceIsKnown(ask) ? ask.Nice.Count(n => !a.Worker.Skills.Contains(n)) : 0)
            .ThenBy(a => Policy(a.Worker, ask))
            .ThenBy(a => _turns.GetValueOrDefault(a.Worker.Id.Value))
            .ThenBy(a => a.Worker.Id)
            .Select(a => a.Worker.Id.Value)
            .FirstOrDefault();
    }

    public bool IsThere(Worker worker, Ask ask, DateTimeOffset now) =>
        !worker.Leaves.Any(l => l.From <= now && now < l.Until)
        && ((worker.Hours?.IsOpenAt(now) ?? true) || (ask.IsUrgent && (worker.OnCall?.IsOpenAt(now) ?? false)));

    public bool HasRoom(Worker worker, Ask ask, DateTimeOffset now)
    {
        var reserved = ask.IsUrgent ? 0 : (int)Math.Ceiling(worker.Capacity * profile.UrgentReserve / 100m);
        return IsThere(worker, ask, now) && LoadOf(worker.Id.Value) + ask.Weight <= worker.Capacity - reserved;
    }

    public bool IsAble(Worker worker, Ask ask, DateTimeOffset now)
    {
        var isRelaxed = ask.RelaxAfterHours <= ask.SinceHoursAgo;
        var certificates = worker.Certificates.Where(c => c.From <= now && now < c.Until).Select(c => c.Name);
        return (isRelaxed || (ask.Skills.All(worker.Skills.Concat(certificates).Contains)
                && (ask.Level == 0 || worker.SkillLevels.Any(s => s.Level >= ask.Level))))
            && !ask.Excluded.Contains(worker.Id.Value)
            && worker.Body.Value != ask.SeparatedBody
            && (ask.Duty != "law" || worker.Post is PostKind.Professional or PostKind.Handler or PostKind.Head);
    }

    public int? Distance(Worker worker, Ask ask, DateTimeOffset now)
    {
        var grids = roster.Grids;
        var up = grids.PathTo(Town.At(grids, ask.At)).Reverse().Select(grids.CodeOf).ToList();
        var covers = worker.Covers.Concat(_staff
            .Where(w => w.Leaves.Any(l => l.Substitute == worker.Id && l.From <= now && now < l.Until))
            .SelectMany(w => w.Covers));
        var distances = covers.Select(c => up.IndexOf(c)).Where(d => d >= 0).ToList();
        if (distances.Count > 0)
            return distances.Min();

        // Everything lies below the root.
        return ask.WidenedToRoot ? 99 : null;
    }

    private bool NiceIsKnown(Ask ask) => ask.Nice.All(n => Array.Exists(_staff, w => w.Skills.Contains(n)));

    private static int PostRank(Worker worker, Ask ask) => (ask.Duty, worker.Post) switch
    {
        ("photo", PostKind.FullTime) or ("law", PostKind.Professional) => 0,
        ("photo", PostKind.PartTime) or ("law", PostKind.Handler) => 1,
        ("photo", _) or ("law", PostKind.Head) => 2,
        _ => 0,
    };

    private decimal Policy(Worker worker, Ask ask) => profile.Policy.Kind switch
    {
        DispatchPolicyKind.LeastLoaded => (LoadOf(worker.Id.Value) + ask.Weight) / (decimal)worker.Capacity,
        DispatchPolicyKind.BestScore => -(decimal)worker.Score,
        DispatchPolicyKind.RoundRobin => Array.IndexOf(_staff, worker) is var at && _lastAt.TryGetValue(ask.At, out var last)
            && at <= Array.FindIndex(_staff, w => w.Id.Value == last) ? at + _staff.Length : at,
        DispatchPolicyKind.Own => Math.Abs(worker.Capacity - 4),
        _ => 0,
    };
}
