using static System.FormattableString;

namespace GridGov;

/// <summary>The checks of a duty list as a whole. Every fault is listed.</summary>
/// <param name="terms">What the list says beside its items.</param>
internal sealed class DutyListChecks(DutyListTerms terms)
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public void Add(string where, string what) => _faults.Add(new(where, what));

    public void CheckTerms()
    {
        if (terms.Name is { } name && IsBlank(name))
            Add("name", "it is missing in English or Chinese");
        if (terms.From > terms.Until)
            Add("until", Invariant($"the list ends on {terms.Until:O}, before it begins on {terms.From:O}"));
        if (terms.Published > (terms.From ?? DateOnly.MaxValue))
            Add("published", Invariant($"it was published on {terms.Published:O}, after it came into force on {terms.From:O}"));
        if (terms.HeldBy is { } level && !Enum.IsDefined(level))
            Add("held by", Invariant($"the level {(int)level} is not one of the seven"));
        if (terms.Assessors.Contains(default))
            Add("assessors", "one has no name");
    }

    public void Check(DutyItem item, string where)
    {
        if (item.Code == default)
            Add(where, "its code is missing");
        if (IsBlank(item.Name))
            Add(where, "its name is missing in English or Chinese");
        if (item.Content is { } content && IsBlank(content))
            Add(where, "its content is missing in English or Chinese");
        if (!Enum.IsDefined(item.Kind))
            Add(where, Invariant($"its kind {(int)item.Kind} is not one of the eight"));
        if (item.Kind is DutyKind.Basic or DutyKind.Cooperative && terms.HeldBy is not (null or GridLevel.Street))
            Add(where, Invariant($"its kind {item.Kind} is a town's, the list is held by the level {terms.HeldBy}; take statutory or assisted"));
        if (item.Basis is null || string.IsNullOrWhiteSpace(item.Basis.Instrument))
            Add(where, "its legal basis is missing");
        CheckDates(item, where);
        CheckBodies(item, where);
        if (item.Cap is { Times: < 1 })
            Add(where, Invariant($"its cap of {item.Cap} is below 1; forbid the item instead"));
        if (item.Cap is { } cap && !Enum.IsDefined(cap.Per))
            Add(where, Invariant($"the period {(int)cap.Per} of its cap is not one of the seven"));
        foreach (var kind in item.Evidence.Where(e => !Enum.IsDefined(e)))
            Add(where, Invariant($"the evidence {(int)kind} is not one of the kinds"));
        if (item.Forms.Contains(default))
            Add(where, "a form that it may ask for has no code");
    }

    /// <summary>Checks the periods of one code and the duties of one name against each other.</summary>
    /// <param name="items">The items in the order of code and first day, with their places.</param>
    public void CheckTogether(IReadOnlyList<(DutyItem Item, string Where)> items)
    {
        foreach (var rows in items.Where(r => r.Item.Code != default).GroupBy(r => r.Item.Code))
            CheckPeriods([.. rows]);
        foreach (var same in items.Where(r => !string.IsNullOrWhiteSpace(r.Item.Name.Zh)).GroupBy(r => r.Item.Name.Zh.Trim(), StringComparer.Ordinal))
        {
            if (same.Select(r => r.Item.Code).Distinct().Skip(1).Any())
                CheckOverlaps([.. same.OrderBy(r => r.Item.From ?? DateOnly.MinValue).ThenBy(r => r.Item.Code)]);
        }
    }

    private static bool IsBlank(LocalizedText text) => string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Zh);

    private static DateOnly First(DutyItem item) => item.From ?? DateOnly.MinValue;

    private static DateOnly Last(DutyItem item) => item.Until ?? DateOnly.MaxValue;

    private static string SideOf(DutyItem item) => item.Kind == DutyKind.Forbidden ? "forbidden" : item.IsAllowing ? "allowed" : "taken over by another body";

    private void CheckDates(DutyItem item, string where)
    {
        if (item.From > item.Until)
            Add(where, Invariant($"it ends on {item.Until:O}, before it begins on {item.From:O}"));
        else if (item.From > terms.Until || item.Until < terms.From)
            Add(where, "it is in force only on days on which the list is not");
        if (item is { Kind: DutyKind.Temporary, Until: null })
            Add(where, "it is temporary but has no last day");
    }

    private void CheckBodies(DutyItem item, string where)
    {
        if (item.Kind == DutyKind.Reclaimed && (item.TakenOverBy ?? default) == default)
            Add(where, "it is reclaimed but names no body that takes it over");
        if (item.Kind == DutyKind.Cooperative && (item.LedBy ?? default) == default)
            Add(where, "it is cooperative but names no body that leads");
        if (item.Kind == DutyKind.Forbidden && item.TakenOverBy is not null)
            Add(where, "it is forbidden and taken over by a body; list it as reclaimed or name no body");
        if (item.Approval is { } approval && approval.Body == default)
            Add(where, "it was admitted by a body without a name");
        foreach (var level in item.AssignableBy.Where(l => !Enum.IsDefined(l)))
            Add(where, Invariant($"the level {(int)level} that may assign it is not one of the seven"));
        foreach (var level in item.AssignableTo.Where(l => !Enum.IsDefined(l)))
            Add(where, Invariant($"the level {(int)level} that it may be assigned to is not one of the seven"));
        if (item.AssignableByBodies.Contains(default) || item.AssignableToBodies.Contains(default))
            Add(where, "a body that may assign it, or that it may be assigned to, has no name");

        // Levels count downwards: the highest that may assign it has the least number.
        if (!item.AssignableBy.IsEmpty && !item.AssignableTo.IsEmpty && item.AssignableBy.Min() > item.AssignableTo.Max())
            Add(where, "no level that may assign it is above, or beside, one that it may be assigned to");
    }

    // Sorted by first day, so the row that lasts longest so far is the only one that the next can overlap.
    private void CheckPeriods((DutyItem Item, string Where)[] rows)
    {
        var longest = rows[0];
        foreach (var row in rows.AsSpan(1))
        {
            var (begins, ended) = (First(row.Item), Last(longest.Item));
            if (begins <= ended)
                Add(row.Where, Invariant($"the code is listed twice for {begins:O} and on; let one period end before the next begins"));
            else if (begins > ended.AddDays(1) && row.Item.Kind != DutyKind.Temporary && longest.Item.Kind != DutyKind.Temporary)
                Add(row.Where, Invariant($"between {ended:O} and {begins:O} the code is not in force; close the gap or take another code"));
            if (Last(row.Item) > ended)
                longest = row;
        }
    }

    private void CheckOverlaps((DutyItem Item, string Where)[] rows)
    {
        var longest = rows[0];
        foreach (var row in rows.AsSpan(1))
        {
            if (First(row.Item) <= Last(longest.Item) && row.Item.Code != longest.Item.Code)
            {
                var (one, other) = (SideOf(longest.Item), SideOf(row.Item));
                Add(row.Where, string.Equals(one, other, StringComparison.Ordinal)
                    ? $"the same duty is also listed as {longest.Item.Code}, for days that both are in force; keep one"
                    : $"it is {other} here and {one} as {longest.Item.Code}, for days that both are in force; keep one");
            }

            if (Last(row.Item) > Last(longest.Item))
                longest = row;
        }
    }
}
