namespace GridGov.Core.Tests;

public class CaseNumberTests
{
    private static readonly string[] Examples = [Make("440310", "20260708", 1), Make("441900", "19000101", 999_999), Make("320508", "20240229", 123_456)];

    [Fact]
    public void The_check_digit_of_the_known_example_is_four() => Assert.Equal('4', Reference.DammCheck("572"));

    /// <summary>Every row and column a permutation: one wrong digit shows. Totally anti-symmetric: a swap of neighbours shows.</summary>
    [Fact]
    public void The_table_of_the_check_digit_has_the_properties_that_it_promises()
    {
        var digits = Enumerable.Range(0, 10).ToArray();
        foreach (var a in digits)
        {
            Assert.Equal(0, Reference.Damm[a][a]);
            Assert.Equal(digits, Reference.Damm[a].Order());
            Assert.Equal(digits, Reference.Damm.Select(row => row[a]).Order());
            foreach (var b in digits)
            {
                foreach (var c in digits.Where(c => c != b))
                    Assert.NotEqual(Reference.Damm[Reference.Damm[a][b]][c], Reference.Damm[Reference.Damm[a][c]][b]);
            }
        }
    }

    [Fact]
    public void A_number_has_its_parts()
    {
        var number = CaseNumber.Create(DivisionCode.Parse("440310"), new(2026, 7, 8), 42);
        Assert.Equal(Make("440310", "20260708", 42), number.ToString());
        Assert.Equal((DivisionCode.Parse("440310"), new DateOnly(2026, 7, 8), 42), (number.Division, number.Opened, number.Sequence));
        Assert.Equal(number, CaseNumber.Parse(number.ToString()));
        Assert.Equal((default, DateOnly.MinValue, 0), (default(CaseNumber).Division, default(CaseNumber).Opened, default(CaseNumber).Sequence));
    }

    [Fact]
    public void The_ends_of_the_ranges_fit()
    {
        foreach (var text in new[] { Make("110000", "19000101", 1), Make("839999", "99991231", 999_999) })
            Assert.Equal(text, CaseNumber.Parse(text).ToString());
    }

    [Fact]
    public void Every_wrong_digit_and_every_swap_of_neighbours_is_caught()
    {
        foreach (var wrong in Examples.SelectMany(e => Typing.OneWrong(e, "0123456789").Concat(Typing.Swapped(e))))
            Assert.False(CaseNumber.TryParse(wrong, out _, out _), wrong);
        CsCheck.Check.Sample(IdentifierSamples.Case, text => Typing.OneWrong(text, "0123456789").Concat(Typing.Swapped(text)).All(w => !CaseNumber.TryParse(w, out _, out _)), iter: 100);
    }

    [Theory]
    [InlineData("44031020260708000001", ParseReason.Length, 20)]
    [InlineData("4403102026070800000100", ParseReason.Length, 21)]
    [InlineData("440310202607080000XX1", ParseReason.Character, 18)]
    [InlineData("990310202607080000010", ParseReason.Province, 0)]
    [InlineData("440010202607080000010", ParseReason.Gap, 2)]
    [InlineData("440310189912310000010", ParseReason.Date, 6)]
    [InlineData("440310202613080000010", ParseReason.Date, 10)]
    [InlineData("440310202602290000010", ParseReason.Date, 12)]
    [InlineData("440310202602280000000", ParseReason.Zero, 14)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position)
    {
        Assert.False(CaseNumber.TryParse(text, out _, out var error));
        Assert.Equal((reason, position), (error.Reason, error.Position));
    }

    [Fact]
    public void Parts_out_of_range_are_misuse()
    {
        var (division, day) = (DivisionCode.Parse("440310"), new DateOnly(2026, 7, 8));
        Assert.Throws<ArgumentException>(() => CaseNumber.Create(default, day, 1));
        Assert.Throws<ArgumentException>(() => CaseNumber.Create(DivisionCode.Parse("440310001"), day, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Create(division, new(1899, 12, 31), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Create(division, day, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Create(division, day, 1_000_000));
    }

    private static string Make(string division, string day, int sequence)
    {
        var digits = $"{division}{day}{sequence:D6}";
        return digits + Reference.DammCheck(digits);
    }
}
