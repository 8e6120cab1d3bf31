using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// The colours of the households that are watched (动态监测). An observation costs the same however many households and
/// indicators there are: only what it touches is graded again. A colour rises at once and falls only when somebody else
/// than who handled the case has verified that the risk is gone. Values are graded and not kept. Thread-safe.
/// </summary>
public sealed class WarningBoard
{
    private readonly Lock _gate = new();
    private readonly WarningSubject[] _subjects;
    private readonly Dictionary<string, int> _handles;

    // Of each household and indicator the day of the last observation and, in the lowest eight bits, its band counted
    // from 1: one cell, since one look into the memory of a whole city is what an observation costs.
    private readonly int[] _cells;
    private readonly Standing[] _standings;
    private readonly int _indicators;
    private readonly int[] _open = new int[4];
    private readonly int[] _observed = new int[4];
    private readonly Dictionary<int, List<DateOnly>> _rechecks = [];

    /// <summary>Begins to watch households; all are green until something else is seen.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="subjects">The households, each once.</param>
    /// <exception cref="ArgumentException">A household stands twice.</exception>
    public WarningBoard(WarningRules rules, IEnumerable<WarningSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(subjects);
        Rules = rules;
        _subjects = [.. subjects];
        _handles = new(_subjects.Length);
        for (var i = 0; i < _subjects.Length; i++)
        {
            if (!_handles.TryAdd(_subjects[i].Household.Value, i))
                throw new ArgumentException($"The household {_subjects[i].Household} stands twice.", nameof(subjects));
        }

        _indicators = rules.Terms.Indicators.Count;
        _cells = new int[_subjects.Length * _indicators];
        _standings = new Standing[_subjects.Length];
        Array.Fill(_standings, new() { Colour = WarningColour.Green });
        _open[(int)WarningColour.Green] = _observed[(int)WarningColour.Green] = _subjects.Length;
    }

    /// <summary>The rules.</summary>
    public WarningRules Rules { get; }

    /// <summary>Writes down what was seen.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="today">The day on which it is written down.</param>
    /// <returns>
    /// How the household stands and what it was before, or why it is not written down: not watched, no such indicator, a
    /// value out of range, in the future, or older than what is known.
    /// </returns>
    public Outcome<WarningChange> Observe(in WarningObservation observation, DateOnly today)
    {
        lock (_gate)
        {
            if (Take(observation, today, out var at, out var before) is { } refusal)
                return refusal;
            return new WarningChange(State(at), before);
        }
    }

    /// <summary>
    /// Writes down many observations, in order: what a night's comparison of ledgers brings. One that is refused does not
    /// keep the others out.
    /// </summary>
    /// <param name="observations">What was seen.</param>
    /// <param name="today">The day on which they are written down.</param>
    public WarningBatch ObserveAll(ReadOnlySpan<WarningObservation> observations, DateOnly today)
    {
        var raised = new List<(int At, WarningColour Before)>();
        var refused = new List<KeyValuePair<int, Refusal>>();
        lock (_gate)
        {
            for (var i = 0; i < observations.Length; i++)
            {
                if (Take(observations[i], today, out var at, out var before) is { } refusal)
                    refused.Add(new(i, refusal));
                else if (_standings[at].Colour > before)
                    raised.Add((at, before));
            }

            // As they stand after the whole batch: one change a household, from what it was before.
            var changes = raised.GroupBy(r => r.At).Select(g => new WarningChange(State(g.Key), g.Min(r => r.Before)));
            return new(observations.Length - refused.Count, ValueList.From(changes), ValueList.From(refused));
        }
    }

