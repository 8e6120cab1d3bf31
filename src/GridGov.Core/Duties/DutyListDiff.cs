using System.Globalization;
using System.Text;

namespace GridGov;

/// <summary>One field that says something else than before. Immutable and thread-safe.</summary>
/// <param name="Field">The field's name in JSON.</param>
/// <param name="Before">What it said, or null for nothing.</param>
/// <param name="After">What it says, or null for nothing.</param>
public sealed record DutyFieldChange(string Field, string? Before, string? After)
{
    /// <summary>Field, old and new on one line.</summary>
    public override string ToString() => $"{Field}: {Before ?? "-"} -> {After ?? "-"}";
}

/// <summary>One item that is on both lists and says something else. Immutable and thread-safe.</summary>
/// <param name="Before">The item as it was.</param>
/// <param name="After">The item as it is.</param>
/// <param name="Fields">Every field that changed, in the order of the format.</param>
public sealed record DutyItemChange(DutyItem Before, DutyItem After, ValueList<DutyFieldChange> Fields);

/// <summary>
/// What a duty list says otherwise than an older one (清单变更): a value that can be compared and published with the new
/// version. Items are told apart by code and first day. Immutable and thread-safe.
/// </summary>
public sealed record DutyListDiff
{
    /// <summary>The older list's name and version.</summary>
    public required string Older { get; init; }

    /// <summary>The newer list's name and version.</summary>
    public required string Newer { get; init; }

    /// <summary>What the list says otherwise beside its items.</summary>
    public required ValueList<DutyFieldChange> Terms { get; init; }

    /// <summary>The items that are new, in the order of their codes.</summary>
    public required ValueList<DutyItem> Added { get; init; }

    /// <summary>The items that are gone, in the order of their codes.</summary>
    public required ValueList<DutyItem> Removed { get; init; }

    /// <summary>The items that changed, in the order of their codes.</summary>
    public required ValueList<DutyItemChange> Changed { get; init; }

    /// <summary>Whether both lists say the same.</summary>
    public bool IsEmpty => Terms.IsEmpty && Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty;

    /// <summary>The change for a reader, one item or field a line; the same text for the same two lists.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Explain(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var head = new LocalizedText(
            $"{Older} -> {Newer}: {Added.Count} added, {Removed.Count} removed, {Changed.Count} changed",
            $"{Older} → {Newer}：新增{Added.Count}项，移出{Removed.Count}项，变更{Changed.Count}项");
        var text = new StringBuilder(head.For(culture));
        foreach (var field in Terms)
            text.Append("\n  ").Append(field);
        foreach (var item in Added)
            text.Append("\n  + ").Append(NameOf(item, culture));
        foreach (var item in Removed)
            text.Append("\n  - ").Append(NameOf(item, culture));
        foreach (var change in Changed)
        {
            text.Append("\n  ~ ").Append(NameOf(change.After, culture));
            foreach (var field in change.Fields)
                text.Append("\n      ").Append(field);
        }

        return text.ToString();
    }

    /// <summary>The change in English, whatever the current culture.</summary>
    public override string ToString() => Explain(CultureInfo.InvariantCulture);

    internal static DutyListDiff Between(DutyList older, DutyList newer)
    {
        var before = older.Items.ToDictionary(KeyOf);
        var after = newer.Items.ToDictionary(KeyOf);
        var changes = newer.Items
            .Where(i => before.TryGetValue(KeyOf(i), out var old) && old != i)
            .Select(i => new DutyItemChange(before[KeyOf(i)], i, Differing(DutyFields.Of(before[KeyOf(i)]), DutyFields.Of(i))));
        return new()
        {
            Older = older.ToString(),
            Newer = newer.ToString(),
            Terms = Differing(DutyFields.Of(older), DutyFields.Of(newer)),
            Added = ValueList.From(newer.Items.Where(i => !before.ContainsKey(KeyOf(i)))),
            Removed = ValueList.From(older.Items.Where(i => !after.ContainsKey(KeyOf(i)))),
            Changed = ValueList.From(changes),
        };
    }

    private static (DutyCode Code, DateOnly? From) KeyOf(DutyItem item) => (item.Code, item.From);

    private static string NameOf(DutyItem item, CultureInfo culture) => $"{item.Code} [{item.Kind}] {item.Name.For(culture)}";

    private static ValueList<DutyFieldChange> Differing(IEnumerable<(string Field, string? Text)> before, IEnumerable<(string Field, string? Text)> after) =>
        ValueList.From(before.Zip(after)
            .Where(pair => !string.Equals(pair.First.Text, pair.Second.Text, StringComparison.Ordinal))
            .Select(pair => new DutyFieldChange(pair.First.Field, pair.First.Text, pair.Second.Text)));
}
