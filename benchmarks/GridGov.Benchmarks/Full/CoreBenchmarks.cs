namespace GridGov.Benchmarks;

/// <summary>Deadlines from one hour to ten years.</summary>
public class CalendarAdd() : Versus(CalendarComparison.Mixed());

/// <summary>Deadlines from one hour to ten years in a zone with a fixed offset.</summary>
public class CalendarAddFixed() : Versus(CalendarComparison.FixedOffset());

/// <summary>Deadlines from one hour to five workdays.</summary>
public class CalendarAddShort() : Versus(CalendarComparison.Short());

/// <summary>The tree of a country from rows in memory.</summary>
public class GridBuild() : Versus(new BuildAgainstDictionary());

/// <summary>Whether a node lies in a subtree.</summary>
public class GridContains() : Versus(new ContainsAgainstParents());

/// <summary>A node by its code, the peer with a substring.</summary>
public class GridFind() : Versus(new FindAgainstSubstring());

/// <summary>A node by its code, the peer with a lookup by span.</summary>
public class GridFindSpan() : Versus(new FindAgainstSpanLookup());
