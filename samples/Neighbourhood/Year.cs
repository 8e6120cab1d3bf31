using System.Globalization;
using GridGov;
using GridGov.Community;
using GridGov.Rules;
using GridGov.Workflows;
using static System.FormattableString;
using TaskOrigin = GridGov.Rules.TaskOrigin;

namespace Neighbourhood;

/// <summary>What happens in the compound, month by month. The same every time: nothing is drawn.</summary>
internal sealed class Year
{
    private const int Households = 100;
    private static readonly GridCode Grid = new("330199001001");
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly WorkCalendar Calendar = WorkCalendar.Weekdays("08:30-12:00", "14:00-17:30").In("Asia/Shanghai");
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private readonly List<Chapter> _chapters = [];

    public IReadOnlyList<Chapter> Play()
    {
        TalkInFebruary();
        VoteOnTheLift();
        VisitAllYear();
        WarnInApril();
        Thank();
        Judge();
        return _chapters;
    }

    // 月月谈: what is raised is put in order by five, three and one.
    private void TalkInFebruary()
    {
        (string Code, string En, string Zh)[] topics =
            [("lift", "A lift for house 3", "3栋加装电梯"), ("parking", "Parking", "停车难"), ("waste", "Sorting of waste", "垃圾分类"), ("lamps", "Lamps on the path", "路灯"), ("square", "The square at night", "广场夜间噪声")];
        var residents = Electorate.Freeze("residents", Enumerable.Range(0, 60).Select(i => new Elector { Id = new(Invariant($"r{i:00}")) }));
        var ballot = Ballot.Positional(
            new() { Id = "talk-2026-02", Question = new("What first?", "先议哪件？"), Electorate = residents, Opens = At(2, 10), Closes = At(2, 11) },
            topics.Select(t => new BallotOption(t.Code, new(t.En, t.Zh))), 5, 3, 1);
        var box = new BallotBox(ballot);
        for (var i = 0; i < 48; i++)
        {
            var first = i % 7 < 3 ? 0 : i % topics.Length;
            var second = (first + 1 + i % 3) % topics.Length;
            box.Cast(new() { Elector = new(Invariant($"r{i:00}")), At = At(2, 10), Choices = [topics[first].Code, topics[second].Code, topics[(second + 1) % topics.Length == first ? (second + 2) % topics.Length : (second + 1) % topics.Length].Code] });
        }

        var twice = box.Cast(new() { Elector = new("r00"), At = At(2, 10), Choices = ["lamps"] }).Refusal!;
        var tally = box.Count(At(2, 11)).Value;
        Say("February: what first? 二月：月月谈（531打分法）",
            [Invariant($"{tally.Sheets} of {residents.Electors.Count} residents handed in a sheet."), "A second sheet of one resident:\n" + twice.Explain(English), $"Taken up first: {string.Join(", ", tally.Top(2).Chosen.Select(o => o.Name.En))}"],
            [.. tally.Lines.Select(l => new Bar(l.Option.Name.Zh, l.Score, Invariant($"{l.Score} = {string.Join(" + ", l.ByPlace.Zip(ballot.Weights, (n, w) => Invariant($"{n}×{w}")))}")))]);
    }

