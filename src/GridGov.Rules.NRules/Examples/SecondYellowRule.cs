using global::NRules.Fluent.Dsl;

namespace GridGov.Rules.Inference;

/// <summary>A household was yellow on a day (黄色预警). Immutable and thread-safe.</summary>
/// <param name="Household">The household's pseudonym.</param>
/// <param name="On">The day on which it became yellow.</param>
public sealed record YellowSeen(HouseholdId Household, DateOnly On);

/// <summary>A household is to be treated as red (转红色预警). Immutable and thread-safe.</summary>
/// <param name="Household">The household's pseudonym.</param>
/// <param name="On">The day of the second yellow.</param>
public sealed record RedFound(HouseholdId Household, DateOnly On);

/// <summary>A household's second yellow in one quarter turns red (assumed; the counties' own rules were not found).</summary>
[Name("second yellow in a quarter")]
public sealed class SecondYellowRule : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        YellowSeen first = null!;
        YellowSeen second = null!;

        When()
            .Match(() => first)
            .Match(() => second, y => y.Household == first.Household, y => y.On > first.On, y => QuarterOf(y.On) == QuarterOf(first.On))
            .Not<RedFound>(r => r.Household == second.Household, r => QuarterOf(r.On) == QuarterOf(second.On));

        Then()
            .Do(ctx => ctx.Insert(new RedFound(second.Household, second.On)));
    }

    private static int QuarterOf(DateOnly day) => (day.Year * 4) + ((day.Month - 1) / 3);
}
