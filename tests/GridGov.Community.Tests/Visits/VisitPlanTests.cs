using CsCheck;

namespace GridGov.Community.Tests.Visits;

public sealed class VisitPlanTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);
    private static readonly DateOnly YearsEnd = new(2026, 12, 31);

    private static readonly Gen<CareKind[]> Needs = Gen.Enum<CareKind>().Array[0, 3];

    private static VisitSubject Subject(int number, CareKind[] needs, DateOnly? last = null) => VisitSubject.Of(new($"h-{number:0000}"), new("330199001001"), [.. needs], last);

    [Fact]
    public void Very_old_and_alone_is_weekly_and_alone_is_monthly()
    {
        Assert.Equal(["alone-very-old"], VisitRules.Sample.For([CareKind.LivesAlone, CareKind.VeryOld]).Select(r => r.Code));
        Assert.Equal(["alone"], VisitRules.Sample.For([CareKind.LivesAlone]).Select(r => r.Code));
        Assert.Equal(["household"], VisitRules.Sample.For([]).Select(r => r.Code));
    }

    [Fact]
    public void A_year_has_53_weekly_12_monthly_and_2_half_yearly_visits()
    {
        var plan = VisitPlan.Make(VisitRules.Sample,
            [Subject(1, [CareKind.LivesAlone, CareKind.VeryOld], new(2025, 12, 25)), Subject(2, [CareKind.Orphan], new(2025, 12, 1)), Subject(3, [], new(2025, 7, 1))], NewYear, YearsEnd);

        var visits = plan.Visits().ToArray();

        Assert.Equal([53, 12, 2], visits.GroupBy(v => v.Subject.Household).OrderBy(g => g.Key).Select(g => g.Count()));
        Assert.Equal(new DateOnly(2026, 1, 1), visits[0].Due);
        Assert.Equal([new(2026, 1, 1), new(2026, 7, 1)], visits.Where(v => v.Rule.Code == "household").Select(v => v.Due));
    }

    [Fact]
    public void Households_never_visited_are_spread_over_their_first_interval()
    {
        var plan = VisitPlan.Make(VisitRules.Sample, Enumerable.Range(0, 310).Select(i => Subject(i, [CareKind.Orphan])), NewYear, new(2026, 1, 31));

        Assert.All(plan.PerDay(), n => Assert.Equal(10, n));
    }

    [Fact]
    public void The_end_of_a_month_is_not_run_over()
    {
        var plan = VisitPlan.Make(VisitRules.Sample, [Subject(1, [CareKind.Orphan], new(2026, 1, 31))], new(2026, 2, 1), new(2026, 4, 30));

        Assert.Equal([new(2026, 2, 28), new(2026, 3, 28), new(2026, 4, 28)], plan.Visits().Select(v => v.Due));
    }

    [Fact]
    public void The_plan_is_that_of_a_walk_household_by_household() =>
        Gen.Select(Needs, Gen.Int[-400, 0], Gen.Bool).Array[0, 30].Sample(drawn =>
        {
            VisitSubject[] subjects = [.. drawn.Select((d, i) => Subject(i, d.Item1, d.Item3 ? NewYear.AddDays(d.Item2) : null))];
            var plan = VisitPlan.Make(VisitRules.Sample, subjects, NewYear, YearsEnd);

            var actual = plan.Visits().ToArray();

            Assert.Equal(Walk(subjects), actual.Select(v => (v.Due, v.Rule.Code, v.Subject.Household.Value)));
            Assert.Equal(plan.PerDay(), ValueList.From(Enumerable.Range(0, 365).Select(d => actual.Count(v => v.Due == NewYear.AddDays(d)))));
            Assert.All(actual, v => Assert.True(v.From <= v.Due && v.From >= NewYear));
            Assert.Equal(actual, plan.Visits().ToArray());
        }, iter: 50);

    [Fact]
    public void Between_two_visits_is_never_more_than_the_interval() =>
        Gen.Select(Needs, Gen.Int[-20, 0]).Array[1, 20].Sample(drawn =>
        {
            VisitSubject[] subjects = [.. drawn.Select((d, i) => Subject(i, d.Item1, NewYear.AddDays(d.Item2)))];

            foreach (var household in VisitPlan.Make(VisitRules.Sample, subjects, NewYear, YearsEnd).Visits().GroupBy(v => (v.Subject, v.Rule)))
            {
                var last = household.Key.Subject.LastVisit!.Value;
                foreach (var visit in household)
                {
                    Assert.True(visit.Due <= household.Key.Rule.Every.After(last) || visit.Due == NewYear);
                    last = visit.Due;
                }

                Assert.True(household.Key.Rule.Every.After(last) > YearsEnd);
            }
        }, iter: 50);

    [Fact]
    public void The_needs_of_a_household_are_read_on_record_and_not_shown()
    {
        var audit = new Readings();
        var household = new Household
        {
            Id = new("h-1"),
            Grid = new("330199001001"),
            Members = [new(new("p-1"))],
            CareNeeds = [Need(CareKind.LivesAlone, NewYear), Need(CareKind.VeryOld, NewYear), Need(CareKind.Disabled, new(2020, 1, 1))],
        };

        var subject = VisitSubject.Of(household, NewYear, new(new("w-1"), new("D-visit"), audit, TimeProvider.System));

        Assert.Equal(2, audit.Count);
        Assert.Equal("h-1 in 330199001001", subject.ToString());
        Assert.Equal("alone-very-old", VisitPlan.Make(VisitRules.Sample, [subject], NewYear, YearsEnd).Visits().First().Rule.Code);
    }

    [Fact]
    public void Every_fault_of_rules_is_told()
    {
        var rule = VisitRules.Sample.Terms.Rules[0];

        var e = Assert.Throws<DefinitionException>(() => VisitRules.Freeze(VisitRules.Sample.Terms with
        {
            Rules = [rule, rule with { Every = new(7, 1) }, rule with { Code = "x", WindowDays = 7 }],
            Triggers = [VisitRules.Sample.Terms.Triggers[0] with { Within = TimeSpan.FromDays(-1) }],
            SecondAppointmentDays = 0,
        }));

        Assert.Equal(["rules[1]", "rules[2]", "triggers[0]", "codes", "second appointment"], e.Faults.Select(f => f.Where));
    }

    private static IEnumerable<(DateOnly, string, string)> Walk(VisitSubject[] subjects)
    {
        var rules = VisitRules.Sample.Terms.Rules;
        var visits = new List<(DateOnly Due, string Rule, int Order, string Household)>();
        foreach (var rule in rules)
        {
            var phase = 0;
            var span = rule.Every.After(NewYear).DayNumber - NewYear.DayNumber;
            foreach (var subject in subjects.Where(s => VisitRules.Sample.For([.. Enum.GetValues<CareKind>().Where(k => (s.Needs & 1 << (int)k) != 0)]).Contains(rule)))
            {
                var day = subject.LastVisit is { } last ? rule.Every.After(last) : NewYear.AddDays(phase++ % span);
                for (day = day < NewYear ? NewYear : day; day <= YearsEnd; day = rule.Every.After(day))
                    visits.Add((day, rule.Code, rules.ToList().IndexOf(rule), subject.Household.Value));
            }
        }

        return visits.OrderBy(v => v.Due).ThenBy(v => v.Order).ThenBy(v => v.Household, StringComparer.Ordinal).Select(v => (v.Due, v.Rule, v.Household));
    }

    private static CareNeed Need(CareKind kind, DateOnly until) => new()
    {
        Kind = new(kind),
        Service = new(new DutyCode("D-visit")),
        EnteredBy = new("w-1"),
        EnteredOn = new(2019, 1, 1),
        Until = until,
        Ground = CareGround.Consent,
        ConsentedOn = new(2019, 1, 1),
    };

    private sealed class Readings : IPersonalDataAudit
    {
        public int Count { get; private set; }

        public void Record(PersonalDataAccess access) => Count++;
    }
}
