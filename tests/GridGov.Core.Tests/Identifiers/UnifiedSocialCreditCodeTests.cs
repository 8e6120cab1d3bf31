using System.Text;
using CsCheck;

namespace GridGov.Core.Tests;

public class UnifiedSocialCreditCodeTests
{
    private static readonly string[] Examples =
    [
        "914403001922038216", "9144030071526726XG", "91330100799655058B", "91110000600037341L", "121200004013590816",
        "91110108551385082Q", "91110000802100433B", "91440300708461136T",
    ];

    [Fact]
    public void The_examples_are_read() => Assert.All(Examples, e => Assert.Equal(e, UnifiedSocialCreditCode.Parse(e).ToString()));

    [Theory]
    [InlineData("914403001922038216", '9', '1', "4403", "192203821")]
    [InlineData("9144030071526726XG", '9', '1', "4403", "71526726X")]
    [InlineData("121200004013590816", '1', '2', "12", "401359081")]
    [InlineData("91110108551385082Q", '9', '1', "110108", "551385082")]
    public void A_code_has_its_parts(string text, char department, char category, string division, string organization)
    {
        var code = UnifiedSocialCreditCode.Parse(text);
        Assert.Equal((department, category), (code.Department, code.Category));
        Assert.Equal(DivisionCode.Parse(division), code.Division);
        Assert.Equal(organization, $"{code:O}");
        Assert.Equal(organization, Encoding.UTF8.GetString(Utf8(code)));

        static byte[] Utf8(UnifiedSocialCreditCode code)
        {
            var room = new byte[9];
            Assert.False(code.TryFormat(room.AsSpan(1), out _, "O"));
            Assert.True(code.TryFormat(room, out _, "O"));
            return room;
        }
    }

    [Fact]
    public void Any_department_and_category_of_the_alphabet_and_any_six_digits_are_read()
    {
        foreach (var start in new[] { "N1440300", "A1100000", "Y0999999", "00000000" })
        {
            var seventeen = start + "00000000" + Reference.OrganizationCheck("00000000");
            var code = UnifiedSocialCreditCode.Parse(seventeen + Reference.CreditCheck(seventeen));
            Assert.Equal(start[..2], $"{code.Department}{code.Category}");
            Assert.Equal(start.StartsWith('N') ? DivisionCode.Parse("4403") : null, code.Division);
            Assert.NotEqual(default, code);
        }

        Assert.Equal('\0', default(UnifiedSocialCreditCode).Department);
        Assert.Equal('\0', default(UnifiedSocialCreditCode).Category);
        Assert.Null(default(UnifiedSocialCreditCode).Division);
        Assert.Equal(string.Empty, default(UnifiedSocialCreditCode).ToString("O"));
    }

    [Fact]
    public void Every_wrong_character_and_every_swap_of_neighbours_is_caught()
    {
        foreach (var example in Examples)
        {
            foreach (var wrong in Typing.OneWrong(example, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ").Concat(Typing.Swapped(example)))
            {
                Assert.False(UnifiedSocialCreditCode.TryParse(wrong, out _, out _), wrong);
                Assert.False(UnifiedSocialCreditCode.TryParse(Encoding.UTF8.GetBytes(wrong), out _, out _), wrong);
            }
        }

        IdentifierSamples.Credit.Sample(
            text => Typing.OneWrong(text, Reference.CreditAlphabet).Concat(Typing.Swapped(text)).All(w => !UnifiedSocialCreditCode.TryParse(w, out _, out _)), iter: 50);
    }

    /// <summary>The inner check alone misses characters whose values differ by 11 or 22, and no others.</summary>
    [Fact]
    public void The_inner_check_misses_what_it_must_and_the_outer_one_catches_it()
    {
        var missed = 0;
        foreach (var wrong in Examples.SelectMany(e => Typing.OneWrong(e, Reference.CreditAlphabet).Select(w => (e, w))).Where(p => p.e[..8] == p.w[..8] && p.e[16..] == p.w[16..]))
        {
            var at = Enumerable.Range(0, 18).Single(i => wrong.e[i] != wrong.w[i]);
            var distance = Math.Abs(Value(wrong.e[at]) - Value(wrong.w[at]));
            Assert.False(UnifiedSocialCreditCode.TryParse(wrong.w, out _, out var error));
            Assert.Equal(distance % 11 == 0 ? (ParseReason.Check, 17) : (ParseReason.InnerCheck, 16), (error.Reason, error.Position));
            missed += distance % 11 == 0 ? 1 : 0;
        }

        Assert.True(missed > 50);

        static int Value(char c) => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".IndexOf(c);
    }

    /// <summary>Beyond neighbours one swap escapes: the first character weighs as much as the check character.</summary>
    [Fact]
    public void A_swap_of_the_first_and_the_last_character_escapes_and_no_other_swap_does() => IdentifierSamples.Credit.Sample(text =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            for (var j = i + 1; j < text.Length; j++)
            {
                if (text[i] == text[j])
                    continue;
                var c = text.ToCharArray();
                (c[i], c[j]) = (c[j], c[i]);
                Assert.Equal((i, j) == (0, 17), UnifiedSocialCreditCode.TryParse(c, out _, out _));
            }
        }
    }, iter: 100);

