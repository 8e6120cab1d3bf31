using System.Globalization;
using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>
/// The city of the dispatch comparisons: streets with 10 grids each, 25 unless it is larger, 20 workers a grid, 8 kinds of skills of which a
/// worker has 3 to 5 and a case needs 1 or 2, capacities from 4 to 12. Staff numbers are scattered over the grids.
/// </summary>
internal sealed class DispatchCity
{
    public const int Usual = 5000;
    private const int AGrid = 20;
    private const int Requests = 1 << 16;

    private static readonly string[] SkillNames =
        ["electric", "garden", "legal", "mediation", "plumbing", "road", "safety", "sanitation"];

    public DispatchCity(int workers = Usual, DispatchTraits? traits = null)
    {
        Workers = workers;
        Grids = workers / AGrid;
        var random = new Numbers(2026);
        var rows = new List<GridRow> { new(new("city"), null, "City", GridLevel.City) };
        for (var street = 0; street < Grids / 10; street++)
        {
            rows.Add(new(new(Street(street)), new("city"), Street(street), GridLevel.Street));
            for (var grid = street * 10; grid < (street + 1) * 10; grid++)
                rows.Add(new(new(Grid(grid)), new(Street(street)), Grid(grid), GridLevel.Grid));
        }

        var tree = GridTree.Build(rows);
        GridOf = [.. Enumerable.Range(0, Workers).Select(i => (int)(i * 7919L % Grids))];
        SkillsOf = [.. GridOf.Select(_ => Some(random, 3 + random.Next(3)))];
        Capacities = [.. GridOf.Select(_ => 4 + random.Next(9))];
        Rows = [.. Enumerable.Range(0, Workers).Select(i => new Worker
        {
            Id = new(IdOf(i)),
            Body = new("body"),
            Covers = [new(Grid(GridOf[i]))],
            Skills = ValueList.From(SkillsOf[i]),
            Capacity = Capacities[i],
        })];
        if (traits is not null)
            Rows = [.. Rows.Select(traits.Of)];
        Roster = Roster.Freeze(tree, Rows);

        for (var i = 0; i < Requests; i++)
        {
            var grid = random.Next(Grids);
            var skills = Some(random, 1 + random.Next(2));
            if (!tree.TryFind(Grid(grid), out var at) || !Roster.TryGetSkills(ValueList.From(skills), out var set))
                throw new InvalidOperationException("The city covers every grid and has every skill.");
            Asked[i] = new(at, set);
            if (traits is not null)
                Asked[i] = Asked[i] with { Terms = traits.TermsOf(i, this, grid) };
            AskedPlainly[i] = new(grid, Grid(grid), skills, MaskOf(skills));
        }
    }

    public int Workers { get; }

    public int Grids { get; }

    /// <summary>The workers as rows.</summary>
    public Worker[] Rows { get; }

    public Roster Roster { get; }

    public int[] GridOf { get; }

    public string[][] SkillsOf { get; }

    public int[] Capacities { get; }

    /// <summary>The cases, as the library takes them.</summary>
    public AssignmentRequest[] Asked { get; } = new AssignmentRequest[Requests];

    /// <summary>The same cases, as the peers take them.</summary>
    public PlainRequest[] AskedPlainly { get; } = new PlainRequest[Requests];

    /// <summary>How many cases are held at once: 60 % of all capacity.</summary>
    public int Held => Capacities.Sum() * 6 / 10;

    public static string Grid(int index) => string.Create(CultureInfo.InvariantCulture, $"grid-{index:D6}");

    public static string IdOf(int worker) => string.Create(CultureInfo.InvariantCulture, $"worker-{worker:D7}");

    public static ulong MaskOf(string[] skills)
    {
        ulong mask = 0;
        foreach (var skill in skills)
            mask |= 1UL << Array.IndexOf(SkillNames, skill);
        return mask;
    }

    private static string Street(int index) => string.Create(CultureInfo.InvariantCulture, $"street-{index:D5}");

    private static string[] Some(Numbers random, int count)
    {
        var names = SkillNames.ToList();
        while (names.Count > count)
            names.RemoveAt(random.Next(names.Count));
        return [.. names];
    }

    /// <summary>A case that needs somebody, without the library's types.</summary>
    public readonly record struct PlainRequest(int GridIndex, string Grid, string[] Skills, ulong Mask);
}

/// <summary>The cases held, oldest first, each as the position of its worker.</summary>
internal sealed class HeldCases(int most)
{
    private readonly int[] _workers = new int[most];
    private int _first;
    private int _count;

    public bool IsFull => _count == _workers.Length;

    public void Add(int worker)
    {
        var at = _first + _count++;
        _workers[at < _workers.Length ? at : at - _workers.Length] = worker;
    }

    public int TakeOldest()
    {
        var worker = _workers[_first];
        _first = _first + 1 < _workers.Length ? _first + 1 : 0;
        _count--;
        return worker;
    }
}
