using CityDay.City;
using CityDay.Input;
using CsCheck;
using GridGov;

namespace CityDay.Tests.City;

public sealed class HandlingPlanTests
{
    private static readonly Gen<EventType> Kind = Gen.Int[0, Proportions.EventTypes.Length - 1].Select(i => Proportions.EventTypes[i]);

    private static readonly Gen<TimeLimit> Limit = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 4], (amount, unit) => new TimeLimit(amount, (LimitUnit)unit));

    private static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 200_000_000].Select(second =>
        new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddSeconds(second));

    private static readonly Gen<(EventType Kind, TimeLimit Limit, DateTimeOffset At, ulong Seed)> Any = Gen.Select(Kind, Limit, Time, Gen.ULong);

    private static WorkCalendar Calendar => ChineseStandards.Calendar;

    [Fact]
    public void What_the_data_flags_on_time_is_handled_by_its_deadline() => Any.Sample(any =>
        Draw(any, onTime: true) <= Calendar.Add(any.At, any.Limit));

    [Fact]
    public void What_the_data_flags_late_is_handled_after_its_deadline() => Any.Sample(any =>
        Draw(any, onTime: false) > Calendar.Add(any.At, any.Limit));

    [Fact]
    public void Handling_ends_after_the_report_and_on_a_whole_second() => Gen.Select(Any, Gen.Bool.Nullable()).Sample((any, flag) =>
    {
        DateTimeOffset handled = Draw(any, flag);
        return handled > any.At && (handled - any.At).Ticks % TimeSpan.TicksPerSecond == 0;
    });

    [Fact]
    public void A_limit_in_working_units_is_met_in_working_time_or_at_the_deadline_itself() =>
        Gen.Select(Any.Where(any => any.Limit.Unit is LimitUnit.WorkDay or LimitUnit.WorkHour), Gen.Bool.Nullable()).Sample((any, flag) =>
        {
            DateTimeOffset handled = Draw(any, flag);
            return Calendar.IsOpenAt(handled) || handled == Calendar.Add(any.At, any.Limit);
        });

    [Fact]
    public void A_limit_that_runs_day_and_night_is_met_at_night_too()
    {
        DateTimeOffset at = new(2026, 3, 2, 20, 0, 0, TimeSpan.FromHours(8));
        EventType kind = Proportions.EventTypes[0];

        Assert.Contains(Enumerable.Range(0, 200), i => !Calendar.IsOpenAt(Draw((kind, TimeLimit.UrgentHours(24), at, (ulong)i), null)));
    }

    public static TheoryData<string> Kinds => [.. Proportions.EventTypes.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_share_that_is_late_is_the_kinds(string name)
    {
        const int Draws = 20_000;
        Assert.True(ChineseStandards.TryKind(name, out EventType kind));
        Assert.True(ChineseStandards.All.TryFind(new(name), out var standard));
        DateTimeOffset at = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
        DateTimeOffset due = Calendar.Add(at, standard.Limit);
        int late = Enumerable.Range(0, Draws).Count(i =>
            HandlingPlan.Draw(Row(at, null), kind, standard.Limit, Calendar, SeededRandom.For(1, $"20260302-{i:D6}")) > due);

        Assert.InRange(1_000.0 * late / Draws, kind.OverduePermille - 10, kind.OverduePermille + 10);
    }

    private static DateTimeOffset Draw((EventType Kind, TimeLimit Limit, DateTimeOffset At, ulong Seed) any, bool? onTime) =>
        HandlingPlan.Draw(Row(any.At, onTime), any.Kind, any.Limit, Calendar, new(any.Seed));

    private static InputRow Row(DateTimeOffset at, bool? onTime) =>
        new() { Line = 2, Id = "1", ReportedAt = at, Place = [], Category = "市容环卫", Channel = "12345", OnTime = onTime };
}
