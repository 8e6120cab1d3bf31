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
    public int Cases { get; internal init; }

    /// <summary>Joined to another case; in no denominator.</summary>
    public int Duplicates { get; internal init; }

    /// <summary>Voided; in no denominator.</summary>
    public int Voided { get; internal init; }

    /// <summary>Ended before they were handed on; in no denominator.</summary>
    public int NotAccepted { get; internal init; }

    /// <summary>Suspended at the time (缓办); in no rate of closing.</summary>
    public int SuspendedNow { get; internal init; }

    /// <summary>处置率: handled ÷ 应处置 (handed on).</summary>
    public Ratio Handled { get; internal init; }

    /// <summary>按期处置率: handled by the deadline ÷ 应处置. A deadline that an extension moved is the moved one.</summary>
    public Ratio HandledOnTime { get; internal init; }

    /// <summary>超期待处置率: not handled although the deadline is over ÷ 应处置.</summary>
    public Ratio Overdue { get; internal init; }

    /// <summary>延期率: extended since it was last taken up ÷ 应处置.</summary>
    public Ratio Extended { get; internal init; }

    /// <summary>结案率: closed ÷ 应结案 (closed, or the deadline is over).</summary>
    public Ratio Closed { get; internal init; }

    /// <summary>按期结案率: closed and handled by the deadline ÷ 应结案.</summary>
    public Ratio ClosedOnTime { get; internal init; }

    /// <summary>返工率: sent back at least once ÷ 应结案.</summary>
    public Ratio Reworked { get; internal init; }

    /// <summary>解决率: closed with the outcome solved ÷ closed. Partly solved is not solved, and neither is what resolved itself.</summary>
    public Ratio Solved { get; internal init; }

    /// <summary>满意率: satisfied or fairly satisfied ÷ those who were reached and answered.</summary>
    public Ratio Satisfied { get; internal init; }

    /// <summary>回访率: reached and answered ÷ asked, not reached included.</summary>
    public Ratio Reached { get; internal init; }

    /// <summary>响应率: the unit spoke to the reporter within the time given ÷ 应处置.</summary>
    public Ratio Responded { get; internal init; }

    /// <summary>Taken up again at least once because the reporter was not satisfied.</summary>
    public int Reopened { get; internal init; }

    /// <summary>Suspended at least once (挂账).</summary>
    public int Suspended { get; internal init; }

    /// <summary>The closed cases that count, by their outcome; what an older log closed without one is not among them.</summary>
    public ValueList<OutcomeCount> Outcomes { get; internal init; }

    internal static TimeSpan DefaultResponse => TimeSpan.FromHours(24);

    /// <summary>Counts cases.</summary>
    /// <param name="cases">The cases, each once.</param>
    /// <param name="asOf">The instant at which it is counted: what is due by then is due.</param>
    /// <param name="responseWithin">Within what time a unit has to speak to the reporter; 24 hours unless given (from memory of how Beijing counts, not seen).</param>
    public static CaseIndicators Of(IEnumerable<Case> cases, DateTimeOffset asOf, TimeSpan? responseWithin = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var count = new IndicatorCount(responseWithin ?? DefaultResponse);
        foreach (var @case in cases)
            count.Add(CaseFigures.Of(@case), asOf);
        return count.Result();
    }
}
