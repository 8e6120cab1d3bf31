using System.Globalization;
using CsCheck;

namespace GridGov.Workflows.Tests;

/// <summary>
/// Random sound lifecycles: steps in groups up to three deep, ways out of steps and groups, back to the same step, and
/// within a step. A guard "bit(i)" holds when character i of the note is 1.
/// </summary>
internal static class RandomLifecycle
{
    public const int Bits = 12;

    private static readonly Role[][] RoleSets = [[Role.System], [Role.System, Role.Verifier], [Role.Verifier], [Role.Leader, Role.System]];

    public static GuardRegistry Guards { get; } = GuardRegistry.BuiltIn.With("bit", text => Bit(int.Parse(text, CultureInfo.InvariantCulture)));

    public static Gen<LifecycleDefinition> Any { get; } =
        from count in Gen.Int[1, 6]
        from groups in Gen.Int[0, 3].Array[6]
        from nested in Gen.Bool.Array[2]
        from ways in Gen.Select(Gen.Int[0, 8], Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[0, (1 << Bits) - 1], Gen.Int[0, 7]).Array[0, 18]
        select Define(count, groups, nested, ways);

    public static Guard Bit(int i) => new(
        "bit", new("it is 1", "为一"), (Case _, in CaseCommand c, in DecisionContext _) => c.Note![i] == '1')
    {
        Argument = i.ToString(CultureInfo.InvariantCulture),
    };

    private static LifecycleDefinition Define(int count, int[] groups, bool[] nested, (int From, int Trigger, int To, int Bits, int Kind)[] further)
    {
        string?[] parents = [null, nested[0] ? "g0" : null, nested[1] ? "g1" : null];
        var states = Enumerable.Range(0, count).Select(i => new StateDefinition
        {
            Id = $"s{i}",
            Name = new($"step {i}", $"环节{i}"),
            Parent = groups[i] == 0 ? null : $"g{groups[i] - 1}",
            Owner = Role.System,
            Limit = i % 2 == 0 ? StepLimit.OfCase : StepLimit.Of(TimeLimit.WorkHours(i + 1)),
        }).ToList();
        var lineage = states.ToDictionary(s => s.Id, s => Lineage(s.Parent, parents).Prepend(s.Id).ToHashSet());
        var used = lineage.Values.SelectMany(l => l).ToHashSet();
        states.AddRange(Enumerable.Range(0, 3).Where(g => used.Contains($"g{g}")).Select(g => new StateDefinition
        {
            Id = $"g{g}",
            Name = new($"group {g}", $"组{g}"),
            Parent = parents[g],
            IsGroup = true,
        }));
        states.Add(new() { Id = $"s{count}", Name = new("end", "终"), IsEnd = true });

        // A chain to the end keeps every step reachable; further ways go anywhere.
        var ways = Enumerable.Range(0, count).Select(i => Way($"s{i}", "t0", $"s{i + 1}", 1 << i, 0)).ToList();
        string[] sources = [.. Enumerable.Range(0, count).Select(i => $"s{i}"), .. Enumerable.Range(0, 3).Select(g => $"g{g}").Where(used.Contains)];
        foreach (var (from, trigger, to, bits, kind) in further)
        {
            var way = Way(sources[from % sources.Length], $"t{trigger + 1}", to > count ? null : $"s{to}", bits, kind);
            var scope = lineage.Where(l => l.Value.Contains(way.From)).Select(l => l.Key).ToList();
            if (!ways.Exists(w => w.Trigger == way.Trigger && scope.Exists(s => lineage[s].Contains(w.From))))
                ways.Add(way);
        }

        return LifecycleDefinition.Freeze("random", 1, states, ways);
    }

    private static TransitionDefinition Way(string from, string trigger, string? to, int bits, int kind) => new()
    {
        Trigger = trigger,
        Name = new($"do {trigger}", $"行{trigger}"),
        From = from,
        To = to,
        Roles = ValueList.From(RoleSets[kind % RoleSets.Length]),
        Needs = kind == 5 ? CommandNeeds.Authority : CommandNeeds.None,
        Evidence = kind == 6 ? [new(EvidenceKind.PhotoCheck)] : [],
        Records = to is null && kind % 2 == 0 ? EntryKind.Noted : kind == 7 ? EntryKind.Urged : EntryKind.Moved,
        WhileSuspended = kind == 3,
        Judges = kind == 4,

        // One guard of its own at most, told apart by its argument; a guard stands on a way once.
        Guards = bits % 3 == 0 ? [] : [Bit(bits % Bits)],
    };

    private static IEnumerable<string> Lineage(string? group, string?[] parents)
    {
        for (var at = group; at is not null; at = parents[at[1] - '0'])
            yield return at;
    }
}
