using System.Globalization;
using System.Text.RegularExpressions;

namespace GridGov.Benchmarks;

/// <summary>
/// Identifiers as they come in, all canonical: fifteen of sixteen right, one with a mistyped character. Both sides say yes
/// or no; the library's yes is a value too, and its no says where and why.
/// </summary>
internal abstract class IdentifierComparison(string id, string what, string peer) : IComparison
{
    private const int Texts = 1 << 12;

    private readonly string[] _texts = new string[Texts];
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Core;

    public string What => what;

    public string Peer => peer;

    public string Unit => "ns/text";

    public void Setup()
    {
        var random = new Numbers(18);
        for (var i = 0; i < Texts; i++)
        {
            var text = Make(random);
            if (i % 16 == 0)
            {
                var at = random.Next(text.Length);
                text[at] = text[at] == '9' ? '1' : '9';
            }

            _texts[i] = new string(text);
        }
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, IsOurs(_texts[_nextOurs++ & (Texts - 1)]) ? 1 : 0);
        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, IsTheirs(_texts[_nextTheirs++ & (Texts - 1)]) ? 1 : 0);
        return sum;
    }

    /// <summary>A right number; the last character is made by the peer's own arithmetic.</summary>
    protected abstract char[] Make(Numbers random);

    protected abstract bool IsOurs(string text);

    protected abstract bool IsTheirs(string text);
}

/// <summary>Citizen numbers of 18 characters.</summary>
internal abstract class CitizenNumberComparison(string id, string peer) : IdentifierComparison(
    id, "whether a text is a citizen number: layout, province, birth date, check character; one in 16 is mistyped", peer)
{
    protected const string Layout =
        @"^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])(?:0000|(?!00)[0-9]{4})(?<birth>(?:1[89]|[2-9][0-9])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))[0-9]{3}[0-9X]\z";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly string[] Addresses = ["110105", "440310", "441900", "320508", "500101", "653101", "810000", "220581"];

    protected override char[] Make(Numbers random)
    {
        var birth = new DateOnly(1930, 1, 1).AddDays(random.Next(35_000));
        var text = $"{Addresses[random.Next(Addresses.Length)]}{birth:yyyyMMdd}{random.Next(1000):D3}0".ToCharArray();
        text[17] = Check(text);
        return text;
    }

    protected override bool IsOurs(string text) => CitizenNumber.TryParse(text.AsSpan(), out _, out _);

    protected static char Check(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (text[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }
}

/// <summary>What a business program has: the birth date from a group of the match, read by a format.</summary>
internal sealed class CitizenNumberAgainstMatch() : CitizenNumberComparison(
    "core.id.citizen", "a compiled regular expression, the birth date of its group by TryParseExact, a loop over the weights; no reason")
{
    private static readonly Regex Number = new(Layout, RegexOptions.Compiled | RegexOptions.CultureInvariant);

    protected override bool IsTheirs(string text)
    {
        var match = Number.Match(text);
        return match.Success
            && DateOnly.TryParseExact(match.Groups["birth"].ValueSpan, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && Check(text) == text[17];
    }
}

/// <summary>The most that can be got out of a regular expression, tuned for these very numbers.</summary>
internal sealed partial class CitizenNumberAgainstTuned() : CitizenNumberComparison(
    "core.id.citizen.tuned", "a source-generated regular expression that takes nothing out, day and weights by hand; neither value nor reason")
{
    protected override bool IsTheirs(string text)
    {
        if (!Number().IsMatch(text))
            return false;
        var year = ((text[6] - '0') * 1000) + ((text[7] - '0') * 100) + ((text[8] - '0') * 10) + text[9] - '0';
        var month = ((text[10] - '0') * 10) + text[11] - '0';
        var day = ((text[12] - '0') * 10) + text[13] - '0';
        return day <= DateTime.DaysInMonth(year, month) && Check(text) == text[17];
    }

    [GeneratedRegex(Layout, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

/// <summary>Unified social credit codes.</summary>
internal abstract class CreditCodeComparison(string id, string peer) : IdentifierComparison(
    id, "whether a text is a unified social credit code: alphabet, inner and outer check; one in 16 is mistyped", peer)
{
    protected const string Layout = @"^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}\z";
    protected const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Outer = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] Inner = [3, 7, 9, 10, 5, 8, 4, 2];

    protected override char[] Make(Numbers random)
    {
        var text = $"91{random.Next(1_000_000):D6}{random.Next(100_000_000):D8}00".ToCharArray();
        for (var i = 8; i < 16; i++)
        {
            if (random.Next(8) == 0)
                text[i] = Alphabet[10 + random.Next(21)];
        }

        text[16] = InnerCheck(text);
        text[17] = OuterCheck(text);
        return text;
    }

    protected override bool IsOurs(string text) => UnifiedSocialCreditCode.TryParse(text.AsSpan(), out _, out _);

    protected static char InnerCheck(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = 0; i < Inner.Length; i++)
        {
            var c = text[8 + i];
            sum += (c <= '9' ? c - '0' : c - 'A' + 10) * Inner[i];
        }

        return "0X987654321"[sum % 11];
    }

    /// <summary>The outer check, each character searched in the alphabet.</summary>
    protected static char OuterCheck(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = 0; i < Outer.Length; i++)
            sum += Alphabet.IndexOf(text[i]) * Outer[i];
        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>The outer check with a table of values by character.</summary>
    protected static char OuterCheck(ReadOnlySpan<char> text, int[] values)
    {
        var sum = 0;
        for (var i = 0; i < Outer.Length; i++)
            sum += values[text[i]] * Outer[i];
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}

/// <summary>What a business program has: values are searched in the alphabet.</summary>
internal sealed class CreditCodeAgainstSearch() : CreditCodeComparison(
    "core.id.credit", "a compiled regular expression, then loops over the weights that search the alphabet; neither value nor reason")
{
    private static readonly Regex Code = new(Layout, RegexOptions.Compiled | RegexOptions.CultureInvariant);

    protected override bool IsTheirs(string text) => Code.IsMatch(text) && InnerCheck(text) == text[16] && OuterCheck(text) == text[17];
}

/// <summary>The most that can be got out of a regular expression: source-generated, and a table instead of the search.</summary>
internal sealed partial class CreditCodeAgainstTuned() : CreditCodeComparison(
    "core.id.credit.tuned", "a source-generated regular expression, then loops with a table of values; neither value nor reason")
{
    private static readonly int[] Values = MakeValues();

    protected override bool IsTheirs(string text) => Code().IsMatch(text) && InnerCheck(text) == text[16] && OuterCheck(text, Values) == text[17];

    private static int[] MakeValues()
    {
        var values = new int[128];
        for (var i = 0; i < Alphabet.Length; i++)
            values[Alphabet[i]] = i;
        return values;
    }

    [GeneratedRegex(Layout, RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
