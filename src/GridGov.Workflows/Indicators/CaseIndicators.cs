namespace GridGov.Workflows;

/// <summary>
/// What folded cases say about a city's work (评价指标), as counts and rates. Closed is never taken for solved: closing is
/// counted by the end, solving by the outcome. Immutable and thread-safe; compared by value; the order of the cases does not matter.
/// </summary>
/// <remarks>
/// <para>
/// In no denominator: cases joined to another (重复), voided (作废), and not accepted before they were handed on (不予受理).
/// They are counted apart. Rates of closing leave out cases that are suspended at the time (缓办).
/// </para>
/// <para>
/// Source: the indicator dictionary of a vendor of digital city management systems and the tables of 成都市金牛区 and 金华市
/// (secondary sources; docs/indicators.md has numerator and denominator of each). That 应结案 are the closed ones and those
/// whose deadline is over is this library's reading; with 天门's published counts it gives 天门's published rates.
/// </para>
/// </remarks>
public sealed record CaseIndicators
{
    /// <summary>All cases given (上报), whatever became of them.</summary>
    public int Cases { get; private init; }

    /// <summary>Joined to another case; in no denominator.</summary>
    public int Duplicates { get; private init; }

    /// <summary>Voided; in no denominator.</summary>
    public int Voided { get; private init; }

    /// <summary>Ended before they were handed on; in no denominator.</summary>
    public int NotAccepted { get; private init; }

    /// <summary>Suspended at the time (缓办); in no rate of closing.</summary>
    public int SuspendedNow { get; private init; }

    /// <summary>处置率: handled ÷ 应处置 (handed on).</summary>
    public Ratio Handled { get; private init; }

    /// <summary>按期处置率: handled by the deadline ÷ 应处置. A deadline that an extension moved is the moved one.</summary>
    public Ratio HandledOnTime { get; private init; }

    /// <summary>超期待处置率: not handled although the deadline is over ÷ 应处置.</summary>
    public Ratio Overdue { get; private init; }

    /// <summary>延期率: extended since it was last taken up ÷ 应处置.</summary>
    public Ratio Extended { get; private init; }

    /// <summary>结案率: closed ÷ 应结案 (closed, or the deadline is over).</summary>
    public Ratio Closed { get; private init; }

    /// <summary>按期结案率: closed and handled by the deadline ÷ 应结案.</summary>
    public Ratio ClosedOnTime { get; private init; }

    /// <summary>返工率: sent back at least once ÷ 应结案.</summary>
    public Ratio Reworked { get; private init; }

    /// <summary>解决率: closed with the outcome solved ÷ closed. Partly solved is not solved, and neither is what resolved itself.</summary>
    public Ratio Solved { get; private init; }

    /// <summary>满意率: satisfied or fairly satisfied ÷ those who were reached and answered.</summary>
    public Ratio Satisfied { get; private init; }

    /// <summary>回访率: reached and answered ÷ asked, not reached included.</summary>
    public Ratio Reached { get; private init; }

    /// <summary>响应率: the unit spoke to the reporter within the time given ÷ 应处置.</summary>
    public Ratio Responded { get; private init; }

    /// <summary>Taken up again at least once because the reporter was not satisfied.</summary>
    public int Reopened { get; private init; }

    /// <summary>Suspended at least once (挂账).</summary>
    public int Suspended { get; private init; }

    /// <summary>The closed cases that count, by their outcome; what an older log closed without one is not among them.</summary>
    public ValueList<OutcomeCount> Outcomes { get; private init; }

    /// <summary>Counts cases.</summary>
    /// <param name="cases">The cases, each once.</param>
    /// <param name="asOf">The instant at which it is counted: what is due by then is due.</param>
    /// <param name="responseWithin">Within what time a unit has to speak to the reporter; 24 hours unless given (from memory of how Beijing counts, not seen).</param>
    public static CaseIndicators Of(IEnumerable<Case> cases, DateTimeOffset asOf, TimeSpan? responseWithin = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var count = new Counter(asOf, responseWithin ?? TimeSpan.FromHours(24));
        foreach (var @case in cases)
            count.Add(@case);
        return count.Result();
    }

    private sealed class Counter(DateTimeOffset asOf, TimeSpan response)
    {
        private readonly SortedDictionary<CaseOutcome, int> _outcomes = [];
        private int _all, _duplicates, _voided, _notAccepted, _suspendedNow, _reopened, _suspended;
        private int _toHandle, _handled, _handledOnTime, _overdue, _extended, _responded;
        private int _toClose, _closed, _closedOnTime, _reworked, _asked, _reached, _satisfied;

        public void Add(Case @case)
        {
            _all++;
            if (@case.Outcome == CaseOutcome.Voided)
                _voided++;
            else if (@case.Outcome == CaseOutcome.Duplicate || @case.DuplicateOf is not null)
                _duplicates++;
            else if (@case.IsClosed && @case.FirstLead is null)
                _notAccepted++;
            else
                AddCounted(@case);
        }

        public CaseIndicators Result() => new()
        {
            Cases = _all,
            Duplicates = _duplicates,
            Voided = _voided,
            NotAccepted = _notAccepted,
            SuspendedNow = _suspendedNow,
            Handled = new(_handled, _toHandle),
            HandledOnTime = new(_handledOnTime, _toHandle),
            Overdue = new(_overdue, _toHandle),
            Extended = new(_extended, _toHandle),
            Responded = new(_responded, _toHandle),
            Closed = new(_closed, _toClose),
            ClosedOnTime = new(_closedOnTime, _toClose),
            Reworked = new(_reworked, _toClose),
            Solved = new(_outcomes.GetValueOrDefault(CaseOutcome.Solved), _closed),
            Satisfied = new(_satisfied, _reached),
            Reached = new(_reached, _asked),
            Reopened = _reopened,
            Suspended = _suspended,
            Outcomes = ValueList.From(_outcomes.Select(o => new OutcomeCount(o.Key, o.Value))),
        };

        private void AddCounted(Case @case)
        {
            var onTime = @case is { HandledAt: { } handled, CaseDue: { } due } && handled <= due;
            _reopened += One(@case.Reopenings > 0);
            _suspended += One(@case.Suspensions > 0);
            if (@case.FirstLead is not null)
                AddHandling(@case, onTime);
            if (@case.IsSuspended && !@case.IsClosed)
                _suspendedNow++;
            else if (@case.IsClosed || @case.CaseDue <= asOf)
                AddClosing(@case, onTime);
            if (@case.Answer is { } answer)
            {
                _asked++;
                _reached += One(answer != Satisfaction.NotReached);
                _satisfied += One(answer is Satisfaction.Satisfied or Satisfaction.FairlySatisfied);
            }
        }

        private void AddHandling(Case @case, bool onTime)
        {
            _toHandle++;
            _handled += One(@case.HandledAt is not null);
            _handledOnTime += One(onTime);
            _overdue += One(!@case.IsClosed && @case.HandledAt is null && @case.CaseDue < asOf);
            _extended += One(!@case.ExtendedBy.IsEmpty);
            _responded += One(@case.RespondedAt is { } at && at - @case.CaseClockSince <= response);
        }

        private void AddClosing(Case @case, bool onTime)
        {
            _toClose++;
            _reworked += One(@case.Reworks > 0);
            if (!@case.IsClosed)
                return;
            _closed++;
            _closedOnTime += One(onTime);
            if (@case.Outcome is { } outcome)
                _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        }

        private static int One(bool holds) => holds ? 1 : 0;
    }
}