    // 民法典 278: altering a building needs three quarters of those who vote, by heads and by area.
    private void VoteOnTheLift()
    {
        var developer = new PersonId("developer");
        var register = OwnerRegister.Freeze(
            Enumerable.Range(1, Households).Select(i => new OwnershipUnit
            {
                Unit = new(Invariant($"3-{i:000}")),
                Owner = i > 96 ? developer : new(Invariant($"o{i:000}")),
                Area = 80 + (i % 5 * 10),
                State = i > 96 ? UnitState.Unsold : UnitState.Delivered,
            }),
            developer, totalArea: 10_000);
        var table = JointTable.Set("four-parties", new("committee"),
        [
            new(new("committee"), SeatKind.ResidentsCommittee, new("Residents' committee", "居委会")), new(new("owners"), SeatKind.OwnersCommittee, new("Owners' committee", "业委会")),
            new(new("manager"), SeatKind.PropertyManager, new("Property manager", "物业")), new(new("police"), SeatKind.Police, new("Police", "派出所")),
        ], JointTable.FourParties);
        table.Bring(new() { Code = "lift", Name = new("A lift for house 3", "3栋加装电梯"), On = new(2026, 3, 3), ForOwners = OwnersMatter.Rebuilding }, new("owners"));
        var settled = table.Settle("lift", new(2026, 3, 3)).Refusal!;
        var may = Vote(register, "lift-05", 5, voters: 80, yes: 56);
        var september = Vote(register, "lift-09", 9, voters: 90, yes: 78);
        var undertaking = table.Undertake("lift", new("manager"), [new("manager"), new("committee")], new("hires the builder", "落实施工单位"), new(2026, 9, 25), new(2026, 10, 31)).Value;
        table.Report(undertaking.Number, new("manager"));
        table.Confirm(undertaking.Number, new("police"), isDone: true, new(2026, 10, 20));
        var closed = table.Settle("lift", new(2026, 10, 21), september);
        Say("March to October: a lift 三月至十月：业主表决加装电梯",
        [
            Invariant($"{Households} units are {register.Electorate.Electors.Count} owners: the developer's four unsold units count as one (解释 2020, 9)."),
            "The joint table may not decide for owners:\n" + settled.Explain(English),
            "May, 80 vote and 56 say yes:\n" + may.Refusal!.Explain(English),
            Invariant($"September, 90 vote and 78 say yes: {(september.IsCarried ? "carried" : "not carried")}."),
            closed.IsAccepted ? "October: the undertaking was seen to be done, and the joint table settled the matter." : closed.Refusal!.Explain(English),
        ],
        [new("May 五月", 56, "56 of 80"), new("September 九月", 78, "78 of 90")]);
    }

    private static QuorumResult Vote(OwnerRegister register, string id, int month, int voters, int yes)
    {
        var box = new BallotBox(Ballot.Motion(new() { Id = id, Question = new("Add a lift?", "是否加装电梯？"), Electorate = register.Electorate, Opens = At(month, 1), Closes = At(month, 15) }));
        foreach (var (i, owner) in register.Electorate.Electors.Take(voters).Index())
            box.Cast(new() { Elector = owner.Id, At = At(month, 2), Choices = [i < yes ? "yes" : "no"] });
        return QuorumRules.Statutory["owners.special"].Judge(box.Count(At(month, 15)).Value.Figures);
    }

    private void VisitAllYear()
    {
        CareKind[][] needs = [[CareKind.LivesAlone, CareKind.VeryOld], [CareKind.LivesAlone], [CareKind.EmptyNest], [CareKind.Disabled], [], [], [], [], [], []];
        VisitSubject[] subjects = [.. Enumerable.Range(0, Households).Select(i => VisitSubject.Of(new(Invariant($"h{i:000}")), Grid, [.. needs[i % needs.Length]]))];
        var plan = VisitPlan.Make(VisitRules.Sample, subjects, new(2026, 1, 1), new(2026, 12, 31));
        var perDay = plan.PerDay();
        var months = Enumerable.Range(1, 12).Select(m => Enumerable.Range(0, perDay.Count).Where(d => plan.From.AddDays(d).Month == m).Sum(d => perDay[d])).ToArray();
        var book = new VisitBook(VisitRules.Sample, subjects);
        var missed = book.Record(new() { Household = new("h000"), On = new(2026, 1, 8), Way = VisitWay.Door, Result = VisitResult.NotMet, By = new("w1") }).Value;
        var storm = book.Trigger("weather", At(7, 20));
        WorkEntry[] work =
        [
            .. plan.Visits().Select(v => VisitWork.Of(new() { Household = v.Subject.Household, On = v.Due, Way = v.Rule.Way, Result = VisitResult.Met, By = new("w1"), Minutes = 20 }, new("community"))),
            .. Enumerable.Range(0, 250).Select(d => new WorkEntry { Worker = new("w1"), Community = new("community"), On = new DateOnly(2026, 1, 1).AddDays(d), Activity = WorkActivity.Form, Minutes = 60, Origin = TaskOrigin.Street, Forms = 2 }),
        ];
        var burden = BurdenReport.Of(work, [], plan.From, plan.Until);
        Say("All year: at the door 全年：敲门走访",
        [
            Invariant($"{months.Sum()} visits follow from the rules for {Households} households."),
            $"A door stayed shut: {string.Join("; ", missed.Select(t => Invariant($"{t.Way} by {t.Due:MM-dd}")))}.",
            Invariant($"A red weather warning in July: {storm.Count} households are telephoned the same day."),
            burden.Explain(English),
        ],
        [.. months.Select((n, i) => new Bar(Invariant($"{i + 1}月"), n, Invariant($"{n}")))]);
    }

