using CityDay.City;
using GridGov;

namespace CityDay.Tests.City;

public sealed class ChineseStandardsTests
{
    private static readonly DutyList Duties = Resources.Duties("duties-zh.json");

    [Fact]
    public void Every_kind_has_a_standard_with_a_limit_and_one_skill() => Assert.All(Proportions.EventTypes, kind =>
    {
        Assert.True(ChineseStandards.All.TryFind(new(kind.Name), out var standard));
        Assert.True(standard.Limit.Amount > 0);
        Assert.Equal([ChineseStandards.Skill(kind.Name)], standard.Skills.AsEnumerable());
        Assert.Equal((kind.EnglishName, kind.Name), (standard.Name.En, standard.Name.Zh));
    });

    [Fact]
    public void There_is_no_standard_of_another_kind() =>
        Assert.Equal(Proportions.EventTypes.Select(kind => kind.Name).Order(StringComparer.Ordinal), ChineseStandards.All.Items.AsEnumerable().Select(item => item.Class.Value).Order(StringComparer.Ordinal));

    // Party work is on no part of the list, so that the verdict for what no list names is seen too.
    [Fact]
    public void Every_duty_but_party_work_is_on_the_list()
    {
        var unlisted = ChineseStandards.All.Items.AsEnumerable().Where(item => !Duties.TryFind(item.Duty, out _)).Select(item => item.Duty.Value);

        Assert.Equal(["party", "united-front"], unlisted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_duty_on_the_list_is_some_kinds()
    {
        var used = ChineseStandards.All.Items.AsEnumerable().Select(item => item.Duty).ToHashSet();

        Assert.All(Duties.Items.AsEnumerable(), item => Assert.Contains(item.Code, used));
    }

    [Fact]
    public void A_workday_is_eight_hours_of_chinese_time()
    {
        var monday = new DateOnly(2026, 3, 2);
        Assert.Equal(TimeSpan.FromHours(8), ChineseStandards.Calendar.WorkdayLength);
        Assert.True(ChineseStandards.Calendar.IsOpenAt(new(monday, new(8, 0), TimeSpan.FromHours(8))));
        Assert.False(ChineseStandards.Calendar.IsOpenAt(new(monday, new(13, 0), TimeSpan.FromHours(8))));
        Assert.False(ChineseStandards.Calendar.IsWorkday(monday.AddDays(-1)));
    }
}
