using GridGov.Rules;

namespace GridGov.Community;

/// <summary>
/// Visits as work that was done: what a <see cref="BurdenReport"/> holds against the goal of half of the time with people
/// (走访时间占比). Stateless and thread-safe.
/// </summary>
public static class VisitWork
{
    /// <summary>A visit as a piece of work. A call counts as a visit: people were listened to.</summary>
    /// <param name="visit">The visit; nothing of the household goes over.</param>
    /// <param name="community">The community of whoever visited.</param>
    /// <param name="origin">Who set it; the community itself unless given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="visit"/> is null.</exception>
    public static WorkEntry Of(VisitRecord visit, BodyId community, TaskOrigin origin = TaskOrigin.Community)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return new()
        {
            Worker = visit.By,
            Community = community,
            On = visit.On,
            Activity = WorkActivity.Visit,
            Minutes = visit.Minutes,
            Origin = origin,
        };
    }
}
