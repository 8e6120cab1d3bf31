using System.Globalization;
using System.Text;
using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>
/// Freezing a roster of 100,000 workers over 100,000 grids, against reading the same rows from comma-separated text into
/// plain objects. One operation is one part in 1,024 of it, 98 workers.
/// </summary>
internal sealed class RosterAgainstReading : IComparison
{
    private const int Whole = 1024;
    private const int Workers = 100_000;

    private string _text = "";
    private GridTree _tree = null!;
    private Worker[] _rows = [];

    public string Id => "assignment.roster.build";

    public string Area => Areas.Assignment;

    public string What => "freezing a roster of 100,000 workers over 100,000 grids from rows in memory";

    public string Peer => "reading the same rows from comma-separated text into plain objects";

    public string Unit => "ns/98 workers";

    public void Setup()
    {
        var random = new Numbers(5);
        var rows = new List<GridRow>(Workers + 101) { new(new("city"), null, "City", GridLevel.City) };
        for (var s = 0; s < 100; s++)
            rows.Add(new(new(Code("s", s)), new("city"), "Street", GridLevel.Street));
        for (var g = 0; g < Workers; g++)
            rows.Add(new(new(Code("g", g)), new(Code("s", g / 1000)), "Grid", GridLevel.Grid));
        _tree = GridTree.Build(rows);
        var text = new StringBuilder();
        string[] skills = ["electric", "garden", "legal", "mediation", "plumbing", "road", "safety", "sanitation"];
        for (var w = 0; w < Workers; w++)
        {
            var (one, two) = (skills[random.Next(8)], skills[random.Next(8)]);
            text.Append(CultureInfo.InvariantCulture, $"{Code("w", w)},body {w % 50},{Code("g", (int)(w * 7919L % Workers))},{one};{two},{4 + random.Next(9)}\n");
        }

        _text = text.ToString();
        _rows = [.. Read(Workers).Select(p => new Worker
        {
            Id = new(p.Id),
            Body = new(p.Body),
            Covers = [new(p.Grid)],
            Skills = ValueList.From(p.Skills),
            Capacity = p.Capacity,
        })];
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (; n > 0; n -= Whole)
        {
            var parts = Math.Min(n, Whole);
            sum = Checksum.Add(sum, Roster.Freeze(_tree, new ArraySegment<Worker>(_rows, 0, Workers * parts / Whole)).Workers.Count);
        }

        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (; n > 0; n -= Whole)
            sum = Checksum.Add(sum, Read(Workers * Math.Min(n, Whole) / Whole).Count);
        return sum;
    }

    private static string Code(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number:D6}");

    private List<Person> Read(int count)
    {
        var people = new List<Person>();
        using var reader = new StringReader(_text);
        while (people.Count < count && reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            people.Add(new(fields[0], fields[1], fields[2], fields[3].Split(';'), int.Parse(fields[4], CultureInfo.InvariantCulture)));
        }

        return people;
    }

    private sealed record Person(string Id, string Body, string Grid, string[] Skills, int Capacity);
}