    private void WarnInApril()
    {
        var board = new WarningBoard(WarningRules.Sample, Enumerable.Range(0, Households).Select(i => new WarningSubject(new(Invariant($"h{i:000}")), Grid)));
        var raised = board.Observe(new(new("h042"), "wage-arrears", 1, new(2026, 4, 3)), new(2026, 4, 3)).Value;
        var lifecycle = WarningLifecycles.For(raised.State.Colour);
        var collector = new Actor(new("w1"), new("community"), Role.Collector);
        var handler = new Actor(new("labour-1"), new("labour-office"), Role.Handler);
        var verifier = new Actor(new("v1"), new("street"), Role.Verifier);
        var @case = Case.From([lifecycle.Open(new("W-1"), WarningLifecycles.ToReport(raised, new("W-1"), At(4, 3)), collector, new("community"), TimeLimit.WorkDays(15), new(At(4, 3), Calendar))]);
        var steps = new List<string> { @case.Step };
        Do(4, new(WarningLifecycles.Triggers.Confirm, collector) { Note = "as seen" });
        Do(7, new(WarningLifecycles.Triggers.Assign, new(new("d1"), new("street"), Role.Dispatcher)) { Handler = handler.Id, Lead = handler.Body });
        Do(16, new(WarningLifecycles.Triggers.Report, handler) { Note = "wages were paid" });
        board.Observe(new(new("h042"), "wage-arrears", 0, new(2026, 4, 16)), new(2026, 4, 16));
        var own = board.Verify(new("h042"), new(2026, 4, 20), handler.Id, handler.Id).Refusal!;
        Do(20, new(WarningLifecycles.Triggers.Clear, verifier) { Note = "verified at the door", Facts = new() { Outcome = CaseOutcome.Solved } });
        board.Verify(new("h042"), new(2026, 4, 20), verifier.Id, handler.Id);
        Say("April: a yellow warning 四月：黄色预警",
        [
            $"{raised.Before} to {raised.State.Colour}: {string.Join(", ", raised.State.Reasons.Select(r => r.Reason.En))}.",
            $"The case: {string.Join(" → ", steps)}.",
            "Who handled it may not verify it:\n" + own.Explain(English),
            Invariant($"Open now: {board.Count(WarningColour.Red)} red, {board.Count(WarningColour.Yellow)} yellow. To be looked at again on {string.Join(" and ", board.RechecksDue(new(2026, 12, 31)).Select(r => Invariant($"{r.Due:MM-dd}")))}."),
        ],
        []);

        void Do(int day, CaseCommand command)
        {
            var decision = lifecycle.Decide(@case, command, new(At(4, day), Calendar));
            if (decision.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.ToString());
            @case = Case.Apply(@case, decision.ToEntry());
            steps.Add(@case.Step);
        }
    }

