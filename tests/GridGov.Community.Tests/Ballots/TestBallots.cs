namespace GridGov.Community.Tests.Ballots;

internal static class TestBallots
{
    public static readonly DateTimeOffset Opens = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset Noon = Opens.AddHours(4);
    public static readonly DateTimeOffset Closes = Opens.AddDays(7);
    public static readonly BallotOption[] Options = [new("A", new("lift", "电梯")), new("B", new("parking", "停车")), new("C", new("garden", "花园"))];

    public static Electorate Voters(int count) => Electorate.Freeze("residents", Enumerable.Range(1, count).Select(i => new Elector { Id = Voter(i) }));

    public static PersonId Voter(int number) => new($"v-{number:000}");

    public static BallotTerms Terms(int voters) => new()
    {
        Id = "topics-2026-03",
        Question = new("What comes first?", "先办哪件事？"),
        Electorate = Voters(voters),
        Opens = Opens,
        Closes = Closes,
    };

    public static BallotSheet Sheet(int voter, params string[] choices) => new() { Elector = Voter(voter), At = Noon, Choices = [.. choices] };

    public static PaperBatch Batch(string id, params BallotSheet[] sheets) => new()
    {
        Id = id,
        EnteredBy = new("clerk-1"),
        CheckedBy = new("clerk-2"),
        CountedSheets = sheets.Length,
        Sheets = [.. sheets],
    };
}
