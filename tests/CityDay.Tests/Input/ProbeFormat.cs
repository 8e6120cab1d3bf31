using CityDay.Input;

namespace CityDay.Tests.Input;

/// <summary>Three columns, taken as they stand, so that tests of lines need no city.</summary>
internal sealed class ProbeFormat : IInputFormat
{
    public const string Header = "id,text,more";

    public string Name => "probe";

    public TimeZoneInfo Zone => TimeZoneInfo.Utc;

    public string IdColumn => "id";

    public IReadOnlyList<string> RequiredColumns { get; } = ["id", "text", "more"];

    public InputItem Map(LineFields fields) => fields.Item(new InputRow
    {
        Line = fields.Line,
        Id = fields.Text("id"),
        ReportedAt = DateTimeOffset.UnixEpoch,
        Place = [],
        Category = fields.Text("text"),
        Channel = fields.Text("more"),
    });
}
