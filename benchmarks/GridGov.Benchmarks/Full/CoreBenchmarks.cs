namespace GridGov.Benchmarks;

/// <summary>Deadlines from one hour to ten years.</summary>
public class CalendarAdd() : Versus(CalendarComparison.Mixed());

/// <summary>Deadlines from one hour to ten years in a zone with a fixed offset.</summary>
public class CalendarAddFixed() : Versus(CalendarComparison.FixedOffset());

/// <summary>Deadlines from one hour to five workdays.</summary>
public class CalendarAddShort() : Versus(CalendarComparison.Short());

/// <summary>Deadlines after ten years against those after an hour.</summary>
public class CalendarAddSpan() : Versus(CalendarSpanComparison.FromAnHour());

/// <summary>Deadlines after ten years against those after a month.</summary>
public class CalendarAddSpanMonth() : Versus(CalendarSpanComparison.FromAMonth());

/// <summary>The tree of a country from rows in memory.</summary>
public class GridBuild() : Versus(new BuildAgainstDictionary());

/// <summary>Whether a node lies in a subtree.</summary>
public class GridContains() : Versus(new ContainsAgainstParents());

/// <summary>Which nodes lie in one scope.</summary>
public class GridContainsScope() : Versus(new ContainsInScope());

/// <summary>A node by its code, the peer with a substring.</summary>
public class GridFind() : Versus(new FindAgainstSubstring());

/// <summary>A node by its code, the peer with a lookup by span.</summary>
public class GridFindSpan() : Versus(new FindAgainstSpanLookup());

/// <summary>The polygon of a point.</summary>
public class SpatialLocate() : Versus(new LocateAgainstPrepared());

/// <summary>Whether a text is a citizen number.</summary>
public class IdCitizen() : Versus(new CitizenNumberAgainstMatch());

/// <summary>Whether a text is a citizen number, the peer tuned.</summary>
public class IdCitizenTuned() : Versus(new CitizenNumberAgainstTuned());

/// <summary>Whether a text is a unified social credit code.</summary>
public class IdCredit() : Versus(new CreditCodeAgainstSearch());

/// <summary>Whether a text is a unified social credit code, the peer tuned.</summary>
public class IdCreditTuned() : Versus(new CreditCodeAgainstTuned());
