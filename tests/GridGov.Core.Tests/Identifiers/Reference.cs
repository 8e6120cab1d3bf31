using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace GridGov.Core.Tests;

/// <summary>The rules of the identifiers once more, slowly and by other means than the library's.</summary>
internal static partial class Reference
{
    public static readonly string[] Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    public const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>MOD 11-2 as python-stdnum has it: the seventeen digits are read in base 13, which is 2 modulo 11.</summary>
    public static char CitizenCheck(string seventeen)
    {
        var number = seventeen.Aggregate(BigInteger.Zero, (sum, c) => (sum * 13) + (c - '0'));
        var rest = (int)((((1 - (2 * number)) % 11) + 11) % 11);
        return "0123456789X"[rest];
    }

    public static bool IsCitizenNumber(string text) =>
        Citizen().IsMatch(text)
        && Provinces.Contains(text[..2])
        && (text[2..4] != "00" || text[4..6] == "00")
        && DateOnly.TryParseExact(text[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
        && birth.Year >= 1800
        && CitizenCheck(text[..17]) == text[17];

    /// <summary>The outer check with powers of three, as the standard defines the weights.</summary>
    public static char CreditCheck(string seventeen)
    {
        var sum = seventeen.Select((c, i) => CreditAlphabet.IndexOf(c) * BigInteger.Pow(3, i)).Aggregate(BigInteger.Zero, BigInteger.Add);
        return CreditAlphabet[(int)((31 - (sum % 31)) % 31)];
    }

    public static char OrganizationCheck(string eight)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var rest = 11 - (eight.Select((c, i) => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".IndexOf(c) * weights[i]).Sum() % 11);
        return rest == 10 ? 'X' : rest == 11 ? '0' : (char)('0' + rest);
    }

    public static bool IsCreditCode(string text) =>
        Credit().IsMatch(text) && OrganizationCheck(text[8..16]) == text[16] && CreditCheck(text[..17]) == text[17];

    /// <summary>H. M. Damm's quasigroup, one row a line.</summary>
    public static readonly int[][] Damm =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    public static char DammCheck(string digits) => (char)('0' + digits.Aggregate(0, (interim, c) => Damm[interim][c - '0']));

    [GeneratedRegex("^[0-9]{17}[0-9X]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Citizen();

    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