    private void Thank()
    {
        var ledger = new PointsLedger(PointsScheme.Freeze(new()
        {
            Id = "neighbours",
            Version = 1,
            Basis = new("Points rules of the compound, 2026 (imaginary)"),
            Rules = [new() { Code = "service", Name = new("An hour of service", "志愿服务1小时"), PointsPerUnit = 1, MostUnitsPerActivity = 2 }],
            Rewards = [new("soap", new("Soap", "肥皂"), 4)],
            Windows = [new(6, 1, 6, 30), new(12, 1, 12, 31)],
            MostRedemptionsPerQuarter = 1,
        }));
        ledger.Stock("soap", 3);
        PersonId[] members = [.. Enumerable.Range(1, 5).Select(i => new PersonId(Invariant($"volunteer {i}")))];
        foreach (var (i, member) in members.Index())
        {
            ledger.Join(member);
            for (var month = 1; month <= 4 + i; month++)
                ledger.Earn(new() { Member = member, Rule = "service", Activity = Invariant($"clean-up {month}"), Units = 3, On = new(2026, month, 15), EnteredBy = new("clerk"), CheckedBy = new("jury") });
        }

        var early = ledger.Redeem(members[0], "soap", new(2026, 5, 2), new("clerk")).Refusal!;
        foreach (var member in members)
            ledger.Redeem(member, "soap", new(2026, 6, 5), new("clerk"));
        var balances = members.Select(ledger.BalanceOf).ToArray();
        Say("All year: thanked 全年：积分",
        [
            "An exchange outside the window:\n" + early.Explain(English),
            Invariant($"In June three exchange points for soap, and then there is none. Spendable in all {balances.Sum(b => b.Spendable)}, honour {balances.Sum(b => b.Honour)}: honour never falls."),
            Invariant($"{ledger.Postings.Count} postings; issued {ledger.SumOf(PointsCounter.Issued)}, redeemed {ledger.SumOf(PointsCounter.Redeemed)}."),
        ],
        [.. balances.Select((b, i) => new Bar(Invariant($"志愿者{i + 1}"), b.Honour, Invariant($"{b.Honour} honour, {b.Spendable} to exchange")))]);
    }

    private void Judge()
    {
        var card = ScoreCard.Freeze(new()
        {
            Id = "grid-2026",
            Version = 1,
            Basis = new("Score card of the street, 2026 (imaginary)"),
            Parts =
            [
                new() { Code = "closed", Name = new("Closed on time", "按期结案率"), Weight = 50, Rater = new("centre"), Indicator = "closed-on-time", Standard = 0.9m },
                new() { Code = "visits", Name = new("Visits done", "走访完成率"), Weight = 30, Rater = new("community"), Indicator = "visits", Standard = 0.95m },
                new() { Code = "satisfied", Name = new("Residents satisfied", "居民满意率"), Weight = 20, Rater = new("residents"), Indicator = "satisfied", Standard = 0.85m },
            ],
            Bands = [new(0, 60, new("not met", "不合格")), new(60, 80, new("basic", "基本合格")), new(80, 95, new("met", "合格")), new(95, 100, new("excellent", "优秀"))],
        });
        var result = card.Judge("grid", new Dictionary<string, decimal?> { ["closed-on-time"] = 0.93m, ["visits"] = 0.91m, ["satisfied"] = 0.88m });
        Say("December: judged by a standard 十二月：达标考核",
            [Invariant($"{result.Total} points, {result.Band.Name.En} ({result.Band.Name.Zh})."), $"The standard is {(result.MeetsStandard ? "met" : "not met yet: " + string.Join("; ", result.Missing().Select(m => m.Text.En)))}.", "No ranking was asked for, so there is none."],
            [.. result.Lines.Select(l => new Bar(l.Part.Name.Zh, (double)l.Points, Invariant($"{l.Points:0.##} of {l.Part.Weight}")))]);
    }

    private void Say(string title, IReadOnlyList<string> lines, IReadOnlyList<Bar> bars) => _chapters.Add(new(title, lines, bars));

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 9, 0, 0, China);
}
