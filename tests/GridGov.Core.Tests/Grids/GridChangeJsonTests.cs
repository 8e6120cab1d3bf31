using System.Text;

namespace GridGov.Core.Tests;

public class GridChangeJsonTests
{
    private const string Split = """
        {
          "format": 1, "kind": "Split", "date": "2026-07-01", "reason": "too large", "basis": { "instrument": "decision", "article": "7" },
          "removed": [{ "code": "G1", "parent": "C", "name": "Grid 1", "level": "Grid", "households": 400 }],
          "added": [
            { "code": "G3", "parent": "C", "name": "Grid 3", "level": "Grid", "households": 100, "from": "2026-07-01" },
            { "code": "G4", "parent": "C", "name": "Grid 4", "level": "Grid", "households": 300, "from": "2026-07-01" }
          ],
          "successions": [{ "before": "G1", "after": ["G4", "G3"] }]
        }
        """;

    [Fact]
    public void A_change_does_again_what_it_did()
    {
        var tree = GridTree.Build([new(new("C"), null, "Community", GridLevel.Community), new(new("G1"), new("C"), "Grid 1", GridLevel.Grid, 400)]);
        var made = tree.Split(new("G1"), [new(new("G3"), "Grid 3", 100), new(new("G4"), "Grid 4", 300)], new(new(2026, 7, 1), "too large", new("decision", "7")));
        var read = GridChange.FromJson(Encoding.UTF8.GetBytes(Split));

        Assert.Equal(made.Change, read);
        Assert.Equal(made.Change, GridChange.FromJson(made.Change.ToJson()));
        Assert.Equal(made.Tree.ToRows(), read.ApplyTo(tree).ToRows());
    }

    [Fact]
    public void A_history_maps_codes_as_before()
    {
        var (history, read) = (DocumentKinds.History, GridHistory.FromJson(DocumentKinds.History.ToJson()));

        Assert.Equal(history.Changes, read.Changes);
        Assert.Equal(history.Map(new("G1"), new(2026, 1, 1), new(2026, 12, 31)), read.Map(new("G1"), new(2026, 1, 1), new(2026, 12, 31)));
        Assert.Empty(GridHistory.FromJson(GridHistory.Freeze([]).ToJson()).Changes);
    }

    [Theory]
    [InlineData("[\"G4\", \"G3\"]", "[\"G4\", \"G5\"]", "$.successions[0]: G5 is not among the added")]
    [InlineData("[\"G4\", \"G3\"]", "[\"G4\", \"G4\"]", "$.successions[0]: a successor occurs twice")]
    [InlineData("{ \"before\": \"G1\"", "{ \"before\": \"G1\", \"after\": [] }, { \"before\": \"G1\"", "$.successions[1]: G1 has a succession already")]
    [InlineData("{ \"before\": \"G1\", \"after\": [\"G4\", \"G3\"] }", "", "$.successions: G1 is removed and has no line here; name its successors, or none with an empty list")]
    [InlineData("\"code\": \"G4\"", "\"code\": \"G3\"", "$.added: G3 occurs twice")]
    [InlineData("\"too large\"", "\" \"", "$.reason: it is missing; say why")]
    [InlineData("\"successions\": [", "\"successions\": [null, ", "$.successions[0]: the succession is null")]
    [InlineData("\"Split\"", "\"Cleave\"", "line 2, byte 32, $.kind: One of Close, Merge, Move, Recode, Rename, Split is expected.")]
    public void A_record_that_lost_something_is_refused_with_its_place(string text, string spoilt, string fault)
    {
        Assert.Contains(text, Split, StringComparison.Ordinal);
        Assert.Contains(fault, Faults.Of(() => GridChange.FromJson(Encoding.UTF8.GetBytes(Split.Replace(text, spoilt, StringComparison.Ordinal)))));
    }

    [Fact]
    public void All_faults_of_a_history_are_listed() => Faults.AreAt(
        ["$.changes[0]", "$.changes[1].removed", "$.changes[1].reason"],
        () => GridHistory.FromJson("""{"format":1,"changes":[null,{"kind":"Move","date":"2026-01-01","reason":"","removed":[],"added":[],"successions":[]}]}"""u8));

    [Fact]
    public void The_order_of_dates_is_checked()
    {
        var json = Encoding.UTF8.GetString(DocumentKinds.History.ToJson()).Replace("2026-07-01", "2027-07-01", StringComparison.Ordinal);

        Faults.AreAt(["change 2"], () => GridHistory.FromJson(Encoding.UTF8.GetBytes(json)));
    }
}
