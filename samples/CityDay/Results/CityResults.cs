using CityDay.City;
using CityDay.Simulation;
using GridGov;

namespace CityDay.Results;

/// <summary>What came of a run: its own counts, the log's, and whether they agree.</summary>
internal sealed record CityResults(CityScript Script, RunResult Run, LogTally Tally, CityComparison Comparison)
{
    /// <summary>The grids out of the city's size bounds; null where the city has no rule, or its households are not counted.</summary>
    public GridSizeReport? GridSizes => Script.SizeRule?.Check(Script.Grids);

    public int Malformed => Script.Head.Rejections.Count;

    /// <summary>Reports that had not arrived when the run was cancelled; 0 for a whole run.</summary>
    public int Unplayed => Script.Arrivals.Count - Run.Played;

    public int Open => Tally.Fates.Values.Count(f => !f.Last.Ends);

    public int Assigned => Tally.Fates.Values.Count(f => f.WasAssigned);

    /// <summary>
    /// Nothing is lost: every line was malformed, refused, opened or not yet played; every case is archived or open.
    /// Lines are counted by the reader, refusals by the run, cases by the log.
    /// </summary>
    public bool IsConserved =>
        Script.Head.Rows == Malformed + Run.Refused.Count + Tally.Opened + Unplayed
        && Tally.Opened == Tally.Archived + Open;
}
