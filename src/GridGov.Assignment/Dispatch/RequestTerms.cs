namespace GridGov.Assignment;

/// <summary>
/// What a case asks beyond place, skills and weight. Immutable and thread-safe. Made once a case and used for each of its
/// decisions; the first decision under a roster resolves the staff numbers and allocates, the others do not.
/// </summary>
public sealed class RequestTerms
{
    private Bound? _bound;

    /// <summary>The duty, by which the profile in force prefers posts or suspends the work; or null.</summary>
    public DutyCode? Duty { get; init; }

    /// <summary>Skills that are welcome but not needed: whoever lacks fewer comes first.</summary>
    public SkillSet NiceToHave { get; init; }

    /// <summary>Since when the case waits; needed for <see cref="Relaxing"/> and <see cref="PreferredFor"/>.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>
    /// What replaces the request's skills while the case waits, by a timetable; the last step that has been reached
    /// counts. In the order of their times.
    /// </summary>
    public ValueList<RelaxedNeed> Relaxing { get; init; }

    /// <summary>The worker who is to take it if possible, at any level of the tree at which it is covered; or null.</summary>
    public ActorId? Preferred { get; init; }

    /// <summary>
    /// For how long nobody else may take it, as long as the preferred worker is on duty and able to; then anybody.
    /// </summary>
    public TimeSpan PreferredFor { get; init; }

    /// <summary>
    /// Who knows the matter already, the closest tie first: same chain of cases, same place, same reporter; they come
    /// first among equals.
    /// </summary>
    public ValueList<ActorId> Continuity { get; init; }

    /// <summary>Who must not take it.</summary>
    public ValueList<ActorId> Excluded { get; init; }

    /// <summary>Who must not take it because of what they did before: supervision is not disposal (监督与处置相分离).</summary>
    public ValueList<ActorId> Separated { get; init; }

    /// <summary>Bodies whose workers must not take it, for the same reason.</summary>
    public ValueList<BodyId> SeparatedBodies { get; init; }

    /// <summary>The only body whose workers may take it, or null.</summary>
    public BodyId? Body { get; init; }

    /// <summary>The only post whose holders may take it, or null.</summary>
    public PostKind? Post { get; init; }

    /// <summary>The only profession whose members may take it, or null.</summary>
    public string? Profession { get; init; }

    /// <summary>
    /// When nobody on the way up has room: whoever covers a node below this one may take it (溢出), as the city decides
    /// by an escalation rule. Null for never.
    /// </summary>
    public GridHandle? Widened { get; init; }

    internal bool NeedsTime => Relaxing.Count > 0 || (Preferred is not null && PreferredFor > TimeSpan.Zero);

    // Two threads may both resolve; each answer is right.
    internal Bound BindTo(EngineState state)
    {
        var bound = Volatile.Read(ref _bound);
        if (bound is null || bound.State != state)
        {
            bound = new(this, state);
            Volatile.Write(ref _bound, bound);
        }

        return bound;
    }

    /// <summary>The staff numbers as positions in one roster.</summary>
    internal sealed class Bound
    {
        public Bound(RequestTerms terms, EngineState state)
        {
            State = state;
            Continuity = Positions(state.Roster, terms.Continuity);
            Excluded = Positions(state.Roster, terms.Excluded);
            Separated = Positions(state.Roster, terms.Separated);
            Preferred = terms.Preferred is { } preferred && state.Roster.TryFind(preferred, out var index) ? index : -1;
            Duty = terms.Duty is { } duty ? state.Profile.Find(duty) : null;
            HasRareLimits = terms.SeparatedBodies.Count > 0
                || terms.Body is not null || terms.Post is not null || terms.Profession is not null;
        }

        public EngineState State { get; }

        public int[] Continuity { get; }

        public int[] Excluded { get; }

        public int[] Separated { get; }

        public int Preferred { get; }

        public CompiledDuty? Duty { get; }

        /// <summary>Whether rows have to be looked at.</summary>
        public bool HasRareLimits { get; }

        private static int[] Positions(Roster roster, ValueList<ActorId> ids)
        {
            var positions = new List<int>(ids.Count);
            foreach (var id in ids)
            {
                if (roster.TryFind(id, out var index))
                    positions.Add(index);
            }

            return [.. positions];
        }
    }
}

/// <summary>What is needed from some waiting time on. Immutable; thread-safe.</summary>
/// <param name="After">The time waited from which it counts.</param>
/// <param name="Skills">What is needed then.</param>
public readonly record struct RelaxedNeed(TimeSpan After, SkillSet Skills);
