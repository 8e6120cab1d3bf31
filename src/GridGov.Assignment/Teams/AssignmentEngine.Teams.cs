namespace GridGov.Assignment;

/// <content>Several people for one case.</content>
public sealed partial class AssignmentEngine
{
    private const int TeamChoices = 64;

    /// <summary>
    /// Fills every place of a team, the lead's first, or none. Each place gets the best worker for it who is not needed to
    /// fill an earlier one; a worker moves to another place of the team where that is the only way to fill all. If anybody
    /// can make the team up of the best 64 workers for each place, it is made up.
    /// </summary>
    /// <param name="request">The place, urgency and terms of the case; its skills and weight do not count.</param>
    /// <param name="seats">The places, the lead's first, 1 to 64; a worker fills one at most.</param>
    /// <returns>The staff numbers in the order of the places, or an empty list when nobody can make the team up now.</returns>
    /// <exception cref="ArgumentException">There is no place, or there are more than 64.</exception>
    public ValueList<ActorId> AssignTeam(in AssignmentRequest request, ReadOnlySpan<TeamSeat> seats)
    {
        if (seats.Length is < 1 or > 64)
            throw new ArgumentException("A team has 1 to 64 places.", nameof(seats));
        var asked = new AssignmentRequest[seats.Length];
        for (var i = 0; i < asked.Length; i++)
            asked[i] = For(request, seats[i]);
        while (true)
        {
            var filled = Match(asked);
            if (filled is null)
                return [];
            if (TryTakeAll(asked, filled))
                return ValueList.From(filled);
        }
    }

    private static AssignmentRequest For(in AssignmentRequest request, in TeamSeat seat)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seat.Weight, 1);
        var terms = request.Terms;
        return request with
        {
            Skills = seat.Skills,
            Weight = seat.Weight,
            Terms = new()
            {
                Duty = terms?.Duty,
                NiceToHave = terms?.NiceToHave ?? default,
                Continuity = terms?.Continuity ?? default,
                Excluded = terms?.Excluded ?? default,
                Separated = terms?.Separated ?? default,
                SeparatedBodies = terms?.SeparatedBodies ?? default,
                Widened = terms?.Widened,
                Post = seat.Post,
                Profession = seat.Profession,
                Body = seat.Body ?? terms?.Body,
            },
        };
    }

    // Places are filled in their order; for one that finds its candidates taken, the others are moved along a chain
    // (Kuhn's augmenting paths). A place once filled stays filled, so the order of places is the order of importance.
    private ActorId[]? Match(AssignmentRequest[] asked)
    {
        var choices = new ActorId[asked.Length][];
        Span<int> room = stackalloc int[TeamChoices];
        for (var i = 0; i < asked.Length; i++)
        {
            var count = Shortlist(asked[i], room, out var roster);
            choices[i] = new ActorId[count];
            for (var c = 0; c < count; c++)
                choices[i][c] = roster[room[c]].Id;
        }

        var placeOf = new Dictionary<ActorId, int>();
        for (var i = 0; i < asked.Length; i++)
        {
            if (!TryFill(i, choices, placeOf, []))
                return null;
        }

        var filled = new ActorId[asked.Length];
        foreach (var (worker, place) in placeOf)
            filled[place] = worker;
        return filled;
    }

    private static bool TryFill(int place, ActorId[][] choices, Dictionary<ActorId, int> placeOf, HashSet<ActorId> tried)
    {
        foreach (var worker in choices[place])
        {
            if (!placeOf.ContainsKey(worker))
            {
                placeOf[worker] = place;
                return true;
            }
        }

        foreach (var worker in choices[place])
        {
            if (tried.Add(worker) && TryFill(placeOf[worker], choices, placeOf, tried))
            {
                placeOf[worker] = place;
                return true;
            }
        }

        return false;
    }

    private bool TryTakeAll(AssignmentRequest[] asked, ActorId[] filled)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            if (TryAssignTo(asked[i], filled[i]))
                continue;
            for (var taken = i - 1; taken >= 0; taken--)
                Release(filled[taken], asked[taken].Weight);
            return false;
        }

        return true;
    }

    /// <summary>Gives a worker weight by staff number, even beyond the capacity; nothing when they are not on the roster.</summary>
    /// <param name="worker">The staff number.</param>
    /// <param name="weight">The weight, at least 1.</param>
    public void Take(ActorId worker, int weight)
    {
        var state = Current;
        if (state.Roster.TryFind(worker, out var index))
            state.Workload.Take(index, weight);
    }

    /// <summary>Takes weight off a worker by staff number; nothing when they are on the roster no more.</summary>
    /// <param name="worker">The staff number.</param>
    /// <param name="weight">The weight that was taken.</param>
    /// <exception cref="InvalidOperationException">The worker holds less than that: it was released twice.</exception>
    public void Release(ActorId worker, int weight)
    {
        var state = Current;
        if (state.Roster.TryFind(worker, out var index))
            state.Workload.Release(index, weight);
    }
}
