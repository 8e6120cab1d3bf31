using System.Globalization;

namespace GridGov;

/// <summary>The fields of a list and of an item as text, by their names in JSON, always all of them and in one order.</summary>
internal static class DutyFields
{
    public static IEnumerable<(string Field, string? Text)> Of(DutyList list) =>
    [
        ("name", list.Terms.Name?.En),
        ("name_zh", list.Terms.Name?.Zh),
        ("admission_body", list.AdmissionBody.Value),
        ("basis", list.Basis.ToString()),
        ("held_by", list.Terms.HeldBy?.ToString()),
        ("from", Day(list.Terms.From)),
        ("until", Day(list.Terms.Until)),
        ("published", Day(list.Terms.Published)),
        ("assessors", Many(list.Terms.Assessors)),
        ("sample", list.Terms.IsSample ? "true" : null),
        ("note", list.Terms.Note),
    ];

    public static IEnumerable<(string Field, string? Text)> Of(DutyItem item) =>
    [
        ("name", item.Name.En),
        ("name_zh", item.Name.Zh),
        ("content", item.Content?.En),
        ("content_zh", item.Content?.Zh),
        ("kind", item.Kind.ToString()),
        ("basis", item.Basis.ToString()),
        ("until", Day(item.Until)),
        ("assignable_by", Many(item.AssignableBy)),
        ("assignable_by_bodies", Many(item.AssignableByBodies)),
        ("assignable_to", Many(item.AssignableTo)),
        ("assignable_to_bodies", Many(item.AssignableToBodies)),
        ("led_by", item.LedBy?.Value),
        ("taken_over_by", item.TakenOverBy?.Value),
        ("needs_funding", item.NeedsFunding ? "true" : null),
        ("cap", item.Cap?.ToString()),
        ("evidence", Many(item.Evidence)),
        ("forms", Many(item.Forms)),
        ("approval", item.Approval is { } a ? string.Join(", ", new[] { a.Body.Value, Day(a.On), a.Document }.Where(t => t is not null)) : null),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Many<T>(ValueList<T> values)
        where T : notnull => values.IsEmpty ? null : string.Join(", ", values.Select(v => v.ToString()));
}
