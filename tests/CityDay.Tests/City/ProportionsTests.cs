using CityDay.City;

namespace CityDay.Tests.City;

public sealed class ProportionsTests
{
    [Fact]
    public void Weights_of_every_table_add_up_to_ten_thousand()
    {
        Assert.Equal(10_000, Proportions.WorkdayHours.Sum());
        Assert.Equal(10_000, Proportions.DayOffHours.Sum());
        Assert.Equal(10_000, Proportions.EventTypes.Sum(kind => kind.Weight));
        Assert.Equal(10_000, Proportions.Channels.Sum(channel => channel.Weight));
        Assert.Equal(10_000, Proportions.Streets.SelectMany(street => street.Communities).Sum(community => community.Weight));
    }

    [Fact]
    public void A_day_has_twenty_four_hours()
    {
        Assert.Equal(24, Proportions.WorkdayHours.Length);
        Assert.Equal(24, Proportions.DayOffHours.Length);
    }

    [Fact]
    public void There_are_eighteen_kinds_of_different_names()
    {
        Assert.Equal(18, Proportions.EventTypes.Select(kind => kind.Name).Distinct().Count());
        Assert.Equal(18, Proportions.EventTypes.Select(kind => kind.EnglishName).Distinct().Count());
    }

    [Fact]
    public void Handling_times_are_twenty_one_rising_quantiles_up_to_sixty_days() => Assert.All(Enum.GetValues<HandlingClass>(), handling =>
    {
        var minutes = Proportions.HandlingMinutes(handling);
        Assert.Equal(21, minutes.Length);
        Assert.Equal(minutes.Order(), minutes);
        Assert.Equal((1, 60 * 24 * 60), (minutes[0], minutes[^1]));
    });
}
