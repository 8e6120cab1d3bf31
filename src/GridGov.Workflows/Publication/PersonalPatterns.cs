namespace GridGov.Workflows;

/// <summary>Whether a text holds something that looks like a person's number or address.</summary>
internal static class PersonalPatterns
{
    /// <summary>A mainland mobile number has 11 digits and a citizen number 18 (the last may be X).</summary>
    public static bool Occur(ReadOnlySpan<char> text)
    {
        if (text.Contains('@'))
            return true;
        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits++;
                continue;
            }

            if (IsPersonal(text[(i - digits)..i], text[i]))
                return true;
            digits = 0;
        }

        return IsPersonal(text[^digits..], ' ');
    }

    private static bool IsPersonal(ReadOnlySpan<char> digits, char after) =>
        digits.Length switch
        {
            11 => digits[0] == '1' && digits[1] >= '3',
            17 => after is 'X' or 'x',
            18 => CitizenNumber.TryParse(digits, out _, out _),
            _ => false,
        };
}
