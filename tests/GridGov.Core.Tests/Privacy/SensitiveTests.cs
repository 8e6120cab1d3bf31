using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GridGov.Core.Tests;

public class SensitiveTests
{
    private const string Secret = "13800000000";

    private static readonly Report Report = new()
    {
        Id = new("R1"),
        At = new(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(8)),
        Grid = new("G1"),
        Class = new("01001"),
        Channel = "12345",
        Description = new(Secret),
        Contact = new(Secret),
    };

    [Fact]
    public void Whoever_asks_by_name_gets_the_value() => Assert.Equal(Secret, new Sensitive<string>(Secret).Reveal());

    [Fact]
    public void As_text_it_is_three_stars()
    {
        var sensitive = new Sensitive<string>(Secret);
        Assert.Equal("***", sensitive.ToString());
        Assert.Equal("tel. ***", $"tel. {sensitive}");
        Assert.Equal("tel. ***", string.Format(CultureInfo.InvariantCulture, "tel. {0,3}", sensitive));
        Assert.Equal("***", string.Concat(sensitive));
    }

    [Fact]
    public void A_record_that_holds_it_does_not_show_it()
    {
        Assert.DoesNotContain(Secret, Report.ToString(), StringComparison.Ordinal);
        Assert.Contains("Contact = ***", Report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_an_entry_nor_a_case_shows_the_report_it_holds()
    {
        var entry = ChainSamples.Opened with { Report = Report };
        var opened = Case.From([entry]);

        Assert.Same(Report.Contact, opened.Report.Contact);
        Assert.DoesNotContain(Secret, entry.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, opened.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(entry), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(opened), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_shows_it_with_no_option()
    {
        var options = new JsonSerializerOptions { IncludeFields = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

        Assert.Equal("{}", JsonSerializer.Serialize(new Sensitive<string>(Secret), options));
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(Report, options), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(new[] { new Sensitive<long>(13800000000) }, options), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize<object>(new Dictionary<string, Sensitive<string>> { ["k"] = new(Secret) }, options), StringComparison.Ordinal);
    }

    [Fact]
    public void Equality_tells_nothing_about_the_value()
    {
        Assert.NotEqual(new Sensitive<string>(Secret), new Sensitive<string>(Secret));
    }

    [Fact]
    public void It_offers_nothing_but_the_one_way_to_read() => Assert.Equal(
        ["Reveal", "ToString"],
        typeof(Sensitive<string>).GetMembers(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(m => m.MemberType != System.Reflection.MemberTypes.Constructor).Select(m => m.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_not_a_personal_value() =>
        Assert.Throws<ArgumentNullException>(() => new Sensitive<string>(null!));
}
