using System.Text;

namespace GridGov.Core.Tests;

public sealed class RoundTripTests
{
    private static readonly Report Report = new()
    {
        Id = new("R-1"),
        At = new(2026, 3, 2, 8, 15, 0, TimeSpan.FromHours(8)),
        Grid = new("330199001001"),
        Class = new("01037"),
        Channel = "12345",
        Description = new("灯不亮 in front of No. 7"),
        Contact = new("13800000000"),
    };

    private static readonly DutyItem Item = new()
    {
        Code = new("D-7"),
        Name = new("Street lamps", "路灯"),
        Kind = DutyKind.Temporary,
        Basis = new("Urban Road Regulation", "art. 3"),
        Until = new(2026, 12, 31),
        AssignableBy = [GridLevel.Street, GridLevel.District],
        Cap = new(3, DutyPeriod.Year),
    };

    [Fact]
    public void A_report_is_written_without_what_is_personal()
    {
        var json = Encoding.UTF8.GetString(GridGovJson.Write(Report));

        Assert.DoesNotContain("13800000000", json, StringComparison.Ordinal);
        Assert.DoesNotContain("No. 7", json, StringComparison.Ordinal);
        Assert.StartsWith("""{"format":1,"id":"R-1","at":"2026-03-02T08:15:00+08:00",""", json, StringComparison.Ordinal);
        Assert.Contains("\"contact\":\"***\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_masked_is_absent_when_it_is_read()
    {
        var read = GridGovJson.Read<Report>(GridGovJson.Write(Report));

        Assert.Null(read.Contact);
        Assert.Null(read.Description);
        Assert.Equal(Report with { Contact = null, Description = null }, read);
    }

    [Fact]
    public void A_report_asked_for_with_its_personal_data_comes_back_whole()
    {
        var read = GridGovJson.Read<Report>(GridGovJson.Write(Report, PersonalData.Included));

        Assert.Equal("13800000000", read.Contact!.Reveal());
        Assert.Equal("灯不亮 in front of No. 7", read.Description!.Reveal());
        Assert.Equal(Report.At.Offset, read.At.Offset);
    }

    [Fact]
    public void A_duty_item_comes_back_equal() => Assert.Equal(Item, GridGovJson.Read<DutyItem>(GridGovJson.Write(Item)));

    [Fact]
    public void A_case_standard_comes_back_equal_and_its_limit_reads_as_people_write_it()
    {
        var standard = new CaseStandard
        {
            Class = new("01037"),
            Name = new("Lamp out", "路灯不亮"),
            Duty = new("D-7"),
            Limit = TimeLimit.WorkDays(2),
            Skills = ["works"],
            Weight = 4,
        };
        var json = GridGovJson.Write(standard);

        Assert.Equal(standard, GridGovJson.Read<CaseStandard>(json));
        Assert.Contains("\"limit\":\"2 work_day\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_a_newer_version_survive_at_every_depth()
    {
        const string newer = """
            {"format":1,"code":"D-7","name":{"en":"Street lamps","zh":"路灯","fr":"Lampadaires"},"kind":"temporary",
             "basis":{"instrument":"Urban Road Regulation","page":12},"until":"2026-12-31","approved_by":["a",{"b":1}]}
            """;

        var kept = GridGovJson.ReadKept<DutyItem>(Encoding.UTF8.GetBytes(newer));
        var again = Encoding.UTF8.GetString(GridGovJson.Write(kept.With(kept.Value with { Cap = new(2, DutyPeriod.Year) })));

        Assert.True(kept.HasUnknownFields);
        Assert.Contains("\"fr\":\"Lampadaires\"", again, StringComparison.Ordinal);
        Assert.Contains("\"page\":12", again, StringComparison.Ordinal);
        Assert.Contains("\"approved_by\":[\"a\",{\"b\":1}]", again, StringComparison.Ordinal);
        Assert.Contains("\"cap\":\"2/year\"", again, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_understood_is_not_kept_as_unknown() => Assert.False(GridGovJson.ReadKept<DutyItem>(GridGovJson.Write(Item)).HasUnknownFields);

    [Fact]
    public void Unknown_fields_of_a_personal_type_are_written_only_when_asked_for()
    {
        var json = Encoding.UTF8.GetString(GridGovJson.Write(Report, PersonalData.Included)).Replace("\"format\":1", "\"format\":1,\"wechat\":\"me\"", StringComparison.Ordinal);
        var kept = GridGovJson.ReadKept<Report>(Encoding.UTF8.GetBytes(json));

        Assert.DoesNotContain("wechat", Encoding.UTF8.GetString(GridGovJson.Write(kept)), StringComparison.Ordinal);
        Assert.Contains("\"wechat\":\"me\"", Encoding.UTF8.GetString(GridGovJson.Write(kept, PersonalData.Included)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.Equal(Item, GridGovJson.Read<DutyItem>([0xEF, 0xBB, 0xBF, .. GridGovJson.Write(Item)]));

    [Fact]
    public void A_type_that_is_not_of_the_vocabulary_is_misuse() => Assert.Throws<NotSupportedException>(() => GridGovJson.Write("text"));
}
