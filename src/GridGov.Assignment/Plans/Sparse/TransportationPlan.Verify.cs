namespace GridGov.Assignment;

/// <content>The proof.</content>
public sealed partial class TransportationPlan
{
    /// <summary>
    /// Checks the plan against its problem, by nothing but its prices: every rule, the total, and the bound that no plan
    /// can beat; or counts the shortage again. O(arcs), with a logarithm of the headcount.
    /// </summary>
    public PlanCertificate<long> Verify()
    {
        if (Shortage is not null)
            return VerifyShortage(Shortage);
        var cases = Problem.Cases;
        if (_prices.Length != Problem.Workers)
            return PlanCertificate<long>.Wrong($"There are {_prices.Length} prices for {Problem.Workers} workers.");
        if (_places.Length != (_placeStart.Length == 0 ? cases : _placeStart[^1]))
            return PlanCertificate<long>.Wrong($"There are {_places.Length} places, which is not what the cases need.");
        var load = new long[Problem.Workers];
        long total = 0;
        for (var c = 0; c < cases; c++)
        {
            var places = PlacesOf(c);
            for (var i = 0; i < places.Length; i++)
            {
                var worker = places[i];
                if (worker == Nobody)
                {
                    if (Problem.UnassignedCosts.IsEmpty)
                        return PlanCertificate<long>.Wrong($"Case {c} has a place with nobody, and every place has to be filled.");
                    total += Problem.UnassignedCosts.Span[c];
                    continue;
                }

                var arc = Problem.WorkersOf(c).IndexOf(worker);
                if (arc < 0)
                    return PlanCertificate<long>.Wrong($"Case {c} is with worker {worker}, who may not take it.");
                if (places[..i].Contains(worker))
                    return PlanCertificate<long>.Wrong($"Case {c} is with worker {worker} twice.");
                load[worker]++;
                total += Problem.CostsOf(c)[arc];
            }
        }

        for (var w = 0; w < load.Length; w++)
        {
            if (load[w] > Problem.Capacities.Span[w])
                return PlanCertificate<long>.Wrong($"Worker {w} has {load[w]} places and room for {Problem.Capacities.Span[w]}.");
            if (load[w] < Problem.MinimumOf(w))
                return PlanCertificate<long>.Wrong($"Worker {w} has {load[w]} places and has to be given {Problem.MinimumOf(w)}.");
        }

        if (total != TotalCost)
            return PlanCertificate<long>.Wrong($"The places cost {total}, and the plan says {TotalCost}.");
        var bound = Bound();
        return new(total == bound ? PlanVerdict.Optimal : PlanVerdict.WithinGap, total, bound);
    }

    // Each case pays at least its cheapest ways after prices; what workers earn by the prices is at most their room
    // where the price is a charge, and at least their minimum where it is a gift.
    private long Bound()
    {
        Int128 bound = 0;
        var cheapest = new PriorityQueue<long, long>();
        for (var c = 0; c < Problem.Cases; c++)
        {
            var need = Problem.HeadcountOf(c);
            var workers = Problem.WorkersOf(c);
            var costs = Problem.CostsOf(c);
            cheapest.Clear();
            var leave = Problem.UnassignedCosts.IsEmpty ? long.MaxValue : Problem.UnassignedCosts.Span[c];
            if (need == 1)
            {
                for (var a = 0; a < workers.Length; a++)
                    leave = Math.Min(leave, costs[a] + _prices[workers[a]]);
                bound += leave;
                continue;
            }

            // The greatest of those kept comes out first.
            for (var a = 0; a < workers.Length && need > 0; a++)
            {
                var value = costs[a] + _prices[workers[a]];
                if (value >= leave)
                    continue;
                if (cheapest.Count < need)
                    cheapest.Enqueue(value, -value);
                else
                    cheapest.EnqueueDequeue(value, -value);
            }

            bound += (Int128)(need - cheapest.Count) * (cheapest.Count == need ? 0 : leave);
            while (cheapest.TryDequeue(out var value, out _))
                bound += value;
        }

        for (var w = 0; w < _prices.Length; w++)
            bound -= (Int128)_prices[w] * (_prices[w] > 0 ? Problem.Capacities.Span[w] : Problem.MinimumOf(w));
        return (long)Int128.Clamp(bound, long.MinValue, long.MaxValue);
    }

    private PlanCertificate<long> VerifyShortage(PlanShortage shortage)
    {
        var inside = new bool[Problem.Workers];
        long room = 0;
        long minima = 0;
        foreach (var w in shortage.Workers)
        {
            if ((uint)w >= (uint)inside.Length || inside[w])
                return PlanCertificate<long>.Wrong($"The shortage names worker {w}, who is not one or is named twice.");
            inside[w] = true;
            room += Problem.Capacities.Span[w];
            minima += Problem.MinimumOf(w);
        }

        var named = new bool[Problem.Cases];
        foreach (var c in shortage.Cases)
        {
            if ((uint)c >= (uint)named.Length || named[c])
                return PlanCertificate<long>.Wrong($"The shortage names case {c}, which is not one or is named twice.");
            named[c] = true;
        }

        long counted = 0;
        for (var c = 0; c < named.Length; c++)
        {
            var within = 0;
            foreach (var w in Problem.WorkersOf(c))
                within += inside[w] ? 1 : 0;
            if (shortage.Kind == ShortageKind.TooFewCases)
                counted += Math.Min(Problem.HeadcountOf(c), within);
            else if (named[c])
                counted += Math.Max(0, Problem.HeadcountOf(c) - (Problem.WorkersOf(c).Length - within));
        }

        var (needed, available) = shortage.Kind == ShortageKind.TooFewCases ? (minima, counted) : (counted, room);
        if (shortage.Kind == ShortageKind.TooLittleRoom && !Problem.UnassignedCosts.IsEmpty)
            return PlanCertificate<long>.Wrong($"Every case may be left, so no room is too little.");
        return needed > available && needed == shortage.Needed && available == shortage.Available
            ? new(PlanVerdict.Infeasible, 0, 0)
            : PlanCertificate<long>.Wrong($"The shortage says {shortage.Needed} of {shortage.Available}; counted again it is {needed} of {available}.");
    }
}
