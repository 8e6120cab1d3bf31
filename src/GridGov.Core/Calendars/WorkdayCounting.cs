namespace GridGov;

/// <summary>How a limit in workdays (工作日) is counted.</summary>
public enum WorkdayCounting
{
    /// <summary>
    /// By working time: a workday is as much working time as the shifts of one standard day hold, and a limit that is
    /// used up at the end of a shift is due then. A half day uses up half a workday, a day of eight hours in a season of
    /// seven a little more than one such day. Chinese case systems count so (8 work hours a workday, secondary source).
    /// </summary>
    ByWorkingTime = 0,

    /// <summary>
    /// By date: the same clock time so many workdays later; a half day is one workday. What comes in on a day off counts
    /// from the same time of the next workday; what comes in after the last shift counts from the first shift of the next
    /// workday. Boston's 311 counts so (found by comparison with 21,087 of its targets of 2011).
    /// </summary>
    ByDate = 1,
}
