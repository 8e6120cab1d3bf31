using CsCheck;

namespace GridGov.Community.Tests.Points;

public sealed class PointsLedgerTests
{
    private static readonly PersonId Member = new("m-1");
    private static readonly DateOnly Day = new(2026, 3, 10);

    private static PointsTerms Terms => new()
    {
        Id = "neighbours",
        Version = 1,
        Basis = new("Points rules of the compound, 2026"),
        Rules =
        [
            new() { Code = "service", Name = new("Service", "志愿服务"), PointsPerUnit = 1, MostUnitsPerActivity = 2 },
            new() { Code = "found", Name = new("A matter found", "发现上报"), PointsPerUnit = 5, MostPointsPerMonth = 12 },
            new() { Code = "old", Name = new("Old rule", "旧规则"), PointsPerUnit = 1, Until = new(2026, 2, 28) },
        ],
        Rewards = [new("soap", new("Soap", "肥皂"), 2), new("rice", new("Rice", "大米"), 20)],
        Windows = [new(3, 1, 3, 31), new(6, 1, 6, 30)],
        MostRedemptionsPerQuarter = 1,
        ExpiresAfterMonths = 12,
    };

    private static PointsLedger Open()
    {
        var ledger = new PointsLedger(PointsScheme.Freeze(Terms));
        ledger.Join(Member);
        ledger.Stock("soap", 2);
        return ledger;
    }

    private static EarnClaim Claim(string activity, int units = 1, string rule = "service") => new()
    {
        Member = Member,
        Rule = rule,
        Activity = activity,
        Units = units,
        On = Day,
        EnteredBy = new("clerk"),
        CheckedBy = new("jury"),
    };

    [Fact]
    public void An_activity_of_five_hours_counts_two_and_honours_as_much()
    {
        var ledger = Open();

        Assert.Equal(2, ledger.Earn(Claim("clean-up", 5)).Value);

        Assert.Equal(new PointsBalance(2, 2), ledger.BalanceOf(Member));
        Assert.All(ledger.Postings, p => Assert.Equal(1, p.SchemeVersion));
    }

    [Fact]
    public void A_cap_of_the_month_cuts_and_then_refuses()
    {
        var ledger = Open();

        Assert.Equal(10, ledger.Earn(Claim("a", 2, "found")).Value);
        Assert.Equal(2, ledger.Earn(Claim("b", 1, "found")).Value);
        Assert.Equal("points.month", Assert.Single(ledger.Earn(Claim("c", 1, "found")).Refusal!.Unmet).Code);
        Assert.True(ledger.Earn(Claim("c", 1, "found") with { On = Day.AddMonths(1) }).IsAccepted);
    }

