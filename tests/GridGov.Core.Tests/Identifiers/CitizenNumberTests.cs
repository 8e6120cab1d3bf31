using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>The numbers are illustrations of the standard or of python-stdnum, or made up; none is asked of anybody.</summary>
public class CitizenNumberTests
{
    private const string Example = "440524188001010014";
    private static readonly string[] Examples = ["360426199101010071", "44011320141005001X", "11010519491231002X", Example];

    [Theory]
    [InlineData("360426199101010071", "360426", "1991-01-01", Sex.Male)]
    [InlineData("44011320141005001X", "440113", "2014-10-05", Sex.Male)]
    [InlineData("11010519491231002X", "110105", "1949-12-31", Sex.Female)]
    [InlineData("440524188001010014", "440524", "1880-01-01", Sex.Male)]
    public void The_examples_are_read_with_their_parts(string text, string division, string birth, Sex sex)
    {
        var number = CitizenNumber.Parse(text);
        Assert.Equal(text, number.Reveal());
        Assert.Equal(DivisionCode.Parse(division), number.RevealDivision());
        Assert.Equal(DateOnly.Parse(birth, null), number.RevealBirthDate());
        Assert.Equal(sex, number.RevealSex());
    }

    [Fact]
    public void Every_wrong_character_and_every_swap_of_neighbours_is_caught()
    {
        foreach (var example in Examples)
        {
            foreach (var wrong in Typing.OneWrong(example, "0123456789X").Concat(Typing.Swapped(example)))
            {
                Assert.False(CitizenNumber.TryParse(wrong, out _, out _), wrong);
                Assert.False(CitizenNumber.TryParse(Encoding.UTF8.GetBytes(wrong), out _, out _), wrong);
            }
        }

        IdentifierSamples.Citizen.Sample(text => Typing.OneWrong(text, "0123456789X").Concat(Typing.Swapped(text)).All(w => !CitizenNumber.TryParse(w, out _, out _)), iter: 100);
    }

