using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>The library's side alone: cases from the first grids of a city, held and completed at 60 % of their capacity.</summary>
internal sealed class DispatchLoop
{
    private AssignmentEngine _engine = null!;
    private AssignmentRequest[] _asked = [];
    private HeldCases _held = new(1);
    private int _next;

    /// <summary>Makes the city and fills it.</summary>
    /// <param name="workers">How many workers the city has.</param>
    /// <param name="busy">From how many of its grids the cases come.</param>
    public void Setup(int workers, int busy)
    {
        var city = new DispatchCity(workers);

        // As many cases from every grid: else the larger the city, the more grids are overloaded and find nobody.
        var count = busy * (((1 << 12) + busy - 1) / busy);
        _asked = [.. Enumerable.Range(0, count).Select(i =>
            city.Roster.Grids.TryFind(new GridCode(DispatchCity.Grid((int)(i * 7919L % busy))), out var at)
                ? city.Asked[i & (city.Asked.Length - 1)] with { At = at }
                : throw new InvalidOperationException("The city has every grid."))];
        var capacity = city.Capacities.Where((_, i) => city.GridOf[i] < busy).Sum();
        (_engine, _held) = (new(city.Roster), new(capacity * 6 / 10));
        Run(capacity);
    }

    public long Run(int n)
    {
        var (engine, asked, held, next) = (_engine, _asked, _held, _next);
        for (var i = 0; i < n; i++)
        {
            if (held.IsFull)
                engine.Workload.Release(held.TakeOldest(), 1);
            var worker = engine.Assign(asked[next]).Worker;
            next = next + 1 < asked.Length ? next + 1 : 0;
            if (worker >= 0)
                held.Add(worker);
        }

        _next = next;
        return n;
    }
}
