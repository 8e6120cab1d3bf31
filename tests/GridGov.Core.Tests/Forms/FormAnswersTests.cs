using CsCheck;
using static GridGov.Core.Tests.FormSamples;

namespace GridGov.Core.Tests;

public class FormAnswersTests
{
    private static readonly BodyId Us = new("community-1");
    private static readonly DateOnly March = new(2026, 3, 10);
    private static readonly FormAnswers Reported = FormAnswers.None(Catalog).With(Us, new("F-1"), March);

    [Fact]
    public void What_was_reported_in_one_form_is_answered_in_every_other() => Assert.Equal(
        [new FormAnswer("elders", new("F-1"), March), new("households", new("F-1"), March)],
        Reported.AnswersTo(Us, new("F-4"), March.AddDays(20)));

    [Theory]
    [InlineData(2026, 3, 31, 2)]
    [InlineData(2026, 4, 1, 1)]
    [InlineData(2026, 12, 31, 1)]
    [InlineData(2027, 1, 1, 0)]
    [InlineData(2026, 2, 28, 1)]
    public void An_answer_holds_for_the_period_of_its_figure(int year, int month, int day, int answered)
    {
        Assert.Equal(answered, Reported.CountAnswered(Us, new("F-1"), new(year, month, day), out var asked));
        Assert.Equal(2, asked);
    }

    [Fact]
    public void What_is_asked_once_is_answered_for_ever()
    {
        var answers = FormAnswers.None(Catalog).With(Us, new("F-3"), March);

        Assert.Equal(1, answers.CountAnswered(Us, new("F-3"), March.AddYears(50), out _));
    }

    [Fact]
    public void Everybody_answers_for_themselves() => Assert.Equal(0, Reported.CountAnswered(new("community-2"), new("F-1"), March, out _));

    [Fact]
    public void A_later_report_does_not_take_away_an_earlier_one()
    {
        var both = Reported.With(Us, new("F-1"), March.AddMonths(1));

        Assert.Equal(2, both.CountAnswered(Us, new("F-1"), March, out _));
        Assert.Equal(2, both.CountAnswered(Us, new("F-1"), March.AddMonths(1), out _));
    }

    [Fact]
    public void Forms_that_nobody_knows_and_holders_without_a_name_are_mistakes()
    {
        Assert.Throws<ArgumentException>(() => Reported.With(Us, new("F-9"), March));
        Assert.Throws<ArgumentException>(() => Reported.With(default, new("F-1"), March));
        Assert.Equal(0, Reported.CountAnswered(Us, new("F-9"), March, out var asked));
        Assert.Equal(0, asked);
        Assert.Empty(Reported.AnswersTo(Us, new("F-9"), March));
    }

    [Fact]
    public void It_agrees_with_a_list_of_all_reports_that_is_read_through()
    {
        var report = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 800]);
        Gen.Select(report.Array[0, 12], report).Sample((given, asked) =>
        {
            var first = new DateOnly(2025, 1, 1);
            var answers = given.Aggregate(FormAnswers.None(Catalog), (a, g) => a.With(Holder(g.Item2), Catalog.Forms[g.Item1].Code, first.AddDays(g.Item3)));
            var form = Catalog.Forms[asked.Item1];
            var expected = form.Fields.Where(key => given.Any(g =>
                g.Item2 == asked.Item2
                && Catalog.Forms[g.Item1].Fields.Contains(key)
                && DutyPeriods.NumberOf(Per(key), first.AddDays(g.Item3)) == DutyPeriods.NumberOf(Per(key), first.AddDays(asked.Item3)))).Order(StringComparer.Ordinal).ToArray();

            Assert.Equal(expected.Length, answers.CountAnswered(Holder(asked.Item2), form.Code, first.AddDays(asked.Item3), out _));
            Assert.Equal(expected, answers.AnswersTo(Holder(asked.Item2), form.Code, first.AddDays(asked.Item3)).Select(a => a.Field));
        });
    }

    private static BodyId Holder(int number) => new(number == 0 ? "community-1" : "community-2");

    private static DutyPeriod Per(string key) => Catalog.Fields.Single(f => f.Key == key).Per;
}
