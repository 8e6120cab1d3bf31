namespace GridGov.Core.Tests;

public class OutcomeTests
{
    private static readonly Refusal No = RefusalTests.Sample;

    [Fact]
    public void A_value_converts_to_an_accepted_outcome()
    {
        Outcome<string> outcome = "yes";

        Assert.True(outcome.IsAccepted);
        Assert.Null(outcome.Refusal);
        Assert.Equal("yes", outcome.Value);
        Assert.True(outcome.TryGetValue(out var value));
        Assert.Equal("yes", value);
        Assert.Equal("yes", outcome.ToString());
    }

    [Fact]
    public void A_refusal_converts_to_an_outcome_without_a_value()
    {
        Outcome<string> outcome = No;

        Assert.False(outcome.IsAccepted);
        Assert.Same(No, outcome.Refusal);
        Assert.False(outcome.TryGetValue(out var value));
        Assert.Null(value);
        Assert.Equal(No.ToString(), outcome.ToString());
    }

    [Fact]
    public void Reading_the_value_of_a_refusal_says_which_refusal_was_overlooked()
    {
        Outcome<int> outcome = No;

        var thrown = Assert.Throws<RefusedException>(() => outcome.Value);

        Assert.Same(No, thrown.Refusal);
        Assert.Contains(RefusalCodes.DutyRefusable, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_outcome_of_a_class_is_neither_a_value_nor_a_refusal() => IsNothing(default(Outcome<string>));

    [Fact]
    public void The_default_outcome_of_a_struct_is_neither_a_value_nor_a_refusal() => IsNothing(default(Outcome<int>));

    [Fact]
    public void A_zero_is_a_value_and_not_the_default_outcome()
    {
        Outcome<int> zero = 0;

        Assert.True(zero.IsAccepted);
        Assert.Equal(0, zero.Value);
        Assert.NotEqual(default, zero);
    }

    [Fact]
    public void Outcomes_are_equal_by_value_or_by_refusal()
    {
        Outcome<int> one = 1;
        Outcome<int> same = 1;
        Outcome<int> two = 2;
        Outcome<int> no = No;
        Outcome<int> sameNo = No with { };

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != two);
        Assert.True(one != no);
        Assert.True(no == sameNo);
        Assert.Equal(no.GetHashCode(), sameNo.GetHashCode());
        Assert.False(one.Equals((object)1));
    }

    [Fact]
    public void Null_is_neither_a_value_nor_a_refusal()
    {
        Assert.Throws<ArgumentNullException>(() => (Outcome<string>)(string)null!);
        Assert.Throws<ArgumentNullException>(() => (Outcome<string>)(Refusal)null!);
    }

    private static void IsNothing<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.False(outcome.IsAccepted);
        Assert.Null(outcome.Refusal);
        Assert.False(outcome.TryGetValue(out _));
        Assert.Null(Assert.Throws<RefusedException>(() => outcome.Value).Refusal);
        Assert.Equal("no outcome", outcome.ToString());
    }
}
