using CityDay.Input;

namespace CityDay.Tests.Input;

/// <summary>One line of a format, with some fields changed.</summary>
internal static class CsvLine
{
    public static InputItem Map(IInputFormat format, IReadOnlyList<string> line, Dictionary<string, string> changes, IReadOnlyList<string>? more = null)
    {
        string[] columns = [.. format.RequiredColumns, .. more ?? []];
        IEnumerable<string> fields = columns.Select((column, i) => changes.GetValueOrDefault(column) ?? line[i]);
        return Assert.Single(Read.All($"{string.Join(',', columns)}\n{string.Join(',', fields.Select(Quoted))}\n", format));
    }

    public static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
