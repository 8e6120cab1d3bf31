using System.Globalization;

namespace GridGov.Testing;

/// <summary>What an entry should say; a field that is not set is not looked at. Immutable and thread-safe.</summary>
public sealed record ExpectedEntry
{
    /// <summary>What it records.</summary>
    public EntryKind? Kind { get; init; }

    /// <summary>The step after.</summary>
    public string? To { get; init; }

    /// <summary>Whether the case ends with it.</summary>
    public bool? Ends { get; init; }

    /// <summary>The lead body from then on.</summary>
    public BodyId? Lead { get; init; }

    /// <summary>The handler from then on; <c>default</c> for nobody.</summary>
    public ActorId? Handler { get; init; }

    /// <summary>When the step is due; <see cref="DateTimeOffset.MaxValue"/> for never.</summary>
    public DateTimeOffset? StepDue { get; init; }

    /// <summary>When the handling is due; <see cref="DateTimeOffset.MaxValue"/> for never.</summary>
    public DateTimeOffset? CaseDue { get; init; }

    /// <summary>The note.</summary>
    public string? Note { get; init; }

    /// <summary>The facts, all of them.</summary>
    public CaseFacts? Facts { get; init; }

    internal IEnumerable<string> DifferencesTo(CaseEntry entry)
    {
        if (Kind is { } kind && kind != entry.Kind)
            yield return Line("kind", kind, entry.Kind);
        if (To is { } to && !string.Equals(to, entry.To, StringComparison.Ordinal))
            yield return Line("to", to, entry.To);
        if (Ends is { } ends && ends != entry.Ends)
            yield return Line("ends", ends, entry.Ends);
        if (Lead is { } lead && lead != entry.Lead)
            yield return Line("lead", lead, entry.Lead);
        if (Handler is { } handler && handler != (entry.Handler ?? default))
            yield return Line("handler", handler == default ? "nobody" : handler, entry.Handler is { } other ? other : "nobody");
        if (StepDue is { } stepDue && stepDue != (entry.StepDue ?? DateTimeOffset.MaxValue))
            yield return Line("step due", Text(stepDue), Text(entry.StepDue ?? DateTimeOffset.MaxValue));
        if (CaseDue is { } caseDue && caseDue != (entry.CaseDue ?? DateTimeOffset.MaxValue))
            yield return Line("case due", Text(caseDue), Text(entry.CaseDue ?? DateTimeOffset.MaxValue));
        if (Note is { } note && !string.Equals(note, entry.Note, StringComparison.Ordinal))
            yield return Line("note", note, entry.Note ?? "none");
        if (Facts is { } facts && facts != (entry.Facts ?? new()))
            yield return Line("facts", facts, entry.Facts is { } kept ? kept : "none");
    }

    private static string Line(string field, object expected, object actual) =>
        string.Create(CultureInfo.InvariantCulture, $"  {field}: expected {expected}, but it is {actual}");

    private static string Text(DateTimeOffset at) =>
        at == DateTimeOffset.MaxValue ? "never" : at.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
