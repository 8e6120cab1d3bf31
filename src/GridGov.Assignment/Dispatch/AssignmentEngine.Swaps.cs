namespace GridGov.Assignment;

/// <content>Replacing what an engine works with, at once.</content>
public sealed partial class AssignmentEngine
{
    /// <summary>
    /// Replaces the roster; loads and turns go with the workers by their staff numbers. Decisions under way see the old
    /// state or the new one, and wait for the moment in which loads are moved.
    /// </summary>
    /// <param name="roster">
    /// Made from the present base roster by <see cref="Roster.With(IEnumerable{Worker})"/>, so that requests stay valid.
    /// Over another grid tree, requests have to be made anew.
    /// </param>
    /// <returns>Who is no longer there although they held something: their cases need somebody else.</returns>
    /// <exception cref="ArgumentException">The roster depends on the time, and the engine has no clock.</exception>
    /// <exception cref="DefinitionException">The profile in force does not fit the roster.</exception>
    public ValueList<Departed> Swap(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        lock (_swapping)
        {
            var next = StateOf(roster, Profile);
            _base = roster;
            return Replace(next);
        }
    }

    /// <summary>
    /// Puts another profile in force (平战转换): policy, reserve, capacities, suspended duties and reinforcements change in
    /// one moment. To switch back, give the former profile: the roster is as it was before.
    /// </summary>
    /// <param name="profile">The profile.</param>
    /// <returns>Reinforcements who leave although they held something: their cases need somebody else.</returns>
    /// <exception cref="DefinitionException">The profile does not fit the roster: every fault is listed.</exception>
    public ValueList<Departed> SwitchTo(DispatchProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        lock (_swapping)
            return Replace(StateOf(_base, profile));
    }

    /// <summary>The roster as given, without what the profile adds.</summary>
    public Roster BaseRoster
    {
        get
        {
            lock (_swapping)
                return _base;
        }
    }

    private ValueList<Departed> Replace(EngineState next, Action? atRest = null)
    {
        var old = _state;

        // First nobody trusts the old state any more, then its loads are moved, then the new one is shown.
        old.Retire();
        var gone = old.Workload.MoveTo(next.Workload, () =>
        {
            if (old.LastAtNode is { } last && next.LastAtNode is { } then && old.Roster.Grids == next.Roster.Grids)
                CarryTurns(old.Roster, last, next.Roster, then);
            atRest?.Invoke();
        });
        Volatile.Write(ref _state, next);
        return ValueList.From(gone.Select(g => new Departed(g.Worker, g.Load)));
    }

    // Whoever was last at a node keeps the place in the order, also when they are gone.
    private static void CarryTurns(Roster old, int[] last, Roster next, int[] then)
    {
        var before = new int[old.Workers.Count];
        var at = 0;
        for (var i = 0; i < before.Length; i++)
        {
            while (at < next.Workers.Count && next[at].Id <= old[i].Id)
                at++;
            before[i] = at - 1;
        }

        for (var node = 0; node < last.Length; node++)
            then[node] = last[node] < 0 ? -1 : before[last[node]];
    }
}

/// <summary>Somebody who left a roster while holding something. Immutable; thread-safe.</summary>
/// <param name="Worker">The staff number.</param>
/// <param name="Load">The weight held.</param>
public readonly record struct Departed(ActorId Worker, int Load);
