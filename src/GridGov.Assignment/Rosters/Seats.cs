using System.Runtime.InteropServices;

namespace GridGov.Assignment;

/// <summary>
/// What a choice reads of the workers, an array per fact. Every worker has one seat, at the first node covered; the
/// seats of a node lie side by side, so that its workers are read in one sweep. Who covers further nodes, or stands in
/// for somebody there, is a guest there: a reference to the one seat.
/// </summary>
internal sealed class Seats
{
    /// <summary>Up to here a quotient of two whole numbers is exact enough in single precision to be ordered.</summary>
    public const int ExactCapacity = 4095;

    private Seats(int nodes, int workers)
    {
        Starts = new int[nodes + 1];
        WorkerAt = new int[workers];
        SeatOf = new int[workers];
        NodeOf = new int[workers];
        Skills = new ulong[workers];
        Capacity = new int[workers];
        Clock = new int[workers];
    }

    /// <summary>The seats of node n are Starts[n] to Starts[n + 1].</summary>
    public int[] Starts { get; }

    public int[] WorkerAt { get; }

    public int[] SeatOf { get; }

    /// <summary>By seat, the node where it stands.</summary>
    public int[] NodeOf { get; }

    /// <summary>What does not run out.</summary>
    public ulong[] Skills { get; }

    public int[] Capacity { get; }

    /// <summary>Which clock orders the turns of a seat: one for all nodes that share a worker.</summary>
    public int[] Clock { get; }

    public int Clocks { get; private set; }

    /// <summary>The guests of node n are GuestStarts[n] to GuestStarts[n + 1]; null where nobody is a guest anywhere.</summary>
    public int[]? GuestStarts { get; private set; }

    public Guest[] Guests { get; private set; } = [];

    /// <summary>The capacities as floating point; null when one is too large for it.</summary>
    public float[]? CapacityExact { get; private set; }

    public byte[] Posts { get; private set; } = [];

    /// <param name="grids">The tree.</param>
    /// <param name="workers">The rows, in their order.</param>
    /// <param name="intake">What was found out about them.</param>
    /// <param name="held">The skills of each that do not run out.</param>
    public static Seats Of(GridTree grids, Worker[] workers, RosterIntake intake, ulong[] held)
    {
        var seats = new Seats(grids.Count, workers.Length);
        var visits = intake.HasFurtherCovers || intake.HasSubstitutes ? VisitsOf(grids, workers, intake) : [];
        seats.PlaceAll(workers, intake, held);
        seats.PlaceGuests(grids.Count, visits);
        seats.JoinClocks(grids.Count, intake.Homes, visits);
        return seats;
    }

    private static List<(int Node, int Worker, int Condition)> VisitsOf(GridTree grids, Worker[] workers, RosterIntake intake)
    {
        var visits = new List<(int Node, int Worker, int Condition)>();
        var condition = 0;
        for (var i = 0; i < workers.Length; i++)
        {
            var worker = workers[i];
            for (var c = 1; c < worker.Covers.Count; c++)
            {
                var node = NumberOf(grids, worker.Covers[c]);
                if (node != intake.Homes[i])
                    visits.Add((node, i, Guest.Always));
            }

            foreach (var leave in worker.Leaves)
            {
                if (leave.Substitute is { } substitute && intake.Ids.TryFind(substitute.Value, out var standIn))
                {
                    foreach (var code in worker.Covers)
                        visits.Add((NumberOf(grids, code), standIn, condition));
                }

                condition++;
            }
        }

        return visits;
    }

    private static int NumberOf(GridTree grids, GridCode code)
    {
        grids.TryFind(code, out var node);
        return node.Index;
    }

    // A counting sort by node: workers come in the order of their numbers and stay in it.
    private void PlaceAll(Worker[] workers, RosterIntake intake, ulong[] held)
    {
        var homes = intake.Homes;
        foreach (var node in homes)
            Starts[node + 1]++;
        for (var node = 1; node < Starts.Length; node++)
            Starts[node] += Starts[node - 1];
        var next = Starts.AsSpan(0, Starts.Length - 1).ToArray();
        for (var i = 0; i < homes.Length; i++)
        {
            var seat = next[homes[i]]++;
            (WorkerAt[seat], SeatOf[i], NodeOf[seat]) = (i, seat, homes[i]);
            Skills[seat] = held[i];
            Capacity[seat] = workers[i].Capacity;
        }

        if (intake.LargestCapacity <= ExactCapacity)
            CapacityExact = Array.ConvertAll(Capacity, c => (float)c);
        if (!intake.HasPosts)
            return;
        Posts = new byte[workers.Length];
        for (var i = 0; i < workers.Length; i++)
            Posts[SeatOf[i]] = (byte)(workers[i].Post ?? 0);
    }

    private void PlaceGuests(int nodes, List<(int Node, int Worker, int Condition)> visits)
    {
        if (visits.Count == 0)
            return;
        visits.Sort();
        GuestStarts = new int[nodes + 1];
        var guests = new List<Guest>(visits.Count);
        foreach (var (node, worker, condition) in visits.Distinct())
        {
            GuestStarts[node + 1]++;
            guests.Add(new(SeatOf[worker], condition));
        }

        for (var node = 1; node < GuestStarts.Length; node++)
            GuestStarts[node] += GuestStarts[node - 1];
        Guests = CollectionsMarshal.AsSpan(guests).ToArray();
    }

    // Turns are compared among those who meet at a node; territories that share nobody count turns apart, and so their
    // threads do not touch one another's memory.
    private void JoinClocks(int nodes, int[] homes, List<(int Node, int Worker, int Condition)> visits)
    {
        var root = visits.Count == 0 ? null : new int[nodes];
        if (root is not null)
        {
            for (var node = 0; node < nodes; node++)
                root[node] = node;
            foreach (var (node, worker, _) in visits)
                root[Find(root, node)] = Find(root, homes[worker]);
        }

        var numbers = new int[nodes];
        for (var i = 0; i < homes.Length; i++)
        {
            ref var number = ref numbers[root is null ? homes[i] : Find(root, homes[i])];
            if (number == 0)
                number = ++Clocks;
            Clock[SeatOf[i]] = number - 1;
        }
    }

    private static int Find(int[] root, int node)
    {
        while (root[node] != node)
        {
            root[node] = root[root[node]];
            node = root[node];
        }

        return node;
    }

    /// <param name="Seat">The one seat of the worker.</param>
    /// <param name="Condition">The leave during which the guest stands in, or <see cref="Always"/>.</param>
    internal readonly record struct Guest(int Seat, int Condition)
    {
        public const int Always = -1;
    }
}
