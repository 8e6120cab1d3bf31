namespace GridGov.Benchmarks;

/// <summary>
/// The same decision in a larger city: more grids around the 50 from which the cases come. They are the same 50 in every
/// size, so that the caches hold as much of what is asked; that a whole city does not fit into them is what the
/// comparisons with 100,000 workers show.
/// </summary>
internal sealed class DispatchByCitySize(string id, int workers) : IComparison
{
    public const int Busy = 50;

    private readonly DispatchLoop _ours = new();
    private readonly DispatchLoop _theirs = new();

    public string Id => id;

    public string Area => Areas.Assignment;

    public string What => FormattableString.Invariant($"who takes a case in a city of {workers:N0} workers, 20 a grid");

    public string Peer => "the same engine in a city of 1,000 workers, 20 a grid";

    public string Unit => "ns/case";

    public static DispatchByCitySize Of(int workers) => new(FormattableString.Invariant($"assignment.scale.{workers / 1000}k"), workers);

    public void Setup()
    {
        _ours.Setup(workers, Busy);
        _theirs.Setup(1000, Busy);
    }

    // Different cities, so different answers: what is compared is the number of cases.
    public long Ours(int n) => _ours.Run(n);

    public long Theirs(int n) => _theirs.Run(n);
}
