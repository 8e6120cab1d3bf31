namespace GridGov.Benchmarks;

/// <summary>Deadlines from one hour to ten years.</summary>
public class CalendarAdd() : Versus(CalendarComparison.Mixed());

/// <summary>Deadlines from one hour to ten years in a zone with a fixed offset.</summary>
public class CalendarAddFixed() : Versus(CalendarComparison.FixedOffset());

/// <summary>Deadlines from one hour to five workdays.</summary>
public class CalendarAddShort() : Versus(CalendarComparison.Short());

/// <summary>Whether a node lies in a subtree.</summary>
public class GridContains() : Versus(new ContainsAgainstParents());

/// <summary>A node by its code, the peer with a substring.</summary>
public class GridFind() : Versus(new FindAgainstSubstring());

/// <summary>A node by its code, the peer with a lookup by span.</summary>
public class GridFindSpan() : Versus(new FindAgainstSpanLookup());

/// <summary>Whether a text is a citizen number.</summary>
public class IdCitizen() : Versus(new CitizenNumberAgainstMatch());

/// <summary>Whether a text is a citizen number, the peer tuned.</summary>
public class IdCitizenTuned() : Versus(new CitizenNumberAgainstTuned());

/// <summary>Whether a text is a unified social credit code.</summary>
public class IdCredit() : Versus(new CreditCodeAgainstSearch());

/// <summary>Whether a text is a unified social credit code, the peer tuned.</summary>
public class IdCreditTuned() : Versus(new CreditCodeAgainstTuned());