    [Fact]
    public void It_agrees_with_the_slow_rules_on_everything_of_eighteen_characters() =>
        Gen.OneOf(Typing.NearlyRight(IdentifierSamples.Credit), Gen.Char["0123456789AIXZ"].Array[18].Select(c => new string(c)))
            .Where(t => t.Length == 18 && t.All(c => c is not (' ' or '-' or '－' or '１' or 'Ｘ' or 'x')))
            .Sample(
                text =>
                {
                    Assert.Equal(Reference.IsCreditCode(text), UnifiedSocialCreditCode.TryParse(text, out var quick, out var error));
                    Assert.Equal(Reference.IsCreditCode(text), UnifiedSocialCreditCode.TryParse($" {text}", out var slow, out var inSlow));
                    Assert.Equal((quick, error.Reason), (slow, inSlow.Reason));
                },
                iter: 5000);

    /// <summary>A space in front sends any text the slow way, one place further on.</summary>
    [Fact]
    public void Reading_at_once_and_one_by_one_give_the_same_value_reason_place_and_kind()
    {
        var typed = from text in IdentifierSamples.Credit from way in Typing.As(text, separators: true) select way;
        Gen.OneOf(typed, Typing.NearlyRight(IdentifierSamples.Credit), Typing.NearlyRight(typed), IdentifierSamples.Credit, Gen.Char[Reference.CreditAlphabet].Array[18].Select(c => new string(c)))
            .Sample(BothWaysAgree, iter: 5000);
        foreach (var example in Examples)
        {
            for (var i = 0; i < example.Length; i++)
            {
                for (var c = 0; c < 0x180; c++)
                {
                    BothWaysAgree($"{example[..i]}{(char)c}{example[(i + 1)..]}");
                    BothWaysAgree($"{example[..i]}{(char)(c + 0xFEE0)}{example[(i + 1)..]}");
                }
            }
        }

        static void BothWaysAgree(string text)
        {
            var isRead = UnifiedSocialCreditCode.TryParse(text, out var value, out var error);
            Assert.Equal(isRead, UnifiedSocialCreditCode.TryParse($" {text}", out var slow, out var inSlow));
            Assert.Equal((value, Shifted(error)), (slow, inSlow));
            var bytes = Encoding.UTF8.GetBytes(text);
            isRead = UnifiedSocialCreditCode.TryParse(bytes, out value, out error);
            Assert.Equal(isRead, UnifiedSocialCreditCode.TryParse([(byte)' ', .. bytes], out slow, out inSlow));
            Assert.Equal((value, Shifted(error)), (slow, inSlow));
        }

        static ParseError Shifted(ParseError error) =>
            error.Reason is ParseReason.None or ParseReason.Empty ? error : error with { Position = error.Position + 1 };
    }

    [Theory]
    [InlineData("91440300192203821", ParseReason.Length, 17, CharacterKind.End)]
    [InlineData("9144030019220382166", ParseReason.Length, 18, CharacterKind.Digit)]
    [InlineData("9I4403001922038216", ParseReason.Character, 1, CharacterKind.Letter)]
    [InlineData("91A403001922038216", ParseReason.Character, 2, CharacterKind.Letter)]
    [InlineData("91440300192203O216", ParseReason.Character, 14, CharacterKind.Letter)]
    [InlineData("91440300192203821Z", ParseReason.Character, 17, CharacterKind.Letter)]
    [InlineData("914403001922038316", ParseReason.InnerCheck, 16, CharacterKind.Digit)]
    [InlineData("91440300192203821X", ParseReason.Check, 17, CharacterKind.Letter)]
    [InlineData("914403001922038217", ParseReason.Check, 17, CharacterKind.Digit)]
    [InlineData("914413001922038216", ParseReason.Check, 17, CharacterKind.Digit)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position, CharacterKind found)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out _, out var error));
        Assert.Equal(new(reason, position, found), error);
    }
}
