namespace GridGov;

/// <summary>
/// The definitions that a document may refer to by id and version: the base of a code system, the two systems of a
/// crosswalk, the holidays of a calendar. Immutable and thread-safe.
/// </summary>
public sealed record NamedDefinitions
{
    /// <summary>The code systems.</summary>
    public ValueList<CodeSystem> CodeSystems { get; init; }

    /// <summary>The holiday tables; <see cref="HolidayTable.China"/> is always among them.</summary>
    public ValueList<HolidayTable> HolidayTables { get; init; }

    internal static NamedDefinitions None { get; } = new();

    internal CodeSystem? FindCodes(CodeSystemVersion key) => CodeSystems.FirstOrDefault(s => s.Key == key);

    internal HolidayTable? FindHolidays(string id, int version) =>
        HolidayTables.Append(HolidayTable.China).FirstOrDefault(t => t.Id == id && t.Version == version);
}
