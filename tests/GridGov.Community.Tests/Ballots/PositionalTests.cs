using System.Globalization;
using CsCheck;
using static GridGov.Community.Tests.Ballots.TestBallots;

namespace GridGov.Community.Tests.Ballots;

public sealed class PositionalTests
{
    [Fact]
    public void The_531_method_on_three_sheets()
    {
        var box = new BallotBox(Ballot.Positional(Terms(3), Options, 5, 3, 1));
        Assert.True(box.Cast(Sheet(1, "A", "B", "C")).IsAccepted);
        Assert.True(box.Cast(Sheet(2, "B", "A", "C")).IsAccepted);
        Assert.True(box.Cast(Sheet(3, "B", "C", "A")).IsAccepted);

        var tally = box.Count(Noon).Value;

        Assert.Equal([("B", 13L), ("A", 9L), ("C", 5L)], tally.Lines.Select(l => (l.Option.Code, l.Score)));
        Assert.Equal(27, tally.Lines.Sum(l => l.Score));
        Assert.Equal("""
            先办哪件事？
              1. 停车: 13 = 2×5 + 1×3 + 0×1
              2. 电梯: 9 = 1×5 + 1×3 + 1×1
              3. 花园: 5 = 0×5 + 1×3 + 2×1
              收到3张，废票0张，不计入0张
            """, tally.Explain(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void Of_equal_scores_the_one_with_more_first_places_stands_first()
    {
        // A: 5 and 1; B: 3 and 3. Both have six.
        var box = new BallotBox(Ballot.Positional(Terms(2), Options, 5, 3, 1));
        box.Cast(Sheet(1, "A", "B"));
        box.Cast(Sheet(2, "C", "B", "A"));

        var tally = box.Count(Closes).Value;

        Assert.Equal(["A", "B", "C"], tally.Lines.Select(l => l.Option.Code));
        Assert.Equal([6L, 6L, 5L], tally.Lines.Select(l => l.Score));
        Assert.Equal([1, 2, 3], tally.Lines.Select(l => l.Rank));
    }

    [Fact]
    public void Options_that_nothing_tells_apart_go_to_a_run_off_whatever_their_codes()
    {
        var box = new BallotBox(Ballot.Positional(Terms(2), Options, 5, 3, 1));
        box.Cast(Sheet(1, "A", "B"));
        box.Cast(Sheet(2, "B", "A"));

        var tally = box.Count(Closes).Value;

        Assert.Equal([1, 1, 3], tally.Lines.Select(l => l.Rank));
        var first = tally.Top(1);
        Assert.Empty(first.Chosen);
        Assert.Equal(["A", "B"], first.RunOff.Select(o => o.Code));
        Assert.Equal(1, first.PlacesLeft);
        Assert.Empty(tally.Top(2).RunOff);
    }

    [Fact]
    public void The_count_is_that_of_the_definition_for_any_sheets_open_or_secret() =>
        Gen.Select(Gen.Int[1, 40], Gen.Shuffle(Enumerable.Range(0, 6).ToArray(), 1, 4).Array[0, 40], Gen.Bool).Sample((voters, sheets, isSecret) =>
        {
            BallotOption[] options = [.. Enumerable.Range(0, 6).Select(i => new BallotOption($"o{i}", new($"o{i}", $"项{i}")))];
            int[] weights = [7, 5, 2, 1];
            var ballot = Ballot.Positional(Terms(voters) with { IsSecret = isSecret }, options, weights);
            var box = new BallotBox(ballot);
            var counted = sheets.Take(voters).ToArray();
            foreach (var (i, sheet) in counted.Index())
                Assert.True(box.Cast(Sheet(i + 1, [.. sheet.Select(o => $"o{o}")])).IsAccepted);

            var scores = new Dictionary<string, long>();
            foreach (var (option, place) in counted.SelectMany(s => s.Select((o, p) => ($"o{o}", p))))
                scores[option] = scores.GetValueOrDefault(option) + weights[place];

            var tally = box.Count(Closes).Value;
            Assert.All(tally.Lines, l => Assert.Equal(scores.GetValueOrDefault(l.Option.Code), l.Score));
            Assert.Equal(tally.Lines.OrderByDescending(l => l.Score).Select(l => l.Score), tally.Lines.Select(l => l.Score));
            Assert.Equal(counted.Length, tally.Sheets);
        });

    [Fact]
    public void The_order_in_which_sheets_come_changes_nothing() =>
        Gen.Shuffle(Enumerable.Range(1, 9).ToArray()).Sample(order =>
        {
            string[][] choices = [["A", "B"], ["B"], ["C", "A", "B"]];
            var box = new BallotBox(Ballot.Positional(Terms(9), Options, 5, 3, 1));
            foreach (var voter in order)
                box.Cast(Sheet(voter, choices[voter % 3]));

            Assert.Equal([("B", 27L), ("A", 24L), ("C", 15L)], box.Count(Noon).Value.Lines.Select(l => (l.Option.Code, l.Score)));
        });
}
