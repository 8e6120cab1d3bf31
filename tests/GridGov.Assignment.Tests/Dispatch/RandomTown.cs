using CsCheck;

namespace GridGov.Assignment.Tests;

/// <summary>A random tree with random workers and requests; skills are s0 to s3.</summary>
internal sealed record RandomTown(int[] Parents, RandomTown.Row[] Workers, RandomTown.Row[] Cases)
{
    public sealed record Row(int[] Nodes, int Skills, int Size);

    public static Gen<RandomTown> Gen { get; } = CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, 1000].Array[0, 12], RowGen(12).Array[0, 9], RowGen(4).Array[1, 25],
        (parents, workers, cases) => new RandomTown(parents, workers, cases));

    private int Count => Parents.Length + 1;

    public GridTree Grids()
    {
        var parents = new int[Count];
        var depths = new int[Count];
        for (var i = 1; i < Count; i++)
        {
            // Levels end at the seventh: a node that would lie deeper becomes a child of the root.
            var parent = Parents[i - 1] % i;
            parents[i] = depths[parent] < 5 ? parent : 0;
            depths[i] = depths[parents[i]] + 1;
        }

        return GridTree.Build(Enumerable.Range(0, Count).Select(i => new GridRow(
            new($"n{i}"), i == 0 ? null : new GridCode($"n{parents[i]}"), $"n{i}", GridLevel.Province + (byte)depths[i])));
    }

    public IEnumerable<Worker> Staff() => Workers.Select((w, i) => new Worker
    {
        Id = new($"w{i}"),
        Body = new("center"),
        Covers = ValueList.From(w.Nodes.Select(n => new GridCode($"n{n % Count}"))),
        Skills = Names(w.Skills),
        Capacity = w.Size,
    });

    public AssignmentEngine Engine() => new(Roster.Freeze(Grids(), Staff()));

    /// <summary>The requests whose skills somebody on the roster has.</summary>
    public IEnumerable<AssignmentRequest> Requests(Roster roster)
    {
        foreach (var row in Cases)
        {
            if (roster.TryGetSkills(Names(row.Skills), out var skills))
                yield return new(Town.At(roster.Grids, $"n{row.Nodes[0] % Count}"), skills, row.Size);
        }
    }

    private static Gen<Row> RowGen(int size) => CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, 1000].Array[1, 3], CsCheck.Gen.Int[0, 15], CsCheck.Gen.Int[1, size],
        (nodes, skills, weight) => new Row(nodes, skills & (skills >> 1), weight));

    private static ValueList<string> Names(int bits) =>
        ValueList.From(Enumerable.Range(0, 4).Where(b => (bits >> b & 1) == 1).Select(b => $"s{b}"));
}
