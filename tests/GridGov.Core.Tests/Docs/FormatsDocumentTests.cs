using System.Text;

namespace GridGov.Core.Tests;

/// <summary>The examples of docs/formats.md are documents that the library reads, writes and reads again.</summary>
public class FormatsDocumentTests
{
    private static readonly Dictionary<string, Func<byte[], byte[]>> Readers = new(StringComparer.Ordinal)
    {
        ["## Duty list"] = utf8 => DutyList.FromJson(utf8).ToJson(),
        ["## Form catalog"] = utf8 => FormCatalog.FromJson(utf8).ToJson(),
        ["## Code system"] = utf8 => CodeSystem.FromJson(utf8).ToJson(),
        ["## Holiday table"] = utf8 => HolidayTable.FromJson(utf8).ToJson(),
        ["## Work calendar"] = utf8 => WorkCalendar.FromJson(utf8).ToJson(),
        ["## Grid system"] = utf8 => GridSystem.FromJson(utf8).ToJson(),
        ["## Grid changes"] = utf8 => GridChange.FromJson(utf8).ToJson(),
        ["## Grid size rule"] = utf8 => GridSizeRule.FromJson(utf8).ToJson(),
        ["## Responsibility scheme"] = utf8 => ResponsibilityScheme.FromJson(utf8).ToJson(),
        ["## Case standards"] = utf8 => CaseStandards.FromJson(utf8).ToJson(),
        ["## Vocabulary"] = utf8 => GridGovJson.Write(GridGovJson.Read<Report>(utf8)),
    };

    public static TheoryData<string> Headings { get; } = new(Readers.Keys);

    [Theory]
    [MemberData(nameof(Headings))]
    public void The_example_under_each_heading_is_read(string heading)
    {
        var page = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "formats.md"));
        var example = page.SkipWhile(l => l != heading).SkipWhile(l => l != "```json").Skip(1).TakeWhile(l => l != "```");
        var written = Readers[heading](Encoding.UTF8.GetBytes(string.Join('\n', example)));

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Readers[heading](written)));
    }

    [Fact]
    public void The_example_of_a_grid_table_is_read()
    {
        var page = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "formats.md"));
        var example = string.Join('\n', page.SkipWhile(l => l != "## Grid table").SkipWhile(l => l != "```csv").Skip(1).TakeWhile(l => l != "```"));

        Assert.Equal(2, GridTree.Build(GridCsv.Read(new StringReader(example))).Count);
    }
}
