using CsvHelper;
using GridGov;

namespace CityDay.City;

/// <summary>The sample's own tables, embedded so that the sample runs from any directory.</summary>
internal static class Resources
{
    public static DutyList Duties(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return DutyList.FromJson(bytes);
    }

    /// <summary>Boston's limits per request type, derived from the city's targets of 2011.</summary>
    public static IReadOnlyDictionary<string, TimeLimit> BostonLimits()
    {
        using var reader = new StreamReader(Open("boston-limits.csv"));
        using var csv = CsvReader.FromText(reader.ReadToEnd(), new() { Separator = ',', HasHeader = false });
        var limits = new Dictionary<string, TimeLimit>(StringComparer.Ordinal);
        csv.Read();
        while (csv.Read())
        {
            if (!TimeLimit.TryParse($"{csv.GetString(1)} {csv.GetString(2)}", out var limit))
                throw new InvalidDataException($"boston-limits.csv: \"{csv.GetString(1)} {csv.GetString(2)}\" is not a limit.");
            limits.Add(csv.GetString(0), limit);
        }

        return limits;
    }

    private static Stream Open(string name) => typeof(Resources).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
}
