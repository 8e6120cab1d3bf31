namespace GridGov.Core.Tests;

public class DefinitionExceptionTests
{
    [Fact]
    public void The_message_lists_every_fault_on_a_line_of_its_own()
    {
        var thrown = new DefinitionException("The list", [new("a", "is wrong"), new("b", "is missing")]);

        Assert.Equal("The list has 2 fault(s):\n  a: is wrong\n  b: is missing", thrown.Message);
        Assert.Equal("The list", thrown.Definition);
        Assert.Equal([new Fault("a", "is wrong"), new Fault("b", "is missing")], thrown.Faults);
    }

    [Fact]
    public void A_long_message_shows_twenty_faults_and_says_how_many_more_there_are()
    {
        var thrown = new DefinitionException("The list", Enumerable.Range(1, 23).Select(i => new Fault($"row {i}", "is wrong")));

        Assert.Equal(23, thrown.Faults.Count);
        Assert.Contains("row 20:", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("row 21:", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n  and 3 more; see Faults", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_faults_are_shown_without_a_remark() =>
        Assert.DoesNotContain("more", new DefinitionException("The list", Enumerable.Repeat(new Fault("row", "is wrong"), 20)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_exception_without_its_parts_is_a_mistake()
    {
        Assert.Throws<ArgumentNullException>(() => new DefinitionException("The list", null!));
        Assert.Throws<ArgumentNullException>(() => new DefinitionException(null!, [new("a", "is wrong")]));
    }
}
