using System.Globalization;
using CityDay.Input;
using GridGov;

namespace CityDay.City;

/// <summary>
/// A city of its own: an imaginary district of six streets, with reports drawn from a seed in the proportions of
/// <see cref="Proportions"/>. It ships no row of anybody's data.
/// </summary>
internal static class GeneratedCity
{
    public const string Name = "Linjiang, an imaginary district";
    public const string ChineseName = "临江区（虚构）";

    // A Monday in a week without holidays.
    private static readonly DateOnly FirstDay = new(2026, 3, 2);

    public static GridCode Root { get; } = new("LJ");

    public static RosterSize Size { get; } = new(GridLevel.Community, Capacity: 10, TeamPermille: 700, ReservePermille: 100);

    /// <summary>What the city asks of the size of its grids; the figures of a municipal regulation.</summary>
    public static GridSizeRule SizeRule => GridSizeRules.General300To500;

    /// <summary>
    /// Streets, communities, and in each community as many grids as its share asks for: nine in ten within the city's
    /// size rule, the tenth an estate that is being moved out of or has grown. That share is assumed.
    /// </summary>
    public static GridTree Tree()
    {
        var rows = new List<GridRow> { new(Root, null, ChineseName, GridLevel.District) };
        for (var s = 0; s < Proportions.Streets.Length; s++)
        {
            var street = Proportions.Streets[s];
            var streetCode = new GridCode($"LJ{s + 1:D2}");
            rows.Add(new(streetCode, Root, street.Name, GridLevel.Street));
            for (var c = 0; c < street.Communities.Length; c++)
            {
                var community = street.Communities[c];
                var communityCode = new GridCode($"{streetCode}{c + 1:D2}");
                rows.Add(new(communityCode, streetCode, community.Name, GridLevel.Community));
                for (var g = 1; g <= GridsIn(community); g++)
                {
                    var code = new GridCode($"{communityCode}{g:D3}");
                    rows.Add(new(code, communityCode, $"{community.Name}第{g}网格", GridLevel.Grid, Households(code)));
                }
            }
        }

        return GridTree.Build(rows);
    }

    /// <summary>The reports of so many days, in no particular order.</summary>
    /// <param name="seed">The same seed gives the same reports.</param>
    /// <param name="days">From Monday, 2 March 2026.</param>
    /// <param name="perDay">Reports on a workday; days off have Pingshan's share of it.</param>
    /// <param name="ct">Stops between days.</param>
    public static IReadOnlyList<InputRow> Rows(int seed, int days, int perDay, CancellationToken ct)
    {
        var random = SeededRandom.For(seed, "reports");
        var communities = Proportions.Streets
            .SelectMany((street, s) => street.Communities.Select((community, c) => (Street: street, S: s + 1, Community: community, C: c + 1)))
            .ToArray();
        var communityWeights = communities.Select(c => c.Community.Weight).ToArray();
        var kindWeights = Proportions.EventTypes.Select(t => t.Weight).ToArray();
        var channelWeights = Proportions.Channels.Select(c => c.Weight).ToArray();
        var rows = new List<InputRow>(days * perDay);
        for (var day = 0; day < days; day++)
        {
            ct.ThrowIfCancellationRequested();
            var date = FirstDay.AddDays(day);
            var works = ChineseStandards.Calendar.IsWorkday(date);
            var hours = works ? Proportions.WorkdayHours : Proportions.DayOffHours;
            var count = works ? perDay : perDay * Proportions.DayOffPermille / 1000;
            for (var i = 0; i < count; i++)
            {
                var seconds = (random.Weighted(hours.AsSpan()) * 3600) + random.Below(3600);
                var place = communities[random.Weighted(communityWeights)];
                var street = new GridStep($"LJ{place.S:D2}", place.Street.Name);
                var community = new GridStep($"{street.Code}{place.C:D2}", place.Community.Name);
                var g = random.Below(GridsIn(place.Community)) + 1;
                rows.Add(new()
                {
                    Line = rows.Count + 1,
                    Id = string.Create(CultureInfo.InvariantCulture, $"{date:yyyyMMdd}-{i + 1:D6}"),
                    ReportedAt = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).AddSeconds(seconds),
                    Place = [street, community, new($"{community.Code}{g:D3}", $"{community.Name}第{g}网格")],
                    Category = Proportions.EventTypes[random.Weighted(kindWeights)].Name,
                    Channel = Proportions.Channels[random.Weighted(channelWeights)].Name,
                });
            }
        }

        return rows;
    }

    private static int Households(GridCode code)
    {
        var random = SeededRandom.For(0, code.Value);
        var within = 300 + random.Below(201);
        return random.Below(20) switch
        {
            0 => within - 210,
            1 => within + 210,
            _ => within,
        };
    }

    private static int GridsIn(Community community) => 2 + (community.Weight / 60);
}
