using System.Text;
using CityDay.Output;
using CityDay.Tests.Results;
using GridGov;

namespace CityDay.Tests.Output;

public sealed class LogFilesTests
{
    [Fact]
    public async Task What_a_reporter_said_and_how_to_reach_them_is_never_written()
    {
        CaseEntry entry = Entries.Opened("A", Entries.Monday);
        entry = entry with { Report = entry.Report! with { Description = new("楼下有人摆摊"), Contact = new("13800000000") } };
        using var stream = new MemoryStream();

        await LogFiles.WriteLogAsync(stream, new[] { entry }.ToAsyncEnumerable());
        LogFiles.WriteCases(stream, await Entries.TallyAsync(entry), Entries.Monday);

        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(2, text.Count(character => character == '\n'));
        Assert.Contains("\"channel\":\"12345\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("摆摊", text, StringComparison.Ordinal);
        Assert.DoesNotContain("138", text, StringComparison.Ordinal);
    }
}
