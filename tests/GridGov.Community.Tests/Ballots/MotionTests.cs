using CsCheck;
using static GridGov.Community.Tests.Ballots.TestBallots;

namespace GridGov.Community.Tests.Ballots;

public sealed class MotionTests
{
    [Fact]
    public void Owners_vote_by_heads_and_by_area()
    {
        // One owner of 40 units votes no; 30 of the 60 others vote yes: heads carry it, the area does not.
        var register = OwnerRegister.Freeze(
            Enumerable.Range(1, 100).Select(i => new OwnershipUnit { Unit = new($"u-{i}"), Owner = i <= 40 ? new("investor") : Voter(i), Area = 100 }),
            new("developer"),
            10_000);
        var box = new BallotBox(Ballot.Motion(Terms(1) with { Electorate = register.Electorate }));
        box.Cast(Sheet(1, "no") with { Elector = new("investor") });
        for (var i = 41; i <= 80; i++)
            Assert.True(box.Cast(Sheet(i, i <= 70 ? "yes" : "abstain")).IsAccepted);

        var result = QuorumRules.Statutory["owners.ordinary"].Judge(box.Count(Closes).Value.Figures);

        Assert.True(result.IsValid);
        Assert.Equal(new MeasureFigures(61, 41, 41, 30, 1), result.Figures.People);
        Assert.Equal(new MeasureFigures(10_000, 8_000, 8_000, 3_000, 4_000), result.Figures.Area);
        var unmet = Assert.Single(result.Refusal!.Unmet);
        Assert.Contains("area", unmet.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_silent_join_the_majority_only_where_the_covenant_says_so_and_only_when_reached()
    {
        var figures = new List<MeasureFigures>();
        foreach (var joins in (bool[])[false, true])
        {
            var box = new BallotBox(Ballot.Motion(Terms(5) with { SilentJoinMajority = joins }));
            box.Cast(Sheet(1, "yes"));
            box.Cast(Sheet(2, "yes"));
            box.Cast(Sheet(3, "no"));
            box.MarkPresent(Voter(4));
            figures.Add(box.Count(Closes).Value.Figures.People!);
        }

        Assert.Equal([new(5, 4, 3, 2, 1), new(5, 4, 4, 3, 1)], figures);
    }

    [Fact]
    public void A_secret_vote_has_the_same_figures_as_an_open_one() =>
        Gen.Int[0, 3].Array[1, 30].Sample(answers =>
        {
            var electorate = Electorate.Freeze("owners", answers.Select((_, i) => new Elector { Id = Voter(i), Area = 50.25m + i, IsDelegate = i % 2 == 0 }));
            QuorumFigures[] both = [.. ((bool[])[false, true]).Select(isSecret =>
            {
                var box = new BallotBox(Ballot.Motion(Terms(1) with { Electorate = electorate, IsSecret = isSecret }));
                foreach (var (i, answer) in answers.Index().Where(a => a.Item < 3))
                    Assert.True(box.Cast(Sheet(i, Ballot.Answers[answer])).IsAccepted);
                return box.Count(Closes).Value.Figures;
            })];

            Assert.Equal(both[0], both[1]);
        });

    [Fact]
    public void A_household_of_two_minds_is_on_no_side()
    {
        var electorate = Electorate.Freeze("villagers", Enumerable.Range(1, 4).Select(i => new Elector { Id = Voter(i), Household = new($"h-{(i + 1) / 2}") }));
        var box = new BallotBox(Ballot.Motion(Terms(1) with { Electorate = electorate }));
        box.Cast(Sheet(1, "yes"));
        box.Cast(Sheet(2, "no"));
        box.Cast(Sheet(3, "yes"));

        Assert.Equal(new MeasureFigures(2, 2, 2, 1, 0), box.Count(Closes).Value.Figures.Households);
    }

    [Fact]
    public void Receipts_bind_the_roll_and_hide_the_choice_of_a_secret_vote()
    {
        VoteReceipt Last(bool isSecret, string choice)
        {
            var box = new BallotBox(Ballot.Motion(Terms(2) with { IsSecret = isSecret }));
            box.Cast(Sheet(1, choice));
            return box.Cast(Sheet(2, "yes")).Value;
        }

        Assert.Equal(Last(true, "yes"), Last(true, "no"));
        Assert.NotEqual(Last(false, "yes"), Last(false, "no"));
        Assert.Equal(2, Last(true, "yes").Number);
    }

    [Fact]
    public void Many_threads_cast_each_vote_once()
    {
        const int voters = 500;
        var box = new BallotBox(Ballot.Motion(Terms(voters)));
        var accepted = 0;

        Parallel.For(0, voters * 4, i => Interlocked.Add(ref accepted, box.Cast(Sheet((i % voters) + 1, "yes")).IsAccepted ? 1 : 0));

        Assert.Equal(voters, accepted);
        var tally = box.Count(Noon).Value;
        Assert.Equal((voters, voters * 3), (tally.Sheets, tally.Refused.Count));
        Assert.Equal(voters, tally.Figures.People!.Yes);
    }
}
