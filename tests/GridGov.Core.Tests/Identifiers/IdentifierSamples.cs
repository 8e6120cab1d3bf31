using System.Globalization;
using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Canonical texts of identifiers, made without the library.</summary>
internal static class IdentifierSamples
{
    private static readonly Gen<string> Six =
        from province in Gen.Int[0, Reference.Provinces.Length - 1].Select(i => Reference.Provinces[i])
        from rest in Gen.OneOf(Gen.Const("0000"), Gen.Int[1, 99].Select(n => $"{n:D2}00"), Gen.Int[100, 9999].Select(n => $"{n:D4}"))
        select province + rest;

    private static readonly Gen<string> Community =
        from six in Six
        where six[2..4] != "00"
        from street in Gen.Int[1, 999]
        from community in Gen.Int[1, 999]
        select $"{six}{street:D3}{community:D3}";

    public static Gen<string> Division { get; } = Gen.OneOf(
        Gen.Int[0, Reference.Provinces.Length - 1].Select(i => Reference.Provinces[i]),
        Six.Select(six => six.EndsWith("0000", StringComparison.Ordinal) ? six[..2] : six.EndsWith("00", StringComparison.Ordinal) ? six[..4] : six),
        Community.Select(c => c[..9]),
        Community);

    public static Gen<string> UnitGrid { get; } =
        from community in Community
        from sequence in Gen.OneOf(Gen.Int[1, 999].Select(n => $"{n:D3}"), Gen.Int[1, 99].Select(n => $"{n:D2}"))
        select community + sequence;

    public static Gen<string> Component { get; } =
        from six in Six
        from major in Gen.Int[1, 99]
        from minor in Gen.OneOf(Gen.Int[1, 999].Select(n => $"{n:D3}"), Gen.Int[1, 99].Select(n => $"{n:D2}"))
        from sequence in Gen.Int[1, 999_999]
        select $"{six}{major:D2}{minor}{sequence:D6}";

    public static Gen<string> MatterClass { get; } =
        from six in Six
        from major in Gen.Int[1, 99]
        from minor in Gen.Int[1, 999]
        select $"{six}{major:D2}{minor:D3}";

    public static Gen<string> Case { get; } =
        from six in Six
        from day in Gen.Int[new DateOnly(1900, 1, 1).DayNumber, DateOnly.MaxValue.DayNumber]
        from sequence in Gen.Int[1, 999_999]
        let digits = $"{six}{Day(day)}{sequence:D6}"
        select digits + Reference.DammCheck(digits);

    public static Gen<string> Hotline { get; } =
        from text in Gen.Char["ABCXYZ0123456789-/_"].Array[1, 36].Select(c => new string(c))
        where text.Any(char.IsAsciiDigit)
        select text;

    public static Gen<string> Citizen { get; } =
        from six in Six
        from day in Gen.Int[new DateOnly(1800, 1, 1).DayNumber, DateOnly.MaxValue.DayNumber]
        from sequence in Gen.Int[0, 999]
        let digits = $"{six}{Day(day)}{sequence:D3}"
        select digits + Reference.CitizenCheck(digits);

    public static Gen<string> Credit { get; } =
        from kind in Gen.Char[Reference.CreditAlphabet].Array[2]
        from six in Gen.Int[0, 999_999]
        from body in Gen.Char[Reference.CreditAlphabet].Array[8].Select(c => new string(c))
        let seventeen = $"{kind[0]}{kind[1]}{six:D6}{body}{Reference.OrganizationCheck(body)}"
        select seventeen + Reference.CreditCheck(seventeen);

    private static string Day(int number) => DateOnly.FromDayNumber(number).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
