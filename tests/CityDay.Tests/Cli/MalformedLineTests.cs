using System.Text.Json;

namespace CityDay.Tests.Cli;

public sealed class MalformedLineTests
{
    [Fact]
    public async Task Malformed_lines_are_told_each_and_the_rest_is_played()
    {
        using var folder = new Folder();
        using var output = new Folder();
        string file = folder.Write("city.csv", SmallCity.File(
            SmallCity.Row(1),
            SmallCity.Row(2, at: "2026-02-30T09:00:00+08:00"),
            SmallCity.Row(3, grid: "LJ9999"),
            SmallCity.Row(4, kind: "天外来客"),
            SmallCity.Row(1),
            "R006,2026-03-02T09:00:00+08:00,LJ0101001",
            "R007,\"2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345",
            SmallCity.Row(8)));

        Played played = await SmallCity.PlayFileAsync(file, output.Path);

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Assert.Contains("6 malformed lines are in rejected.csv. The first: line 3, reported_at:", played.Output, StringComparison.Ordinal);
        Recount.Check(output, rows: 8);
        Assert.Equal(2, output.Summary().Number("cases", "archived"));
        string[] rejected = output.Lines("rejected.csv");
        Assert.Equal("line,column,field,value,reason,remedy", rejected[0]);
        (string Start, string Value)[] expected =
        [
            ("3,", "2026-02-30"), ("4,", "LJ9999"), ("5,", "天外来客"), ("6,", "R001"), ("7,", "the line has 3 fields"), ("8,", "quote"),
        ];
        Assert.Equal(expected.Length, rejected.Length - 1);
        Assert.All(expected.Zip(rejected.Skip(1)), pair =>
        {
            Assert.StartsWith(pair.First.Start, pair.Second, StringComparison.Ordinal);
            Assert.Contains(pair.First.Value, pair.Second, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_cannot_be_an_identifier_is_malformed_and_not_a_crash()
    {
        using var folder = new Folder();
        using var output = new Folder();
        string file = folder.Write("city.csv", $"{SmallCity.Header},unit\n"
            + $"{SmallCity.Row(1)},队\n{new string('9', 65)},2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,队\n"
            + $"A\u200BB,2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,队\n{SmallCity.Row(2)},{new string('队', 41)}\n");

        Played played = await SmallCity.PlayFileAsync(file, output.Path);

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Recount.Check(output, rows: 4);
        string[] rejected = output.Lines("rejected.csv");
        Assert.Equal(4, rejected.Length);
        Assert.Contains("it has 65 characters", rejected[1], StringComparison.Ordinal);
        Assert.Contains("character 2 is not printable", rejected[2], StringComparison.Ordinal);
        Assert.Contains("it has 41 characters", rejected[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_the_way_to_the_list_of_them_is_told()
    {
        using var folder = new Folder();
        string file = folder.Write("city.csv", SmallCity.File(SmallCity.Row(1), "cut off"));

        Played played = await Played.RunAsync("--input", file, "--format", "gridgov");

        Assert.Equal(0, played.Exit);
        Assert.Contains("1 malformed lines; --out DIR lists them in rejected.csv.", played.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_and_flags_of_the_file_are_compared_and_differences_written()
    {
        using var folder = new Folder();
        using var output = new Folder();
        string[] rows =
        [
            // 市容环卫 has two workdays: due on Wednesday at the same time.
            "R1,2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,2026-03-03T10:00:00+08:00,2026-03-04T09:00:00+08:00,true",
            "R2,2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,2026-03-05T10:00:00+08:00,2026-03-04T09:03:00+08:00,false",
            "R3,2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,2026-03-03T10:00:00+08:00,2026-03-04T09:04:00+08:00,false",
            "R4,2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,2026-03-05T10:00:00+08:00,2026-03-09T09:00:00+08:00,true",
            "R5,2026-03-02T09:00:00+08:00,LJ0101001,市容环卫,12345,2026-03-03T10:00:00+08:00,,",
        ];
        string file = folder.Write("city.csv", $"{SmallCity.Header},handled_at,target,on_time\n{string.Join('\n', rows)}\n");

        Played played = await SmallCity.PlayFileAsync(file, output.Path);

        Assert.Equal((0, ""), (played.Exit, played.Errors));
        Recount.Check(output, rows: 5);
        JsonElement summary = output.Summary();
        Assert.Equal((4, 2), (summary.Number("deadlines", "compared"), summary.Number("deadlines", "equal")));
        Assert.Equal((4, 2), (summary.Number("onTime", "compared"), summary.Number("onTime", "equal")));
        Assert.Equal((1, 1), (summary.Number("onTime", "blank"), summary.Number("onTime", "unexplained")));
        Assert.Equal(
        [
            "what,id,class,ours,theirs,explanation",
            "deadline,R3,市容环卫,2026-03-04 09:00:00,2026-03-04 09:04:00,the city set another deadline than its type's",
            "on time,R3,市容环卫,on time,late,not explained",
            "deadline,R4,市容环卫,2026-03-04 09:00:00,2026-03-09 09:00:00,the city set another deadline than its type's",
            "on time,R4,市容环卫,late,on time,follows from the city's other deadline",
        ], output.Lines("differences.csv"));
        Assert.Contains("4 differences", played.Output, StringComparison.Ordinal);
    }
}
