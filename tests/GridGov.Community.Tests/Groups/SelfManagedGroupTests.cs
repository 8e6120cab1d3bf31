using CsCheck;

namespace GridGov.Community.Tests.Groups;

public sealed class SelfManagedGroupTests
{
    private static readonly DateOnly Begin = new(2026, 1, 1);

    [Fact]
    public void The_four_groups_are_sound_and_a_new_one_has_all_its_posts_to_fill()
    {
        foreach (var template in GroupTemplate.OwnersGroups)
        {
            var group = SelfManagedGroup.SetUp(template.Code, new("330199001001"), template);
            Assert.Equal(template.Posts.Sum(p => p.Seats), group.VacanciesOn(Begin).Sum(v => v.Seats));
        }
    }

    [Fact]
    public void A_covenant_needs_the_members_and_follows_the_one_before()
    {
        var group = Group();
        var first = Covenant(1, Begin);

        Assert.Contains("quorum", group.Adopt(first, Count(20)).Refusal!.Unmet[0].Code, StringComparison.Ordinal);
        Assert.Equal("group.rule", group.Adopt(first, Count(60, "villagers.assembly")).Refusal!.Unmet[0].Code);
        Assert.True(group.Adopt(first, Count(60)).IsAccepted);
        Assert.Equal(["group.version", "group.articles", "group.from"],
            group.Adopt(new() { Version = 1, Articles = [], From = Begin }, Count(60)).Refusal!.Unmet.Select(u => u.Code));
        Assert.True(group.Adopt(Covenant(2, Begin.AddYears(1)), Count(60)).IsAccepted);

        Assert.Null(group.CovenantOn(Begin.AddDays(-1)));
        Assert.Equal(1, group.CovenantOn(Begin.AddDays(364))!.Version);
        Assert.Equal(2, group.CovenantOn(Begin.AddYears(1))!.Version);
    }

    [Fact]
    public void A_post_is_held_by_no_more_than_its_seats_and_no_longer_than_its_term()
    {
        var group = Group();

        Assert.True(group.Elect(Term("a", 0, 12), Count(60)).IsAccepted);
        Assert.Equal(["group.once"], group.Elect(Term("a", 6, 12), Count(60)).Refusal!.Unmet.Select(u => u.Code));
        Assert.True(group.Elect(Term("b", 6, 12), Count(60)).IsAccepted);
        Assert.Equal(["group.seats"], group.Elect(Term("c", 11, 12), Count(60)).Refusal!.Unmet.Select(u => u.Code));
        Assert.True(group.Elect(Term("c", 12, 12), Count(60)).IsAccepted);
        Assert.Equal(["group.term"], group.Elect(Term("d", 24, 37), Count(60)).Refusal!.Unmet.Select(u => u.Code));
        Assert.Equal(["group.post"], group.Elect(Term("d", 24, 12) with { Post = "king" }, Count(60)).Refusal!.Unmet.Select(u => u.Code));

        Assert.Equal(["a", "b"], group.HoldersOn(Begin.AddMonths(7)).Select(t => t.Member.Value));
        Assert.Equal("night-round", group.VacanciesOn(Begin.AddMonths(7)).Single().Post.Code);
    }

    [Fact]
    public void Whatever_is_elected_no_day_has_more_holders_than_seats() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 36], Gen.Int[0, 9]).Array[1, 30].Sample(tries =>
        {
            var group = Group();
            foreach (var (from, months, member) in tries)
                group.Elect(Term($"m{member}", from, months), Count(60));
            for (var month = 0; month < 80; month++)
            {
                var day = Begin.AddMonths(month);
                Assert.True(group.HoldersOn(day).Count <= 2);
                Assert.Equal(group.HoldersOn(day).Count, group.HoldersOn(day).Select(t => t.Member).Distinct().Count());
            }
        });

    [Fact]
    public void A_template_that_is_none_is_not_set_up()
    {
        var e = Assert.Throws<DefinitionException>(() => SelfManagedGroup.SetUp("x", default, new()
        {
            Code = "x",
            Name = new("x", "x"),
            Posts = [new("a", new("a", "a"), []), new("a", new("a", "a"), [new LocalizedText("b", "b")])],
            LongestTermMonths = 0,
        }));

        Assert.Equal(["grid", "posts[0]", "posts[1]", "longest term"], e.Faults.Select(f => f.Where));
    }

    private static SelfManagedGroup Group() => SelfManagedGroup.SetUp("house-3", new("330199001001"), GroupTemplate.Safety);

    private static Covenant Covenant(int version, DateOnly from) => new() { Version = version, Articles = [new LocalizedText("keep the stairs clear", "不堆物")], From = from };

    private static GroupTerm Term(string member, int fromMonth, int months) =>
        new("fire-watch", new(member), Begin.AddMonths(fromMonth), Begin.AddMonths(fromMonth + months).AddDays(-1));

    private static QuorumResult Count(int yes, string rule = "residents.assembly") =>
        QuorumRules.Statutory[rule].Judge(new() { People = new(100, 100, 100, yes, 100 - yes), Households = new(50, 50, 50, 30, 20) });
}
