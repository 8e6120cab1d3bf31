using System.Buffers;
using System.Globalization;

namespace GridGov;

/// <summary>What the records that name a person ask of their fields.</summary>
internal static class PersonRules
{
    /// <summary>姓名 C50 in schemas that implement GB/T 31000-2015; secondary source.</summary>
    public const int MaxNameLength = 50;

    /// <summary>Assumed; the length of 联系方式 is in no source.</summary>
    public const int MaxContactLength = 50;

    /// <summary>Assumed; the length of 门（楼）详址 is in no source.</summary>
    public const int MaxAddressLength = 200;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>The standard whose implementing schemas the fields follow.</summary>
    public static LegalBasis Basis { get; } = new("GB/T 31000-2015");

    public static void CitizenNumber(FieldFaultList faults, string field, Sensitive<string>? number)
    {
        if (!faults.Text(field, number, 18, required: false, Basis))
            return;
        var isWritten = IsCitizenNumber(number!.Reveal());
        if (!GridGov.CitizenNumber.TryParse(number.Reveal(), out _, out var error) || !isWritten)
        {
            // The error tells a place and a class of character, never what stands there.
            var rule = isWritten ? error.Text : new("17 digits and a digit or X, or 15 digits", "17 位数字加 1 位数字或 X，或旧 15 位数字");
            faults.Add(field, FieldFaultCodes.Form,
                new(string.Create(CultureInfo.InvariantCulture, $"text of {number.Reveal().Length} character(s)"), string.Create(CultureInfo.InvariantCulture, $"{number.Reveal().Length} 个字符的文本")),
                new($"it is a citizen number: {rule.En}", $"为公民身份号码：{rule.Zh}"), new("GB 11643"));
        }
    }

    /// <summary>The day of birth in a citizen number, or null where there is none to be read.</summary>
    public static DateOnly? BirthDateIn(Sensitive<string>? number) =>
        number is not null && IsCitizenNumber(number.Reveal()) && GridGov.CitizenNumber.TryParse(number.Reveal(), out var parsed, out _)
            ? parsed.RevealBirthDate()
            : null;

    private static bool IsCitizenNumber(string text) => text.Length switch
    {
        15 => text.AsSpan().IndexOfAnyExcept(Digits) < 0,
        18 => text.AsSpan(0, 17).IndexOfAnyExcept(Digits) < 0 && (char.IsAsciiDigit(text[17]) || text[17] == 'X'),
        _ => false,
    };
}
