using CityDay.City;
using GridGov;

namespace CityDay.Tests.City;

public sealed class ResourcesTests
{
    [Fact]
    public void Boston_has_limits_in_workdays_and_natural_days()
    {
        IReadOnlyDictionary<string, TimeLimit> limits = Resources.BostonLimits();

        Assert.Equal(112, limits.Count);
        Assert.Equal(TimeLimit.WorkDays(5), limits["Abandoned Building"]);
        Assert.Equal(TimeLimit.NaturalDays(120), limits["Bed Bugs"]);
        Assert.All(limits.Values, limit => Assert.True(limit.Unit is LimitUnit.WorkDay or LimitUnit.NaturalDay));
    }

    [Fact]
    public void Bostons_list_admits_its_one_duty() => Assert.True(Resources.Duties("duties-boston.json").TryFind(new("request"), out _));

    [Fact]
    public void A_table_that_is_not_there_is_named() =>
        Assert.Contains("duties-xx.json", Assert.Throws<InvalidOperationException>(() => Resources.Duties("duties-xx.json")).Message, StringComparison.Ordinal);
}
