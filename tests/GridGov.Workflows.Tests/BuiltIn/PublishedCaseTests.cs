using System.Text.Json;
using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class PublishedCaseTests
{
    private static readonly CityProfile City = CityProfile.Freeze(Options());

    private static readonly string[] Planted =
        ["11010519491231002X", "13800138000", "zhang.san@example.org", "Zhang San", "张三", "No. 7, third floor", "京A12345"];

    [Fact]
    public void It_says_who_answers_how_long_it_took_and_how_it_came_out()
    {
        var @case = CaseIn.Step(EightStep.Archive);
        var posted = PublishedCase.Of(@case, City);

        Assert.Equal((@case.Id, new ClassCode("cover"), new BodyId("team-w1")), (posted.Id!.Value, posted.Class, posted.Lead));
        Assert.Equal((CaseOutcome.Solved, Satisfaction.Satisfied, true, true), (posted.Outcome!.Value, posted.Answer!.Value, posted.OnTime!.Value, posted.IsClosed));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)), (posted.ReportedOn, posted.DueOn!.Value));
        Assert.Equal("归档", posted.Step.Zh);
    }

    [Fact]
    public void The_place_is_no_finer_than_a_community() =>
        Assert.Equal(new GridCode("s1"), PublishedCase.Of(CaseIn.Step(EightStep.Track), City).Place);

    [Theory]
    [InlineData("R-20260302-0001", true)]
    [InlineData("2026030200000000017", true)]
    [InlineData("13800138000", false)]
    [InlineData("from-13800138000", false)]
    [InlineData("x11010519491231002X", false)]
    [InlineData("440524188001010014", false)]
    [InlineData("zhang@example.org", false)]
    public void A_case_number_that_looks_like_a_persons_is_not_shown(string id, bool shown) =>
        Assert.Equal(shown, PublishedCase.Of(Fit.Open(EightStep.Default, id), City).Id is not null);

    [Fact]
    public void Whatever_was_planted_where_a_log_can_hold_it_is_never_posted() =>
        Gen.Select(Gen.Int[0, Planted.Length - 1].Array[8], Gen.Int[0, 6]).Sample(
            (which, steps) =>
            {
                string Value(int i) => Planted[which[i]];
                var report = Report("c1") with
                {
                    Description = new Sensitive<string>(Value(0)),
                    Contact = new Sensitive<string>(Value(1)),
                    Channel = Value(2),
                    Position = GeoPoint.Wgs84(121.5, 31.2),
                };
                var @case = Case.Apply(null, EightStep.Default.Open(new("c1"), report, new(new(Value(3)), Center, Role.Acceptor), Center, Cover.Limit, CaseIn.At(Monday)));
                for (var i = 0; i < steps && !@case.IsClosed; i++)
                {
                    var way = EightStep.Default.From(@case.Step).First(w => w.To is not null && w.To != @case.Step && w.Trigger is "assign" or "start" or "report" or "verify" or "evaluate" or "archive");
                    var command = Fit.Command(@case, way);
                    command = new(way.Trigger, way.Trigger is "assign" or "verify" ? command.By with { Id = new(Value(4)) } : command.By)
                    {
                        Note = Value(5),
                        Handler = command.Handler is null ? null : new ActorId(Value(6)),
                        Lead = command.Lead,
                        Facts = (command.Facts ?? new()) with { Evidence = [new(EvidenceKind.PhotoAfter, Value(7))] },
                    };
                    var decision = EightStep.Default.Decide(@case, command, Fit.When(@case, way));
                    if (!decision.IsAllowed)
                        break;
                    @case = Case.Apply(@case, decision.ToEntry());
                }

                var posted = PublishedCase.Of(@case, City);
                var texts = $"{posted}\n{JsonSerializer.Serialize(posted)}";
                Assert.DoesNotContain(Planted, value => texts.Contains(value, StringComparison.Ordinal) || texts.Contains(JsonEncodedText.Encode(value).ToString(), StringComparison.Ordinal));
            },
            iter: 500);
}
