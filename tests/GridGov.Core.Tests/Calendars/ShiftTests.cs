namespace GridGov.Core.Tests;

public class ShiftTests
{
    [Theory]
    [InlineData("08:00-12:00", 240)]
    [InlineData("00:00-24:00", 1440)]
    [InlineData("22:30-24:00", 90)]
    [InlineData("23:59-24:00", 1)]
    public void A_shift_is_read_and_written_the_same_in_every_culture(string text, int minutes) => Cultures.InEach(_ =>
    {
        var shift = Shift.Parse(text);
        Assert.Equal(TimeSpan.FromMinutes(minutes), shift.Length);
        Assert.Equal(text, shift.ToString());
    });

    [Fact]
    public void A_shift_that_ends_at_midnight_lasts_to_the_end_of_the_day()
    {
        Assert.Equal("20:00-24:00", Shift.Parse("20:00-00:00").ToString());
        Assert.Equal(Shift.Parse("20:00-24:00"), new Shift(new(20, 0), TimeOnly.MinValue));
    }

    [Theory]
    [InlineData("")]
    [InlineData("08:00")]
    [InlineData("08:00-")]
    [InlineData("-12:00")]
    [InlineData("8:00-12:00")]
    [InlineData("08:00 - 12:00")]
    [InlineData("08:00–12:00")]
    [InlineData("08:00-12:00-14:00")]
    [InlineData("08:00-25:00")]
    [InlineData("08:60-12:00")]
    [InlineData("24:00-08:00")]
    [InlineData("08:00-24:01")]
    [InlineData("12:00-08:00")]
    [InlineData("22:00-06:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00:00-12:00:00")]
    [InlineData("8am-12am")]
    public void A_text_that_is_not_a_shift_is_refused_with_the_text_and_the_right_form(string text)
    {
        var thrown = Assert.Throws<FormatException>(() => Shift.Parse(text));
        Assert.Contains($"\"{text}\"", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("08:00-12:00", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shift_has_a_length()
    {
        Assert.Throws<ArgumentException>(() => new Shift(new(8, 0), new(8, 0)));
        Assert.Throws<ArgumentException>(() => new Shift(new(8, 0), new(7, 59)));
        Assert.Throws<ArgumentNullException>(() => Shift.Parse(null!));
    }
}
