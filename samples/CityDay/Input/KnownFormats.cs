namespace CityDay.Input;

internal sealed record KnownFormat(string Name, IReadOnlyList<string> RequiredColumns);

/// <summary>What each format's header holds, for a hint to those who named the wrong one.</summary>
internal static class KnownFormats
{
    public static IReadOnlyList<KnownFormat> All { get; } =
    [
        new(PingshanFormat.FormatName, PingshanFormat.Columns),
        new(BostonFormat.FormatName, BostonFormat.Columns),
        new(GridGovFormat.FormatName, GridGovFormat.Columns),
    ];

    /// <summary>The first format that a header with these columns fits; null when none does.</summary>
    public static string? Fitting(IReadOnlySet<string> columns) =>
        All.FirstOrDefault(format => format.RequiredColumns.All(columns.Contains))?.Name;
}
