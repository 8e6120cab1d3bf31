using CsCheck;
using GridGov.Rules.Inference;

namespace GridGov.Rules.NRules.Tests;

public sealed class ExampleRuleTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly InferenceEngine Engine =
        InferenceEngine.Compile(new InferenceRules().FromAssemblyOf<ClusterRule>(), TimeProvider.System);

    [Fact]
    public void The_examples_are_taken_by_their_assembly()
    {
        Assert.Equal(["backlog of a handler", "cluster of reports", "second yellow in a quarter"], Engine.Rules);
        Assert.Empty(Engine.Skipped);
    }

    [Fact]
    public void Five_reports_of_one_class_within_100_metres_and_a_week_become_one_cluster()
    {
        object[] reports =
        [
            Report("r1", 0, 0), Report("r2", 1, 30), Report("r3", 2, 60), Report("r4", 3, 90), Report("r5", 7, 99), Report("r6", 6, 10),
            Report("late", 8, 0), Report("far", 1, 130), Report("other", 1, 0, "noise"),
        ];

        var cluster = Engine.RunNow(reports).Value.Of<ClusterFound>().Single();

        Assert.Equal(["r1", "r2", "r3", "r4", "r6", "r5"], cluster.Reports.Select(r => r.Value));
    }

    [Fact]
    public void Four_reports_are_no_cluster() =>
        Assert.Empty(Engine.RunNow([Report("r1", 0, 0), Report("r2", 1, 30), Report("r3", 2, 60), Report("r4", 3, 90)]).Value.Findings);

    [Fact]
    public void Three_late_cases_with_one_handler_raise_a_warning()
    {
        object[] late = [new OverdueCase(new("c3"), new("w1")), new OverdueCase(new("c1"), new("w1")), new OverdueCase(new("c2"), new("w2")), new OverdueCase(new("c4"), new("w1"))];

        Assert.Equal([new(new("w1"), [new("c1"), new("c3"), new("c4")])], Engine.RunNow(late).Value.Of<BacklogFound>());
    }

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-01-01", false)]
    public void A_second_yellow_in_a_quarter_turns_red(string second, bool turns)
    {
        var day = DateOnly.Parse(second, System.Globalization.CultureInfo.InvariantCulture);
        object[] seen = [new YellowSeen(new("h1"), turns ? new(2026, 1, 5) : day == new DateOnly(2026, 1, 1) ? new(2025, 12, 31) : new(2026, 4, 1)), new YellowSeen(new("h1"), day), new YellowSeen(new("h2"), day)];

        Assert.Equal(turns ? [new(new("h1"), day)] : [], Engine.RunNow(seen).Value.Of<RedFound>());
    }

    [Fact]
    public void No_report_is_in_two_clusters_and_every_cluster_is_one() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 300], Gen.Bool).Array[0, 25].Sample(drawn =>
        {
            var reports = drawn.Select((d, i) => Report($"r{i:00}", d.Item1, d.Item2, d.Item3 ? "cover" : "noise")).OrderBy(r => r.At).ThenBy(r => r.Id.Value, StringComparer.Ordinal).ToArray();

            var clusters = Engine.RunNow(reports).Value.Of<ClusterFound>();

            foreach (var cluster in clusters)
            {
                var members = cluster.Reports.Select(id => reports.Single(r => r.Id == id)).ToArray();
                Assert.True(members.Length >= 5);
                Assert.All(members, m => Assert.True(m.Class == cluster.Class && m.At - members[0].At <= TimeSpan.FromDays(7)));
            }

            // The first of a cluster is in no other.
            var firsts = clusters.Select(c => c.Reports[0]).ToArray();
            Assert.Equal(firsts.Length, firsts.Distinct().Count());
        }, iter: 60);

    private static ReportSeen Report(string id, int day, double metresEast, string kind = "cover") =>
        new(new(id), new(kind), Monday.AddDays(day), GeoPoint.Wgs84(121.5 + (metresEast / 95_000), 31.2));
}