    [Fact]
    public void Every_reason_against_a_posting_is_told()
    {
        var ledger = Open();
        ledger.Earn(Claim("clean-up", rule: "old") with { On = new(2026, 1, 1) });

        var refusal = ledger.Earn(Claim("clean-up", 0, "old") with { CheckedBy = new("clerk") }).Refusal!;

        Assert.Equal(["points.in-force", "points.units", "points.checked", "points.once"], refusal.Unmet.Select(u => u.Code));
        Assert.Equal(["points.joined", "points.rule"], ledger.Earn(Claim("x", rule: "gone") with { Member = new("m-2") }).Refusal!.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void Points_are_exchanged_in_the_window_once_a_quarter_while_there_is_stock()
    {
        var ledger = Open();
        for (var i = 0; i < 4; i++)
            ledger.Earn(Claim($"a{i}", 2));

        Assert.Equal(6, ledger.Redeem(Member, "soap", Day, new("shop")).Value);
        Assert.Equal(["points.window"], Codes(ledger.Redeem(Member, "soap", new(2026, 5, 1), new("shop"))));
        Assert.Equal(["points.stock", "points.balance", "points.quarter"], Codes(ledger.Redeem(Member, "rice", Day, new("shop"))));
        Assert.Equal(4, ledger.Redeem(Member, "soap", new(2026, 6, 1), new("shop")).Value);
        Assert.Equal(new PointsBalance(4, 8), ledger.BalanceOf(Member));
    }

    [Fact]
    public void What_is_left_of_the_oldest_points_expires_and_honour_does_not()
    {
        var ledger = Open();
        ledger.Earn(Claim("a", 2));
        ledger.Earn(Claim("b", 2) with { On = Day.AddMonths(1) });
        ledger.Redeem(Member, "soap", Day.AddDays(1), new("shop"));

        Assert.Equal(0, ledger.Expire(Day.AddMonths(12), new("run")));
        Assert.Equal(2, ledger.Expire(Day.AddMonths(13), new("run")));

        Assert.Equal(new PointsBalance(0, 4), ledger.BalanceOf(Member));
    }

    [Fact]
    public void A_posting_that_was_never_true_is_taken_back_once_by_somebody_else_with_a_reason()
    {
        var ledger = Open();
        ledger.Earn(Claim("a", 2));

        Assert.Equal(["points.separation", "points.reason"], Codes(ledger.Correct(1, Day, new("clerk"), " ")));
        Assert.Equal(2, ledger.Correct(1, Day, new("jury"), "was not there").Value);
        Assert.Equal(2, ledger.Correct(2, Day, new("jury"), "was not there").Value);
        Assert.Equal(["points.corrected"], Codes(ledger.Correct(1, Day, new("jury"), "again")));
        Assert.Equal(["points.posting"], Codes(ledger.Correct(9, Day, new("jury"), "none")));
        Assert.Equal(default, ledger.BalanceOf(Member));
    }

    [Fact]
    public void A_scheme_that_takes_away_or_prices_a_right_is_refused_with_every_fault()
    {
        var e = Assert.Throws<DefinitionException>(() => PointsScheme.Freeze(Terms with
        {
            Rules = [new() { Code = "swearing", Name = new("Swearing", "骂人"), PointsPerUnit = -2 }],
            Rewards = [new("allowance", new("Hardship allowance", "困难补助"), 50, IsRight: true), new("allowance", new("x", "x"), 0)],
            Windows = [new(12, 1, 1, 31)],
        }));

        Assert.Equal(["rules[0]", "rewards[0]", "rewards[1]", "codes", "windows[0]"], e.Faults.Select(f => f.Where));
    }

    [Fact]
    public void Whatever_is_done_accounts_make_zero_nobody_is_below_it_and_the_postings_tell_it_all()
    {
        var operations = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 3], Gen.Int[0, 400], Gen.Int[1, 12]);
        operations.Array[0, 60].Sample(steps =>
        {
            var ledger = Open();
            ledger.Join(new("m-2"));
            ledger.Stock("rice", 100);
            ledger.Stock("soap", 100);
            var day = new DateOnly(2025, 1, 1);
            var honour = 0;
            foreach (var (i, (what, who, ahead, number)) in steps.Index())
            {
                day = day.AddDays(ahead / 10);
                var member = new PersonId($"m-{who}");
                _ = what switch
                {
                    0 => ledger.Redeem(member, number % 2 == 0 ? "soap" : "rice", day, new("shop")).IsAccepted,
                    1 => ledger.Expire(day, new("run")) > 0,
                    2 => ledger.Correct(number, day, new("jury"), "was not there").IsAccepted,
                    _ => ledger.Earn(Claim($"a{i}", number, number % 2 == 0 ? "found" : "service") with { Member = member, On = day }).IsAccepted,
                };
                var now = ledger.BalanceOf(Member);
                Assert.True(now.Spendable >= 0 && now.Honour >= 0 && (what == 2 || now.Honour >= honour));
                honour = now.Honour;
            }

            PersonId[] all = [Member, new("m-2"), new("m-3")];
            var members = all.Sum(m => ledger.BalanceOf(m).Spendable + ledger.BalanceOf(m).Honour);
            Assert.Equal(0, members + Enum.GetValues<PointsCounter>().Sum(ledger.SumOf));
            var restored = PointsLedger.Restore(ledger.Scheme, ledger.Postings, all);
            Assert.All(all, m => Assert.Equal(ledger.BalanceOf(m), restored.BalanceOf(m)));
            Assert.Equal(ledger.Expire(day.AddYears(3), new("run")), restored.Expire(day.AddYears(3), new("run")));
        });
    }

    [Fact]
    public void A_newer_version_is_adopted_and_an_older_one_is_not()
    {
        var ledger = Open();
        ledger.Earn(Claim("a"));

        ledger.Adopt(PointsScheme.Freeze(Terms with { Version = 2 }));
        ledger.Earn(Claim("b"));

        Assert.Equal([1, 1, 2, 2], ledger.Postings.Select(p => p.SchemeVersion));
        Assert.Throws<ArgumentException>(() => ledger.Adopt(PointsScheme.Freeze(Terms)));
    }

    private static string[] Codes(Outcome<int> outcome) => [.. outcome.Refusal!.Unmet.Select(u => u.Code)];
}