    [Fact]
    public void It_agrees_with_the_slow_rules_on_everything_of_eighteen_characters()
    {
        Assert.All(Examples, e => Assert.True(Reference.IsCitizenNumber(e)));
        var digits = Gen.Char["0123456789"];
        Gen<string> seventeen = Gen.OneOf(
            digits.Array[17].Select(c => new string(c)),
            from six in OneOf("110000", "000000", "100000", "110001", "442222", "910000", "830000")
            from birth in Gen.Select(OneOf("1799", "1800", "1899", "1900", "2000", "2024", "2100", "9999", "0000"), Gen.Int[0, 14], Gen.Int[0, 33], (y, m, d) => $"{y}{m:D2}{d:D2}")
            from sequence in digits.Array[3].Select(c => new string(c))
            select six + birth + sequence);
        Gen.Select(seventeen, Gen.Char["0123456789XA"], Gen.Bool).Sample((text, check, right) =>
        {
            text += right ? Reference.CitizenCheck(text) : check;
            Assert.Equal(Reference.IsCitizenNumber(text), CitizenNumber.TryParse(text, out _, out var error));
            Assert.Equal(Reference.IsCitizenNumber(text), CitizenNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));
            // A leading space keeps the text from the quick way.
            Assert.Equal(Reference.IsCitizenNumber(text), CitizenNumber.TryParse($" {text}", out _, out var slow));
            Assert.Equal(error.Reason, slow.Reason);
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("360426910101007", "360426199101010071")]
    [InlineData("110105491231002", "11010519491231002X")]
    [InlineData("110105000229995", "19000229")] // 1900 was no leap year
    [InlineData("130503670401001", "130503196704010016")]
    public void Fifteen_digits_get_the_century_and_the_check_character(string legacy, string expected)
    {
        if (expected.Length == 8)
        {
            Assert.False(CitizenNumber.TryParse(legacy, out _, out var error));
            Assert.Equal(new(ParseReason.Date, 10, CharacterKind.Digit), error);
            return;
        }

        Assert.Equal(expected, CitizenNumber.Parse(legacy).Reveal());
        Assert.Equal(CitizenNumber.Parse(expected), CitizenNumber.Parse(legacy));
    }

    [Theory]
    [InlineData("996")]
    [InlineData("997")]
    [InlineData("998")]
    [InlineData("999")]
    public void Fifteen_digits_that_do_not_tell_the_century_are_refused(string sequence)
    {
        Assert.False(CitizenNumber.TryParse("110105491231" + sequence, out _, out var error));
        Assert.Equal(new(ParseReason.Century, 12, CharacterKind.Digit), error);
    }

    [Theory]
    [InlineData("44052418800101001", ParseReason.Length, 17, CharacterKind.End)]
    [InlineData("4405241880010100144", ParseReason.Length, 18, CharacterKind.Digit)]
    [InlineData("44052418800101", ParseReason.Length, 14, CharacterKind.End)]
    [InlineData("440524188001010O14", ParseReason.Character, 15, CharacterKind.Letter)]
    [InlineData("44052418800101X014", ParseReason.Character, 14, CharacterKind.Letter)]
    [InlineData("44052418800101001Y", ParseReason.Character, 17, CharacterKind.Letter)]
    [InlineData("4405241880010100１5", ParseReason.Check, 17, CharacterKind.Digit)]
    [InlineData("990524188001010014", ParseReason.Province, 0, CharacterKind.Digit)]
    [InlineData("440024188001010014", ParseReason.Gap, 2, CharacterKind.Digit)]
    [InlineData("440524179901010014", ParseReason.Date, 6, CharacterKind.Digit)]
    [InlineData("440524188013010014", ParseReason.Date, 10, CharacterKind.Digit)]
    [InlineData("440524188101320014", ParseReason.Date, 12, CharacterKind.Digit)]
    [InlineData("440524 1881-0132-0014", ParseReason.Date, 14, CharacterKind.Digit)]
    [InlineData("440524188102290014", ParseReason.Date, 12, CharacterKind.Digit)]
    [InlineData("440524188001010015", ParseReason.Check, 17, CharacterKind.Digit)]
    [InlineData("44052418800101001X", ParseReason.Check, 17, CharacterKind.Letter)]
    [InlineData("44**************14", ParseReason.Character, 2, CharacterKind.Mask)]
    [InlineData("440524--188001010014", ParseReason.Character, 7, CharacterKind.Hyphen)]
    [InlineData("440524188001010014-", ParseReason.Character, 18, CharacterKind.Hyphen)]
    [InlineData("-440524188001010014", ParseReason.Character, 0, CharacterKind.Hyphen)]
    [InlineData("440524\t188001010014", ParseReason.Character, 6, CharacterKind.Control)]
    [InlineData("440524\u2003188001010014", ParseReason.Character, 6, CharacterKind.Space)]
    [InlineData("\u0664\u0664\u0660524188001010014", ParseReason.Character, 0, CharacterKind.Other)]
    [InlineData("360426911301007", ParseReason.Date, 8, CharacterKind.Digit)]
    [InlineData("360426910132007", ParseReason.Date, 10, CharacterKind.Digit)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position, CharacterKind found)
    {
        Assert.False(CitizenNumber.TryParse(text, out _, out var error));
        Assert.Equal(new(reason, position, found), error);
    }

    [Fact]
    public void The_place_in_bytes_counts_bytes()
    {
        Assert.False(CitizenNumber.TryParse("４４０524188001010015"u8, out _, out var error));
        Assert.Equal(new(ParseReason.Check, 23, CharacterKind.Digit), error);
    }

    [Fact]
    public void It_is_masked_wherever_it_is_not_asked_for_by_name()
    {
        const string masked = "44**************14";
        var number = CitizenNumber.Parse(Example);

        Assert.Equal(masked, number.ToString());
        Assert.Equal(masked, $"{number}");
        Assert.Equal(masked, $"{number:M}");
        Assert.Equal(masked, number.ToString("G"));
        Assert.Equal(masked, string.Concat("", number));
        Assert.Equal("Holder { Number = " + masked + " }", new Holder(number).ToString());
        Assert.Equal($"\"{masked}\"", JsonSerializer.Serialize(number));
        Assert.Equal($"{{\"Number\":\"{masked}\"}}", JsonSerializer.Serialize(new Holder(number)));
        Assert.Equal(Example, $"{number:R}");
    }

    [Fact]
    public void At_most_four_of_its_characters_are_ever_shown_unasked() => IdentifierSamples.Citizen.Sample(text =>
    {
        var shown = CitizenNumber.Parse(text).ToString();
        Assert.Equal(text[..2] + new string('*', 14) + text[16..], shown);
    });

    [Fact]
    public void A_debugger_and_whoever_reads_its_properties_see_the_mask_only()
    {
        var display = typeof(CitizenNumber).GetCustomAttribute<DebuggerDisplayAttribute>();
        Assert.Equal("{ToString(),nq}", display?.Value);
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Assert.Empty(typeof(CitizenNumber).GetProperties(BindingFlags.Instance | BindingFlags.Public));
        Assert.Empty(typeof(CitizenNumber).GetFields(BindingFlags.Instance | BindingFlags.Public));
        Assert.All(
            typeof(CitizenNumber).GetFields(all).Concat<MemberInfo>(typeof(CitizenNumber).GetProperties(all)),
            m => Assert.Equal(DebuggerBrowsableState.Never, m.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
    }

    [Fact]
    public void As_a_JSON_key_it_is_refused_unless_a_store_says_otherwise()
    {
        var map = new Dictionary<CitizenNumber, int> { [CitizenNumber.Parse(Example)] = 1 };
        var written = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(map));
        var read = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Dictionary<CitizenNumber, int>>($"{{\"{Example}\":1}}"));
        Assert.DoesNotContain(Example, written.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(RevealedCitizenNumberJsonConverter), read.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_can_be_stored_whole_by_naming_the_converter()
    {
        var json = JsonSerializer.Serialize(new Stored(CitizenNumber.Parse(Example)));
        Assert.Equal($"{{\"Number\":\"{Example}\"}}", json);
        Assert.Equal(Example, JsonSerializer.Deserialize<Stored>(json)!.Number.Reveal());
    }

    [Fact]
    public void What_was_written_masked_is_not_read_back_as_another_number()
    {
        var json = JsonSerializer.Serialize(CitizenNumber.Parse(Example));
        var thrown = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CitizenNumber>(json));
        Assert.Contains("mask", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_exception_holds_a_piece_of_the_number() => Typing.NearlyRight(IdentifierSamples.Citizen).Sample(text =>
    {
        if (CitizenNumber.TryParse(text, out _, out var error))
            return;
        string[] told =
        [
            error.ToString(), error.Text.En, error.Text.Zh,
            Assert.Throws<IdentifierFormatException>(() => CitizenNumber.Parse(text)).Message,
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Holder>(JsonSerializer.Serialize(new { Number = text }))).Message,
        ];
        // Positions have two digits at most and the line number of JSON is one digit.
        Assert.All(told, t => Assert.DoesNotMatch("[0-9]{3}", t.Replace("BytePositionInLine: ", "", StringComparison.Ordinal)));
    }, iter: 500);

    [Fact]
    public void The_default_value_is_nobodys()
    {
        Assert.Equal(string.Empty, default(CitizenNumber).Reveal());
        Assert.Equal(Sex.Unknown, default(CitizenNumber).RevealSex());
        Assert.Equal(default, default(CitizenNumber).RevealDivision());
        Assert.Throws<InvalidOperationException>(() => default(CitizenNumber).RevealBirthDate());
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private sealed record Holder(CitizenNumber Number);

    private sealed record Stored([property: System.Text.Json.Serialization.JsonConverter(typeof(RevealedCitizenNumberJsonConverter))] CitizenNumber Number);
}
