namespace GridGov.Core.Tests;

public sealed class EveryTimeZoneTests
{
    public static TheoryData<string> Zones { get; } = new(TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Zones))]
    public void Results_carry_the_offset_that_the_zone_has_then(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var always = WorkCalendar.Weekdays("00:00-24:00").In(zone).On(Enum.GetValues<DayOfWeek>());

        // Every 11 days and a few hours from 1950 to 2060: on both sides of each change of clocks or of rules.
        for (var at = new DateTimeOffset(1950, 1, 1, 0, 0, 0, TimeSpan.Zero); at.Year < 2060; at += TimeSpan.FromHours(269))
        {
            var open = always.NextOpenAt(at);
            var later = always.Add(at, TimeLimit.WorkHours(30));

            Assert.True(open == at && open.Offset == zone.GetUtcOffset(at), $"{id} at {at:O}: {open:O}");
            Assert.True(later.Offset == zone.GetUtcOffset(later), $"{id}, 30 hours after {at:O}: {later:O}");
        }
    }
}
