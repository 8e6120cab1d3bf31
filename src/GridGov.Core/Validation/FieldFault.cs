using System.Globalization;

namespace GridGov;

/// <summary>
/// One fault of one field of an element: where, what class of value stands there, and the rule it breaks.
/// It never holds the value itself, so it may be logged and shown. Immutable and thread-safe.
/// </summary>
/// <param name="Field">The property, with a position from 1 where it is in a list: <c>Parties[2].Name</c>.</param>
/// <param name="Code">A stable code that programs may switch on; see <see cref="FieldFaultCodes"/>.</param>
/// <param name="Value">The class of the value, for instance <c>text of 61 characters</c>; never the value.</param>
/// <param name="Rule">What the field must be.</param>
/// <param name="Basis">Standard and table where the rule comes from, or null for a rule of this library.</param>
public sealed record FieldFault(string Field, string Code, LocalizedText Value, LocalizedText Rule, LegalBasis? Basis = null)
{
    /// <summary>Field, value class, rule and basis in one sentence, as a refusal lists it.</summary>
    public UnmetCondition ToCondition() => new(Code, new(
        string.Create(CultureInfo.InvariantCulture, $"{Field} is {Value.En}; {Rule.En}{(Basis is null ? string.Empty : $" ({Basis})")}"),
        string.Create(CultureInfo.InvariantCulture, $"{Field}：{Value.Zh}；{Rule.Zh}{(Basis is null ? string.Empty : $"（{Basis}）")}")));

    /// <summary>The English sentence, whatever the current culture.</summary>
    public override string ToString() => ToCondition().Text.En;
}

/// <summary>The stable codes of field faults.</summary>
public static class FieldFaultCodes
{
    /// <summary>A field that must have a value has none.</summary>
    public const string Missing = "field.missing";

    /// <summary>A text is longer than its field.</summary>
    public const string TooLong = "field.too-long";

    /// <summary>A text is blank or has characters or a shape that the field does not take.</summary>
    public const string Form = "field.form";

    /// <summary>A code or kind is none of those that are known.</summary>
    public const string Unknown = "field.unknown";

    /// <summary>Two dates stand the wrong way round.</summary>
    public const string DateOrder = "field.date-order";

    /// <summary>A number is outside its range.</summary>
    public const string Range = "field.range";

    /// <summary>Something is named twice.</summary>
    public const string Repeated = "field.repeated";

    /// <summary>The field contradicts another one.</summary>
    public const string Contradiction = "field.contradiction";
}
