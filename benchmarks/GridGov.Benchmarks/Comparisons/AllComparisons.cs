namespace GridGov.Benchmarks;

/// <summary>Every comparison, in the order in which results are shown.</summary>
internal static class AllComparisons
{
    /// <summary>New comparisons; their data is made by <see cref="IComparison.Setup"/>.</summary>
    public static IReadOnlyList<IComparison> Make() =>
    [
        CalendarComparison.Mixed(),
        CalendarComparison.FixedOffset(),
        CalendarComparison.Short(),
        CalendarSpanComparison.FromAnHour(),
        CalendarSpanComparison.FromAMonth(),
        new BuildAgainstDictionary(),
        new ContainsAgainstParents(),
        new ContainsInScope(),
        new FindAgainstSubstring(),
        new FindAgainstSpanLookup(),
        new LocateAgainstPrepared(),
        new CitizenNumberAgainstMatch(),
        new CitizenNumberAgainstTuned(),
        new CreditCodeAgainstSearch(),
        new CreditCodeAgainstTuned(),
        new DecideAgainstFire(),
        new DecideDueAgainstFire(),
        new DecideApplyAgainstFire(),
        new DecideAgainstMachinePerCase(),
        new DecideDueAgainstMachinePerCase(),
        new DecideApplyAgainstMachinePerCase(),
        new WalkAgainstMachinePerCase(),
        new DeskWalkAgainstMachinePerCase(),
        DueTickAgainstScan.Finding(),
        DueTickAgainstScan.Moving(),
        new DueBuildAgainstSort(),
        new DueMoveAgainstSortedSet(),
        new DispatchAgainstLinq(),
        new DispatchAgainstScan(),
        new DispatchAgainstArray(),
        .. PlanRows.Make(full: false),
        new AdmissionAgainstLookup(),
        new AdmissionAgainstHandwritten(),
    ];
}
