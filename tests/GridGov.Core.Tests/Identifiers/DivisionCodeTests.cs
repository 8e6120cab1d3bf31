using System.IO.Compression;
using CsCheck;

namespace GridGov.Core.Tests;

public class DivisionCodeTests
{
    [Theory]
    [InlineData("44", "44", GridLevel.Province)]
    [InlineData("440000", "44", GridLevel.Province)]
    [InlineData("440000000000", "44", GridLevel.Province)]
    [InlineData("4403", "4403", GridLevel.City)]
    [InlineData("440300", "4403", GridLevel.City)]
    [InlineData("440300000", "4403", GridLevel.City)]
    [InlineData("440310", "440310", GridLevel.District)]
    [InlineData("440310000000", "440310", GridLevel.District)]
    [InlineData("320508019", "320508019", GridLevel.Street)]
    [InlineData("320508019000", "320508019", GridLevel.Street)]
    [InlineData("320508019044", "320508019044", GridLevel.Community)]
    [InlineData("441900003", "441900003", GridLevel.Street)]
    public void Trailing_zeros_name_no_level(string text, string canonical, GridLevel level)
    {
        var code = DivisionCode.Parse(text);
        Assert.Equal((canonical, level), (code.ToString(), code.Level));
        Assert.Equal(canonical.PadRight(12, '0'), code.ToString("S"));
        Assert.Equal(int.Parse(canonical.PadRight(12, '0')[..6], null), code.SixDigits);
    }

    [Fact]
    public void Parents_lead_up_to_the_province()
    {
        var path = new List<string>();
        for (DivisionCode? code = DivisionCode.Parse("320508019044"); code is not null; code = code.Value.Parent)
            path.Add(code.Value.ToString());
        Assert.Equal(["320508019044", "320508019", "320508", "3205", "32"], path);
        Assert.Equal("4419", DivisionCode.Parse("441900003001").Parent?.Parent?.ToString());
        Assert.Null(default(DivisionCode).Parent);
    }

    [Fact]
    public void The_division_of_a_level_is_the_part_of_the_code()
    {
        var community = DivisionCode.Parse("320508019044");
        Assert.Equal("3205", community.At(GridLevel.City)?.ToString());
        Assert.Equal(community, community.At(GridLevel.Community));
        Assert.Null(DivisionCode.Parse("3205").At(GridLevel.District));
        Assert.Null(DivisionCode.Parse("441900003001").At(GridLevel.District));
        Assert.Null(default(DivisionCode).At(GridLevel.Province));
        Assert.Throws<ArgumentOutOfRangeException>(() => community.At(GridLevel.Grid));
        Assert.Throws<ArgumentOutOfRangeException>(() => community.At(default));
    }

    [Fact]
    public void Containment_is_that_of_the_canonical_prefixes_and_of_the_parents() =>
        Gen.Select(IdentifierSamples.Division, IdentifierSamples.Division).Sample((a, b) =>
        {
            foreach (var (outer, inner) in new[] { (a, b), (b, a), (a[..2], a), (a, a), (a, a.Length == 9 ? a + "001" : a) })
            {
                var (o, i) = (DivisionCode.Parse(outer), DivisionCode.Parse(inner));
                var walked = false;
                for (DivisionCode? at = i; at is not null && !walked; at = at.Value.Parent)
                    walked = at == o;
                Assert.Equal(walked, o.Contains(i));
                Assert.Equal(inner.StartsWith(outer, StringComparison.Ordinal), o.Contains(i));
            }

            Assert.False(default(DivisionCode).Contains(DivisionCode.Parse(a)));
            Assert.False(DivisionCode.Parse(a).Contains(default));
        });

    [Theory]
    [InlineData("44", DivisionKind.Unknown)]
    [InlineData("440310", DivisionKind.Unknown)]
    [InlineData("440310001", DivisionKind.Street)]
    [InlineData("440310099", DivisionKind.Street)]
    [InlineData("440310100", DivisionKind.Town)]
    [InlineData("440310199", DivisionKind.Town)]
    [InlineData("440310200", DivisionKind.Township)]
    [InlineData("440310399", DivisionKind.Township)]
    [InlineData("440310400", DivisionKind.EnterpriseRun)]
    [InlineData("440310599", DivisionKind.EnterpriseRun)]
    [InlineData("440310600", DivisionKind.Unknown)]
    [InlineData("440310001001", DivisionKind.ResidentsCommittee)]
    [InlineData("220581102001", DivisionKind.ResidentsCommittee)]
    [InlineData("440310001199", DivisionKind.ResidentsCommittee)]
    [InlineData("220581102200", DivisionKind.VillagersCommittee)]
    [InlineData("440310001399", DivisionKind.VillagersCommittee)]
    [InlineData("440310001400", DivisionKind.CommunityLike)]
    [InlineData("440310001599", DivisionKind.CommunityLike)]
    [InlineData("440310001600", DivisionKind.Unknown)]
    public void The_last_three_digits_tell_the_kind(string text, DivisionKind kind) => Assert.Equal(kind, DivisionCode.Parse(text).Kind);

    [Theory]
    [InlineData("4", ParseReason.Length, 1, CharacterKind.End)]
    [InlineData("440", ParseReason.Length, 3, CharacterKind.End)]
    [InlineData("44031", ParseReason.Length, 5, CharacterKind.End)]
    [InlineData("4403100010010", ParseReason.Length, 12, CharacterKind.Digit)]
    [InlineData("440A", ParseReason.Character, 3, CharacterKind.Letter)]
    [InlineData("00", ParseReason.Province, 0, CharacterKind.Digit)]
    [InlineData("100000", ParseReason.Province, 0, CharacterKind.Digit)]
    [InlineData("470000", ParseReason.Province, 0, CharacterKind.Digit)]
    [InlineData("440003", ParseReason.Gap, 2, CharacterKind.Digit)]
    [InlineData("440000001", ParseReason.Gap, 2, CharacterKind.Digit)]
    [InlineData("440310000001", ParseReason.Gap, 6, CharacterKind.Digit)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position, CharacterKind found)
    {
        Assert.False(DivisionCode.TryParse(text, out _, out var error));
        Assert.Equal(new(reason, position, found), error);
    }

    [Fact]
    public void Exactly_the_provinces_in_use_are_read() =>
        Assert.Equal(Reference.Provinces, Enumerable.Range(0, 100).Select(n => $"{n:D2}").Where(t => DivisionCode.TryParse(t, out _, out _)));

    [Fact]
    public void Every_division_of_the_country_is_read_and_lies_in_its_parent()
    {
        var count = 0;
        foreach (var row in SharedData.RowsOf("divisions/streets.csv"))
            Check(row[0], row[2]);
        using var file = new GZipStream(File.OpenRead(SharedData.PathOf("divisions/villages.csv.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var row = line.Split(',');
            Check(row[0], row[2]);
        }

        Assert.Equal(661_925, count);

        void Check(string text, string parent)
        {
            count++;
            var code = DivisionCode.Parse(text);
            Assert.Equal(text, code.ToString("S")[..text.Length]);
            if (text.EndsWith("000", StringComparison.Ordinal))
                return;
            Assert.Equal(DivisionCode.Parse(parent), code.Parent);
            Assert.NotEqual(DivisionKind.Unknown, code.Kind);
        }
    }
}
