using System.Text;

namespace GridGov;

/// <summary>
/// The first letters of characters in pinyin (拼音首字母), for searching by initials. Thread-safe.
/// Covered are the 3,755 level-1 characters of GB 2312-80, whose order in the code table is that of their pinyin, so the
/// letter follows from the position; and the characters of level 2 that are listed here. Characters with several readings
/// have every initial that is listed for them. Other characters have none: names with them are still found by code and name.
/// </summary>
public static class PinyinInitials
{
    private const int FirstCode = 0xB0A1;
    private const int LastCode = 0xD7F9;

    // The first code of each letter in level 1; no syllable begins with i, u or v.
    private static readonly (int From, char Letter)[] Sections =
    [
        (0xB0A1, 'a'), (0xB0C5, 'b'), (0xB2C1, 'c'), (0xB4EE, 'd'), (0xB6EA, 'e'), (0xB7A2, 'f'), (0xB8C1, 'g'), (0xB9FE, 'h'),
        (0xBBF7, 'j'), (0xBFA6, 'k'), (0xC0AC, 'l'), (0xC2E8, 'm'), (0xC4C3, 'n'), (0xC5B6, 'o'), (0xC5BE, 'p'), (0xC6DA, 'q'),
        (0xC8BB, 'r'), (0xC8F6, 's'), (0xCBFA, 't'), (0xCDDA, 'w'), (0xCEF4, 'x'), (0xD1B9, 'y'), (0xD4D1, 'z'),
    ];

    // Characters whose readings begin with different letters, each with all of them.
    private const string Polyphones =
        "阿ae 堡bp 暴bp 泊bp 扁bp 便bp 藏cz 曾cz 查cz 刹cs 颤cz 长cz 朝cz 车cj 乘cs 澄cd 匙cs 臭cx 畜cx 传cz 单dsc 弹dt 调dt " +
        "恶ew 番fp 繁fp 否fp 佛fb 给gj 颈jg 龟gjq 谷gy 还hx 会hk 缉jq 夹jg 贾jg 见jx 降jx 将jq 校xj 解jx 卡kq 咳kh 壳kq 括kg " +
        "乐ly 率ls 秘mb 粘zn 弄nl 曝pb 瀑pb 奇qj 栖qx 强qj 茄qj 圈qj 厦sx 召zs 折zs 盛sc 省sx 石sd 识sz 氏sz 属sz 术sz 说sy 宿sx " +
        "提td 汤ts 尾wy 吓xh 纤xq 系xj 巷xh 行xh 殖zs 峙zs 种zc 重zc 轧zyg 幢zc 咀jz 虾xh 侧cz";

    // Level 2 is in the order of the radicals, so its letters are listed; these are in tables of the field.
    private const string LevelTwo = "匾b 箅b 篦b 渎d 潢h 沐m 疱p 泗s 榭x 藓x 垭y 驿y 窨y 炷z";

    private static readonly Dictionary<char, string> Letters = MakeLetters();

    /// <summary>The small letters with which the readings of a character begin, in alphabetical order; empty where not covered.</summary>
    /// <param name="character">A Chinese character; a letter or digit, also full-width, is its own initial.</param>
    public static string Of(char character)
    {
        var folded = Fold(character);
        return char.IsAsciiLetterLower(folded) || char.IsAsciiDigit(folded)
            ? folded.ToString()
            : Letters.GetValueOrDefault(character, string.Empty);
    }

    internal static string Fold(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Fold(from[i]);
    });

    /// <summary>For each character that has an initial or should have one, the set of its initials as bits; signs are left out.</summary>
    internal static ulong[] Masks(string name) => [.. name.Where(char.IsLetterOrDigit).Select(c => Of(c).Aggregate(0UL, (bits, letter) => bits | Bit(letter)))];

    /// <summary>One bit per letter or digit, or null for a text that cannot be initials.</summary>
    internal static ulong[]? MasksOfQuery(string folded) =>
        folded.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) && folded.Any(char.IsAsciiLetterLower)
            ? [.. folded.Select(Bit)]
            : null;

    private static char Fold(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E')
            c = (char)(c - 0xFEE0);
        else if (c == '\u3000')
            c = ' ';
        return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
    }

    private static ulong Bit(char c) => 1UL << (char.IsAsciiDigit(c) ? 26 + c - '0' : c - 'a');

    private static Dictionary<char, string> MakeLetters()
    {
        // The provider is asked directly: registering it would change the encodings of the whole process.
        var gb2312 = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var letters = new Dictionary<char, string>(3800);
        var section = 0;
        Span<byte> bytes = stackalloc byte[2];
        Span<char> chars = stackalloc char[2];
        for (var code = FirstCode; code <= LastCode; code++)
        {
            if ((code & 0xFF) is < 0xA1 or 0xFF)
                continue;
            if (section + 1 < Sections.Length && code >= Sections[section + 1].From)
                section++;
            bytes[0] = (byte)(code >> 8);
            bytes[1] = (byte)code;
            gb2312.GetChars(bytes, chars);
            letters[chars[0]] = Sections[section].Letter.ToString();
        }

        foreach (var listed in $"{Polyphones} {LevelTwo}".Split(' '))
        {
            var all = letters.GetValueOrDefault(listed[0], string.Empty) + listed[1..];
            letters[listed[0]] = string.Concat(all.Distinct().Order());
        }

        return letters;
    }
}
