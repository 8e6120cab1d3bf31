using static GridGov.Community.Tests.Ballots.TestBallots;

namespace GridGov.Community.Tests.Ballots;

public sealed class RefusedVoteTests
{
    [Fact]
    public void Every_reason_is_told_at_once()
    {
        var box = new BallotBox(Ballot.Positional(Terms(3), Options, 5, 3, 1));

        var refusal = box.Cast(Sheet(9, "A", "A", "X", "B") with { At = Closes }).Refusal!;

        Assert.Equal(["vote.entitled", "vote.time", "vote.choices", "vote.distinct", "vote.option"], refusal.Unmet.Select(u => u.Code));
    }

    [Fact]
    public void The_first_vote_of_an_elector_counts_on_paper_or_not()
    {
        var box = new BallotBox(Ballot.Positional(Terms(3), Options, 5, 3, 1));
        Assert.True(box.Cast(Sheet(1, "A")).IsAccepted);

        var result = box.Enter(Batch("b-1", Sheet(1, "B"), Sheet(2, "C"))).Value;

        var refused = Assert.Single(result.Refused);
        Assert.Equal(("b-1", 1, "vote.once"), (refused.Batch, refused.Row, refused.Refusal.Unmet[0].Code));
        var tally = box.Count(Closes).Value;
        Assert.Equal(2, tally.Sheets);
        Assert.Equal(0, tally.Lines.Single(l => l.Option.Code == "B").Score);
        Assert.Equal(refused, Assert.Single(tally.Refused));
    }

    [Fact]
    public void Nobody_is_named_in_what_is_refused()
    {
        var box = new BallotBox(Ballot.Positional(Terms(3), Options, 5, 3, 1));
        box.Cast(Sheet(1, "A"));

        var texts = new[] { box.Cast(Sheet(1, "A")).Refusal!, box.Cast(Sheet(77, "A")).Refusal! };

        Assert.All(texts, t => Assert.DoesNotContain("v-0", t.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_batch_with_a_heading_that_is_not_in_order_is_refused_whole()
    {
        var box = new BallotBox(Ballot.Positional(Terms(3), Options, 5, 3, 1));
        Assert.True(box.Enter(Batch("b-1", Sheet(1, "A"))).IsAccepted);

        var refusal = box.Enter(Batch("b-1", Sheet(2, "A")) with { CheckedBy = new("clerk-1"), CountedSheets = 2 }).Refusal!;

        Assert.Equal(["batch.once", "batch.checked", "batch.count"], refusal.Unmet.Select(u => u.Code));
        Assert.Equal(1, box.Count(Closes).Value.Sheets);
    }

    [Fact]
    public void A_spoilt_sheet_takes_part_and_chooses_nothing()
    {
        var box = new BallotBox(Ballot.Motion(Terms(3)));
        box.Enter(Batch("b-1", Sheet(1) with { IsSpoilt = true }, Sheet(2, "yes")));

        var tally = box.Count(Closes).Value;

        Assert.Equal((2, 1), (tally.Sheets, tally.Spoilt));
        Assert.Equal(new MeasureFigures(3, 2, 2, 1, 0), tally.Figures.People);
    }

    [Fact]
    public void Counting_waits_for_the_end_or_for_everybody()
    {
        var box = new BallotBox(Ballot.Positional(Terms(2), Options, 5, 3, 1));
        box.Cast(Sheet(1, "A"));
        Assert.Equal(CommunityRefusalCodes.CountTooEarly, box.Count(Noon).Refusal!.Code);

        box.Cast(Sheet(2, "A"));

        Assert.True(box.Count(Noon).IsAccepted);
    }

    [Fact]
    public void Every_fault_of_a_ballot_is_told()
    {
        var e = Assert.Throws<DefinitionException>(() => Ballot.Positional(Terms(2) with { Closes = Opens }, [Options[0], Options[0]], 1, 3, 0, 0));

        Assert.Equal(["weights[1]", "weights[2]", "weights[3]", "closes", "options[1]", "weights"], e.Faults.Select(f => f.Where));
    }
}