    /// <summary>
    /// Takes a colour down to what is observed (销号), once somebody has gone and verified it. What is taken back to green is
    /// looked at again by <see cref="RechecksDue"/>.
    /// </summary>
    /// <param name="household">The household.</param>
    /// <param name="on">When it was verified.</param>
    /// <param name="verifiedBy">Who verified it.</param>
    /// <param name="handledBy">Who handled the warning, or null where nobody did yet.</param>
    public Outcome<WarningChange> Verify(HouseholdId household, DateOnly on, ActorId verifiedBy, ActorId? handledBy)
    {
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            if (!TryFind(household, out var at))
            {
                unmet.Add(NotWatched);
                return Refuse(CommunityRefusalCodes.WarningRefused, unmet);
            }

            ref var standing = ref _standings[at];
            var observed = standing.Observed(Rules);
            if (verifiedBy == handledBy)
                unmet.Add(new("warning.separation", new("somebody else than who handled it has verified it", "由处理人以外的人员核实")));
            if (observed >= standing.Colour)
                unmet.Add(new("warning.gone", new($"what was observed is better than {standing.Colour}", $"监测指标已优于{Zh(standing.Colour)}")));
            if (on < LastSeen(at))
                unmet.Add(new("warning.order", new(Invariant($"it was verified after the last observation, of {LastSeen(at):O}"), Invariant($"核实日不早于最近监测日{LastSeen(at):O}"))));
            if (unmet.Count > 0)
                return Refuse(CommunityRefusalCodes.WarningRefused, unmet);
            var before = standing.Colour;
            Show(ref standing, observed, on);
            if (observed == WarningColour.Green)
                _rechecks[at] = [.. Rules.Terms.RecheckDays.Select(on.AddDays)];
            return new WarningChange(State(at), before);
        }
    }

    /// <summary>How a household stands, or null where it is not watched.</summary>
    /// <param name="household">The household.</param>
    public WarningState? StateOf(HouseholdId household)
    {
        lock (_gate)
            return TryFind(household, out var at) ? State(at) : null;
    }

    /// <summary>How many households have a colour: the reds and yellows are to come to none.</summary>
    /// <param name="colour">The colour.</param>
    public int Count(WarningColour colour)
    {
        lock (_gate)
            return Enum.IsDefined(colour) ? _open[(int)colour] : 0;
    }

    /// <summary>How many households the last observations come to a colour for, whatever is shown: the difference awaits verification.</summary>
    /// <param name="colour">The colour.</param>
    public int CountObserved(WarningColour colour)
    {
        lock (_gate)
            return Enum.IsDefined(colour) ? _observed[(int)colour] : 0;
    }

    /// <summary>The households that are red or yellow, red first, then the longest first: for those who help them.</summary>
    public ValueList<WarningState> Open()
    {
        lock (_gate)
        {
            return ValueList.From(Enumerable.Range(0, _subjects.Length).Where(i => _standings[i].Colour != WarningColour.Green).Select(State)
                .OrderByDescending(s => s.Colour).ThenBy(s => s.Since).ThenBy(s => s.Subject.Household.Value, StringComparer.Ordinal));
        }
    }

    /// <summary>Who is to be looked at again on or before a day (跟踪核查), by day and household.</summary>
    /// <param name="on">The day.</param>
    public ValueList<WarningRecheck> RechecksDue(DateOnly on)
    {
        lock (_gate)
        {
            return ValueList.From(_rechecks.SelectMany(r => r.Value.Where(d => d <= on).Select(d => new WarningRecheck(_subjects[r.Key].Household, d)))
                .OrderBy(r => r.Due).ThenBy(r => r.Household.Value, StringComparer.Ordinal));
        }
    }

    /// <summary>A household was looked at again: what was due by that day is done.</summary>
    /// <param name="household">The household.</param>
    /// <param name="on">When.</param>
    /// <returns>Whether anything was due.</returns>
    public bool Rechecked(HouseholdId household, DateOnly on)
    {
        lock (_gate)
            return TryFind(household, out var at) && _rechecks.TryGetValue(at, out var due) && due.RemoveAll(d => d <= on) > 0;
    }

    /// <summary>
    /// What may be published: how many of each grid, never who; counts above none and below a floor are left out, since
    /// neighbours would know who is meant.
    /// </summary>
    /// <param name="least">The smallest count above none that is told, from 1; five unless given (assumed).</param>
    public ValueList<WarningCounts> Published(int least = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        lock (_gate)
        {
            return ValueList.From(_subjects.Select((s, i) => (s.Grid, _standings[i].Colour)).GroupBy(s => s.Grid)
                .OrderBy(g => g.Key.Value, StringComparer.Ordinal)
                .Select(g => new WarningCounts(g.Key, g.Count(), Told(g.Count(s => s.Colour == WarningColour.Red)), Told(g.Count(s => s.Colour == WarningColour.Yellow)))));
        }

        int? Told(int count) => count == 0 || count >= least ? count : null;
    }

    private bool TryFind(HouseholdId household, out int at) => _handles.TryGetValue(household.Value ?? string.Empty, out at);

    private static UnmetCondition NotWatched => new("warning.household", new("the household is watched", "住户在监测范围内"));

    private static string Zh(WarningColour colour) => colour switch { WarningColour.Red => "红色", WarningColour.Yellow => "黄色", _ => "绿色" };

    private Refusal? Take(in WarningObservation observation, DateOnly today, out int at, out WarningColour before)
    {
        before = default;
        var isKnown = Rules.TryFind(observation.Indicator, out var i);
        var isWatched = TryFind(observation.Household, out at);
        var table = isKnown ? Rules.TableOf(i) : null;
        var band = table?.BandOf(observation.Value) ?? -1;
        if (!isWatched || band < 0 || observation.On > today)
            return Refuse(observation, today, isWatched ? at : -1, isKnown ? i : -1);
        ref var cell = ref _cells[(at * _indicators) + i];
        if (observation.On.DayNumber < cell >> 8)
            return Refuse(observation, today, at, i);
        ref var standing = ref _standings[at];
        before = standing.Colour;
        _observed[(int)standing.Observed(Rules)]--;
        if ((byte)cell is not 0 and var known)
            standing.Count(table!.Colours[known - 1], -1);
        standing.Count(table!.Colours[band], 1);
        cell = (observation.On.DayNumber << 8) | (band + 1);
        var observed = standing.Observed(Rules);
        _observed[(int)observed]++;
        if (observed > standing.Colour)
            Show(ref standing, observed, observation.On);
        else if (standing.Since == 0)
            standing.Since = observation.On.DayNumber;
        return null;
    }

    private void Show(ref Standing standing, WarningColour colour, DateOnly on)
    {
        _open[(int)standing.Colour]--;
        _open[(int)colour]++;
        standing.Colour = colour;
        standing.Since = on.DayNumber;
    }

    private WarningState State(int at)
    {
        var standing = _standings[at];
        var reasons = new List<WarningReason>();
        for (var i = 0; i < _indicators; i++)
        {
            var cell = _cells[(at * _indicators) + i];
            if ((byte)cell != 0 && Rules.Terms.Indicators[i].Bands[(byte)cell - 1] is { Colour: not WarningColour.Green } band)
                reasons.Add(new(Rules.Terms.Indicators[i].Code, band.Colour, band.Reason, DateOnly.FromDayNumber(cell >> 8)));
        }

        return new()
        {
            Subject = _subjects[at],
            Colour = standing.Colour,
            Observed = standing.Observed(Rules),
            Since = standing.Since == 0 ? null : DateOnly.FromDayNumber(standing.Since),
            Reasons = ValueList.From(reasons.OrderByDescending(r => r.Colour)),
        };
    }

    private DateOnly LastSeen(int at)
    {
        var last = 0;
        foreach (var cell in _cells.AsSpan(at * _indicators, _indicators))
            last = Math.Max(last, cell >> 8);
        return DateOnly.FromDayNumber(last);
    }

    private Refusal Refuse(in WarningObservation observation, DateOnly today, int at, int i)
    {
        var unmet = new List<UnmetCondition>();
        if (at < 0)
            unmet.Add(NotWatched);
        if (i < 0)
            unmet.Add(new("observation.indicator", new($"{Rules} has the indicator that is named", $"{Rules}有所列指标")));
        else if (Rules.Terms.Indicators[i] is var indicator && (observation.Value < indicator.Least || observation.Value > indicator.Most))
            unmet.Add(new("observation.range", new(Invariant($"{indicator.Code} is from {indicator.Least} to {indicator.Most}"), Invariant($"{indicator.Name.Zh}在{indicator.Least}至{indicator.Most}之间"))));
        if (observation.On > today)
            unmet.Add(new("observation.future", new(Invariant($"it was seen by {today:O}, and not on {observation.On:O}"), Invariant($"监测日不晚于{today:O}，所报为{observation.On:O}"))));
        if (at >= 0 && i >= 0 && observation.On.DayNumber < _cells[(at * _indicators) + i] >> 8)
        {
            var known = DateOnly.FromDayNumber(_cells[(at * _indicators) + i] >> 8);
            unmet.Add(new("observation.order", new(Invariant($"it is not older than what is known, of {known:O}"), Invariant($"不早于已有监测日{known:O}"))));
        }

        return Refuse(CommunityRefusalCodes.ObservationRefused, unmet);
    }

    private Refusal Refuse(string code, List<UnmetCondition> unmet) => new()
    {
        Code = code,
        Summary = code == CommunityRefusalCodes.WarningRefused
            ? new("the warning is not taken down", "预警不予销号")
            : new("the observation is not written down", "监测信息不予登记"),
        Unmet = ValueList.From(unmet),
        Basis = Rules.Terms.Basis,
        Remedy = new("correct it, or go and see again", "更正后重报，或重新核实"),
    };

    private struct Standing
    {
        private short _yellows;
        private short _reds;

        public WarningColour Colour;
        public int Since;

        public void Count(WarningColour colour, int change)
        {
            if (colour == WarningColour.Yellow)
                _yellows += (short)change;
            else if (colour == WarningColour.Red)
                _reds += (short)change;
        }

        public readonly WarningColour Observed(WarningRules rules) => rules.ColourOf(_yellows, _reds);
    }
}

/// <summary>What many observations came to. Immutable and thread-safe.</summary>
/// <param name="Taken">How many were written down.</param>
/// <param name="Raised">The households whose colour rose, each once, in the order in which they first rose.</param>
/// <param name="Refused">What was refused, by its position.</param>
public sealed record WarningBatch(int Taken, ValueList<WarningChange> Raised, ValueList<KeyValuePair<int, Refusal>> Refused);
