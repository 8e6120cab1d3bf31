namespace GridGov.Assignment;

/// <summary>
/// Everything that one decision reads, behind one reference: it is replaced as a whole. Once retired, no decision that
/// read it counts; see <see cref="Workload.MoveTo"/>.
/// </summary>
internal sealed class EngineState
{
    private readonly AvailabilityMaker _maker;
    private readonly TimeProvider? _time;
    private readonly Lock _making = new();
    private readonly bool _isTimed;
    private bool[] _open;
    private Availability _availability;
    private bool _isRetired;

    public EngineState(Roster roster, CompiledProfile profile, TimeProvider? time)
    {
        if (roster.IsTimed && time is null)
            throw new ArgumentException("The roster has hours, leaves or certificates, so the engine needs a TimeProvider.", nameof(time));
        Roster = roster;
        Profile = profile;
        Workload = new(roster);
        Seats = roster.Seats;
        _isTimed = roster.IsTimed;
        _time = time;
        _maker = new(roster, profile.Profile.UrgentReserve);
        (_availability, _open) = _maker.Make(roster.IsTimed ? time!.GetUtcNow().UtcTicks : 0, null, null);
        IsPlain = profile.Profile.Policy.Kind == DispatchPolicyKind.LeastLoaded && roster.Seats.CapacityExact is not null;
        if (profile.Profile.Policy.Kind == DispatchPolicyKind.RoundRobin)
        {
            LastAtNode = new int[roster.Grids.Count];
            Array.Fill(LastAtNode, -1);
        }
    }

    public Roster Roster { get; }

    public Seats Seats { get; }

    public CompiledProfile Profile { get; }

    public Workload Workload { get; }

    /// <summary>Whether a request without terms may be decided by the sweep.</summary>
    public bool IsPlain { get; }

    /// <summary>By node, who took its last case; for turns by staff number only.</summary>
    public int[]? LastAtNode { get; }

    public bool IsRetired => Volatile.Read(ref _isRetired);

    public void Retire()
    {
        Volatile.Write(ref _isRetired, true);
        Interlocked.MemoryBarrier();
    }

    public long Now() => _time is { } time
        ? time.GetUtcNow().UtcTicks
        : throw new InvalidOperationException("The request depends on the time, but the engine has no clock.\nGive the engine a TimeProvider.");

    public Availability At(out long now)
    {
        now = 0;
        if (!_isTimed)
            return _availability;
        now = _time!.GetUtcNow().UtcTicks;
        var availability = Volatile.Read(ref _availability);
        return availability.From <= now && now < availability.Until ? availability : Renew(now);
    }

    private Availability Renew(long now)
    {
        lock (_making)
        {
            if (_availability.From <= now && now < _availability.Until)
                return _availability;
            (var availability, _open) = _maker.Make(now, _availability, _open);
            Volatile.Write(ref _availability, availability);
            return availability;
        }
    }
}
