namespace GridGov.Core.Tests;

public class CaseTests
{
    [Fact]
    public void A_case_begins_as_its_first_entry_tells_it()
    {
        var opened = Case.From([ChainSamples.Opened]);

        Assert.Equal(ChainSamples.Opened.Case, opened.Id);
        Assert.Same(ChainSamples.Opened.Report, opened.Report);
        Assert.Equal(new("eight-step", 1), opened.Lifecycle);
        Assert.Equal(("受理", false, new BodyId("street-office")), (opened.Step, opened.IsClosed, opened.Lead));
        Assert.Null(opened.Handler);
        Assert.Empty(opened.HandledBy);
        Assert.Equal((ChainSamples.Opened.At, ChainSamples.Opened.At), (opened.OpenedAt, opened.StepSince));
        Assert.Equal((ChainSamples.Opened.StepDue, ChainSamples.Opened.CaseDue), (opened.StepDue, opened.CaseDue));
        Assert.Equal((0, 1, ChainSamples.Opened.Hash), (opened.Urgings, opened.Version, opened.Head));
    }

    [Fact]
    public void Each_entry_moves_the_case_on()
    {
        var closed = Case.From(ChainSamples.All);

        Assert.Equal(("归档", true, new BodyId("water-bureau")), (closed.Step, closed.IsClosed, closed.Lead));
        Assert.Null(closed.Handler);
        Assert.Equal([new ActorId("handler-3")], closed.HandledBy);
        Assert.Equal((ChainSamples.Opened.At, ChainSamples.Closed.At), (closed.OpenedAt, closed.StepSince));
        Assert.Null(closed.StepDue);
        Assert.Equal((1, 4, ChainSamples.Closed.Hash), (closed.Urgings, closed.Version, closed.Head));
        Assert.Equal(new("eight-step", 1), closed.Lifecycle);
    }

    [Fact]
    public void Folding_all_entries_is_applying_them_one_by_one()
    {
        var step = ChainSamples.All.Aggregate((Case?)null, Case.Apply);
        Assert.Equal(Case.From(ChainSamples.All), step);
        Assert.NotEqual(Case.From(ChainSamples.All[..3]), step);
    }

    [Fact]
    public void Applying_an_entry_leaves_the_case_before_as_it_was()
    {
        var before = Case.From([ChainSamples.Opened]);
        var after = Case.Apply(before, ChainSamples.Assigned);

        Assert.Equal(("受理", 1), (before.Step, before.Version));
        Assert.Equal(("转办", 2), (after.Step, after.Version));
    }

    [Fact]
    public void The_time_of_a_step_begins_anew_only_when_the_step_changes()
    {
        var assigned = Case.From(ChainSamples.All[..2]);
        var urged = Case.Apply(assigned, ChainSamples.Urged);

        Assert.Equal(ChainSamples.Assigned.At, assigned.StepSince);
        Assert.Equal(ChainSamples.Assigned.At, urged.StepSince);
        Assert.Equal(ChainSamples.Urged.StepDue, urged.StepDue);
    }

    [Fact]
    public void Urgings_are_counted_over_all_steps_also_when_an_urging_moves_the_case()
    {
        var urged = Case.From([.. ChainSamples.All[..3], ChainSamples.Urged with { Number = 4, To = "督促" }]);
        Assert.Equal((2, "督促"), (urged.Urgings, urged.Step));
    }

    [Fact]
    public void Everybody_who_handled_the_case_is_remembered_once_in_order()
    {
        var entries = new[] { "b", "a", "b", null }.Select((handler, i) => ChainSamples.Urged with
        {
            Number = i + 2,
            Kind = EntryKind.Moved,
            From = i == 0 ? "受理" : "转办",
            Handler = handler is null ? null : new ActorId(handler),
            By = i == 3 ? new(new("c"), new("x"), Role.Handler) : new(new("d"), new("x"), Role.Dispatcher),
        });

        var handled = Case.From(entries.Prepend(ChainSamples.Opened));

        Assert.Equal(["b", "a", "c"], handled.HandledBy.Select(h => h.Value));
        Assert.Null(handled.Handler);
    }

    [Fact]
    public void A_handler_named_on_opening_is_remembered() =>
        Assert.Equal([new ActorId("h")], Case.From([ChainSamples.Opened with { Handler = new ActorId("h") }]).HandledBy);

    [Fact]
    public void A_case_has_a_first_entry() => Assert.Throws<ArgumentException>(() => Case.From([]));

    public static TheoryData<string> NotOpening => ["kind", "number", "report", "lifecycle"];

    [Theory]
    [MemberData(nameof(NotOpening))]
    public void The_first_entry_opens_the_case_with_a_report_and_a_lifecycle(string missing)
    {
        var entry = missing switch
        {
            "kind" => ChainSamples.Opened with { Kind = EntryKind.Moved },
            "number" => ChainSamples.Opened with { Number = 2 },
            "report" => ChainSamples.Opened with { Report = null },
            _ => ChainSamples.Opened with { Lifecycle = null },
        };
        Assert.Throws<ArgumentException>(() => Case.From([entry]));
    }

    public static TheoryData<string> NotFollowing => ["case", "gap", "again", "opened twice", "step"];

    [Theory]
    [MemberData(nameof(NotFollowing))]
    public void An_entry_that_does_not_follow_is_a_mistake(string why)
    {
        var entry = why switch
        {
            "case" => ChainSamples.Assigned with { Case = new("C-2") },
            "gap" => ChainSamples.Assigned with { Number = 3 },
            "again" => ChainSamples.Assigned with { Number = 1 },
            "opened twice" => ChainSamples.Opened with { Number = 2, From = "受理" },
            _ => ChainSamples.Assigned with { From = "归档" },
        };
        var thrown = Assert.Throws<ArgumentException>(() => Case.Apply(Case.From([ChainSamples.Opened]), entry));
        Assert.Contains($"Entry {entry.Number} of case {entry.Case}", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_not_an_entry()
    {
        Assert.Throws<ArgumentNullException>(() => Case.From(null!));
        Assert.Throws<ArgumentNullException>(() => Case.Apply(null, null!));
    }
}
