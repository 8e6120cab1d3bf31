namespace GridGov.Community.Tests.Visits;

public sealed class VisitBookTests
{
    private static readonly HouseholdId Alone = new("h-1");
    private static readonly HouseholdId Ordinary = new("h-2");
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static VisitBook Open() => new(VisitRules.Sample,
    [
        VisitSubject.Of(Alone, new("330199001001"), [CareKind.LivesAlone], new(2026, 2, 1)),
        VisitSubject.Of(Ordinary, new("330199001001"), [], new(2026, 1, 1)),
    ]);

    private static VisitRecord Visit(VisitResult result, int day = 0, VisitWay way = VisitWay.Door) => new()
    {
        Household = Alone,
        On = Day.AddDays(day),
        Way = way,
        Result = result,
        By = new("w-1"),
        Minutes = 20,
    };

    [Fact]
    public void A_door_that_stays_shut_becomes_a_call_the_same_day_and_an_appointment()
    {
        var book = Open();

        var next = book.Record(Visit(VisitResult.NotMet)).Value;

        Assert.Equal([new(Alone, VisitWay.Phone, Day, "not-met"), new(Alone, VisitWay.Door, Day.AddDays(7), "not-met")], next);
        Assert.Contains(next[0], book.DueBy(Day));
    }

    [Fact]
    public void Who_is_met_at_the_second_appointment_owes_nothing_for_a_month()
    {
        var book = Open();
        book.Record(Visit(VisitResult.NotMet));
        Assert.Empty(book.Record(Visit(VisitResult.Met, 5)).Value);

        Assert.DoesNotContain(book.DueBy(Day.AddDays(30)), t => t.Household == Alone);
        Assert.Equal(new VisitTask(Alone, VisitWay.Door, new(2026, 4, 6), "alone"), Assert.Single(book.DueBy(new(2026, 4, 6))));
    }

    [Fact]
    public void A_wish_not_to_be_visited_is_respected_until_it_is_taken_back()
    {
        var book = Open();
        book.Record(Visit(VisitResult.Refused));

        Assert.True(book.HasRefused(Alone));
        Assert.DoesNotContain(book.DueBy(Day.AddYears(1)), t => t.Household == Alone);

        book.Record(Visit(VisitResult.Met, 40, VisitWay.Phone) with { Consents = true });
        Assert.False(book.HasRefused(Alone));
        Assert.Contains(book.DueBy(Day.AddYears(1)), t => t.Household == Alone);
    }

    [Fact]
    public void Weather_asks_after_those_with_a_need_at_once_and_a_change_within_a_day()
    {
        var book = Open();
        var at = new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal([new(Alone, VisitWay.Phone, Day, "weather")], book.Trigger("weather", at));
        Assert.Equal([new(Ordinary, VisitWay.Door, Day.AddDays(1), "change")], book.Trigger("change", at, [Ordinary]));
        Assert.Equal("trigger", Assert.Throws<ArgumentException>(() => book.Trigger("flood", at)).ParamName);

        book.Record(Visit(VisitResult.Met, way: VisitWay.Phone));
        Assert.DoesNotContain(book.DueBy(Day), t => t.Reason == "weather");
    }

    [Fact]
    public void Every_reason_against_a_record_is_told()
    {
        var book = Open();
        book.Record(Visit(VisitResult.Met, 2));

        var refusal = book.Record(Visit(VisitResult.DeviceFine, 1) with { Minutes = -1 }).Refusal!;

        Assert.Equal(["visit.order", "visit.minutes", "visit.way"], refusal.Unmet.Select(u => u.Code));
        Assert.Equal(["visit.household"], book.Record(Visit(VisitResult.Met) with { Household = new("h-9") }).Refusal!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void A_household_stands_once() => Assert.Throws<ArgumentException>(() => new VisitBook(
        VisitRules.Sample, [VisitSubject.Of(Alone, new("330199001001"), []), VisitSubject.Of(Alone, new("330199001001"), [])]));
}
