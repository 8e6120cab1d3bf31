namespace CityDay.Page;

/// <summary>The bins as drawn: neighbours are joined when there are more than the page has points.</summary>
internal sealed record DrawnBin(DateTime First, DateTime Last, decimal Arrivals, decimal Archived, decimal Backlog);

internal static class FlowBins
{
    private const int Most = 960;

    public static IReadOnlyList<DrawnBin> Draw(IReadOnlyList<FlowBin> bins, out int joined)
    {
        joined = Math.Max(1, (bins.Count + Most - 1) / Most);
        return
        [
            .. bins.Chunk(joined).Select(chunk => new DrawnBin(
                chunk[0].Start,
                chunk[^1].Start,
                chunk.Sum(bin => (decimal)bin.Arrivals),
                chunk.Sum(bin => (decimal)bin.Archived),
                chunk[^1].Backlog)),
        ];
    }
}
