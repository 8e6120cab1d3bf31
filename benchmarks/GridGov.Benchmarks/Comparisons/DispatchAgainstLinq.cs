namespace GridGov.Benchmarks;

/// <summary>Dispatch as a line-of-business program writes it: objects, a dictionary by grid, LINQ over the candidates.</summary>
internal class DispatchAgainstLinq(string id, string peer) : DispatchComparison(id, peer)
{
    private Dictionary<string, List<Person>> _byGrid = [];
    private HeldCases _held = new(1);
    private long _clock;
    private int _next;

    public DispatchAgainstLinq()
        : this("assignment.dispatch", "LINQ over worker objects, indexed by grid")
    {
    }

    protected List<Person> Everybody { get; private set; } = [];

    public override long Theirs(int n) => Run(n, CandidatesFor);

    protected override long Fill(int n) => Run(n, Indexed);

    protected override void Prepare()
    {
        Everybody = [.. Enumerable.Range(0, City.Workers).Select(i => new Person
        {
            Index = i,
            Id = DispatchCity.IdOf(i),
            Covers = [DispatchCity.Grid(City.GridOf[i])],
            Skills = [.. City.SkillsOf[i]],
            Capacity = City.Capacities[i],
        })];
        _byGrid = Everybody.GroupBy(p => p.Covers[0]).ToDictionary(g => g.Key, g => g.ToList());
        _held = new(City.Held);
    }

    protected virtual IEnumerable<Person> CandidatesFor(string grid) => Indexed(grid);

    private List<Person> Indexed(string grid) => _byGrid.TryGetValue(grid, out var people) ? people : [];

    private long Run(int n, Func<string, IEnumerable<Person>> candidates)
    {
        var asked = City.AskedPlainly;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            if (_held.IsFull)
                Everybody[_held.TakeOldest()].Load--;
            var request = asked[_next++ & (asked.Length - 1)];
            var person = candidates(request.Grid)
                .Where(p => p.Load < p.Capacity && request.Skills.All(p.Skills.Contains))
                .OrderBy(p => (p.Load + 1) / (double)p.Capacity)
                .ThenBy(p => p.LastTaken)
                .ThenBy(p => p.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (person is not null)
            {
                person.Load++;
                person.LastTaken = ++_clock;
                _held.Add(person.Index);
            }

            sum = Checksum.Add(sum, person?.Index ?? -1);
        }

        return sum;
    }

    protected sealed class Person
    {
        public required int Index { get; init; }

        public required string Id { get; init; }

        public required List<string> Covers { get; init; }

        public required HashSet<string> Skills { get; init; }

        public required int Capacity { get; init; }

        public int Load { get; set; }

        public long LastTaken { get; set; }
    }
}

/// <summary>The naive variant: no index, every worker is looked at for every case.</summary>
internal sealed class DispatchAgainstScan()
    : DispatchAgainstLinq("assignment.dispatch.scan", "naive: the same LINQ over all workers, no index")
{
    protected override IEnumerable<Person> CandidatesFor(string grid) => Everybody.Where(p => p.Covers.Contains(grid));
}
