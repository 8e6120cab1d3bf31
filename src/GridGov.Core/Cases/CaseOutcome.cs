namespace GridGov;

/// <summary>
/// How a case came out (办理结果). Closed is not solved: indicators count by this and never by the step. The list is the
/// library's own; the distinctions are those that hotline regulations assess.
/// </summary>
public enum CaseOutcome
{
    /// <summary>Solved (已解决).</summary>
    Solved = 1,

    /// <summary>Partly solved (部分解决); the note says what remains.</summary>
    PartlySolved = 2,

    /// <summary>Not ours (非本级职责); the body says whose.</summary>
    NotOurs = 3,

    /// <summary>Outside the criteria by which cases are opened (不符合立案条件).</summary>
    OutsideCriteria = 4,

    /// <summary>The matter resolved itself (自行消除).</summary>
    ResolvedItself = 5,

    /// <summary>It cannot be solved (无法解决); the note says why.</summary>
    CannotBeSolved = 6,

    /// <summary>The same matter as another case (重复); counted in no denominator.</summary>
    Duplicate = 7,

    /// <summary>Entered by mistake or withdrawn (作废); counted in no denominator.</summary>
    Voided = 8,
}

/// <summary>What a reporter answers on a revisit (回访).</summary>
public enum Satisfaction
{
    /// <summary>Satisfied (满意).</summary>
    Satisfied = 1,

    /// <summary>Fairly satisfied (基本满意).</summary>
    FairlySatisfied = 2,

    /// <summary>Not satisfied (不满意).</summary>
    NotSatisfied = 3,

    /// <summary>Not reached (未联系上).</summary>
    NotReached = 4,
}

/// <summary>Which of the two clocks of a case.</summary>
public enum CaseClock
{
    /// <summary>The clock of the step that the case is in.</summary>
    Step = 1,

    /// <summary>The clock of the whole handling.</summary>
    Case = 2,
}
