using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov.Benchmarks;

/// <summary>One row of <c>quick.json</c>.</summary>
/// <param name="Id">The comparison.</param>
/// <param name="Area">Its area.</param>
/// <param name="Peer">What the library is held against.</param>
/// <param name="Ratio">Their time over ours, the median of pairs; above 1 the library is ahead.</param>
/// <param name="BytesPerOp">What the library allocates for one operation.</param>
/// <param name="Ours">The library's median time.</param>
/// <param name="Theirs">The peer's median time.</param>
/// <param name="Unit">The unit of both times.</param>
internal sealed record QuickResult(
    string Id, string Area, string Peer, double Ratio, double BytesPerOp, double Ours, double Theirs, string Unit)
{
    /// <summary>What the peer allocates for one operation; shown, not kept.</summary>
    [JsonIgnore]
    public double TheirBytesPerOp { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(List<QuickResult>))]
internal sealed partial class QuickJsonContext : JsonSerializerContext;

/// <summary>The file of the last results.</summary>
internal static class QuickFile
{
    public static string Location => Path.Combine(Artifacts.Folder, "quick.json");

    /// <summary>The rows of the last runs; none when there is no file.</summary>
    /// <exception cref="JsonException">The file there is not one of ours.</exception>
    public static List<QuickResult> Read() => File.Exists(Location)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(Location), QuickJsonContext.Default.ListQuickResult) ?? []
        : [];

    /// <summary>Replaces the rows of the areas that were run and keeps all others; the file is replaced as a whole.</summary>
    /// <exception cref="JsonException">The file there is not one of ours.</exception>
    public static void Merge(IReadOnlyList<QuickResult> results, IReadOnlyList<string> areas)
    {
        var order = Areas.All.ToList();
        List<QuickResult> rows = [.. Read().Where(r => !areas.Contains(r.Area)).Concat(results).OrderBy(r => order.IndexOf(r.Area))];
        Directory.CreateDirectory(Artifacts.Folder);
        var draft = $"{Location}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(rows, QuickJsonContext.Default.ListQuickResult));
            File.Move(draft, Location, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
