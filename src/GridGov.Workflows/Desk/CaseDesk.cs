using GridGov.Assignment;
using GridGov.Rules;

namespace GridGov.Workflows;

/// <summary>
/// The desk at which cases are opened, assigned, moved and watched: it loads a case, decides, appends the entry at the
/// version it saw, and keeps clocks and workloads in step. The only part that waits for a store. Thread-safe.
/// </summary>
public sealed partial class CaseDesk
{
    private readonly CityProfile _city;
    private readonly ICaseStore _store;
    private readonly AssignmentEngine _engine;
    private readonly TimeProvider _time;
    private readonly DutyAdmission _admission;
    private readonly CaseBook _book;

    /// <summary>Makes a desk. A desk on a store that holds cases already begins with <see cref="RestoreAsync"/>.</summary>
    /// <param name="city">What the city has fixed.</param>
    /// <param name="store">Where entries are kept.</param>
    /// <param name="engine">
    /// Who takes cases, over the city's grids; usually from <see cref="CityProfile.CreateEngine"/>. From now on only the desk
    /// gives weight to its workers and swaps what it works with.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentException">The engine works on another grid tree.</exception>
    public CaseDesk(CityProfile city, ICaseStore store, AssignmentEngine engine, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(time);
        if (engine.Roster.Grids != city.Grids)
            throw new ArgumentException("The engine works on another grid tree than the city's; make it by CityProfile.CreateEngine.", nameof(engine));
        _city = city;
        _store = store;
        _engine = engine;
        _time = time;
        _admission = new(city.Duties);
        _book = new(city, engine);
    }

    /// <summary>What the city has fixed.</summary>
    public CityProfile City => _city;

    /// <summary>Finds a case, open or closed.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The case, or null when there is none.</returns>
    public ValueTask<Case?> FindAsync(CaseId id, CancellationToken cancellationToken = default) => LoadAsync(id, cancellationToken);

    /// <summary>
    /// The entries of all cases after a position, and then every further one as it is stored, until it is cancelled. Whoever
    /// keeps the last position that they have dealt with misses nothing and gets nothing twice, also after a restart.
    /// </summary>
    /// <param name="after">The position after which to begin; 0 for the beginning.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) => _store.FollowAsync(after, cancellationToken);
}
