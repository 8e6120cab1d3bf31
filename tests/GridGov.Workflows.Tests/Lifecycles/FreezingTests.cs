namespace GridGov.Workflows.Tests;

public sealed class FreezingTests
{
    private static readonly StateDefinition A = Open("a");
    private static readonly StateDefinition B = Open("b");
    private static readonly StateDefinition End = new() { Id = "end", Name = new("end", "终"), IsEnd = true };
    private static readonly TransitionDefinition[] Ways = [Way("a", "go", "b"), Way("b", "go", "end")];

    [Fact]
    public void A_sound_definition_is_frozen()
    {
        var frozen = LifecycleDefinition.Freeze("x", 7, [A, B, End], Ways);

        Assert.Equal(new LifecycleVersion("x", 7), frozen.Version);
        Assert.Equal(["go"], frozen.Triggers);
        Assert.Same(A, frozen.Initial);
        Assert.Same(Ways[1], frozen.Find("b", "go"));
        Assert.Null(frozen.Find("b", "stop"));
        Assert.Throws<ArgumentException>(() => frozen.State("c"));
    }

    [Fact]
    public void It_has_a_name() => Assert.Equal(["id: it is empty"], Faults([A, B, End], Ways, id: ""));

    [Fact]
    public void Versions_begin_at_one() => Assert.Equal(["version: it is 0; versions begin at 1"], Faults([A, B, End], Ways, version: 0));

    [Fact]
    public void It_has_steps() => Assert.Equal(["steps: there is none"], Faults([], []));

    [Fact]
    public void A_step_has_a_printable_name() =>
        Assert.Equal(["step \" a\": it begins or ends with a space"], Faults([A with { Id = " a" }, End], [Way(" a", "go", "end")]));

    [Fact]
    public void A_step_is_declared_once() =>
        Assert.Equal(["b: the step is declared more than once"], Faults([A, B, B, End], Ways).Distinct());

    [Fact]
    public void A_trigger_has_a_name() =>
        Assert.Equal(["b -- --> end: the trigger has no name"], Faults([A, B, End], [Ways[0], Way("b", " ", "end")]));

    [Fact]
    public void A_way_begins_in_a_declared_step() =>
        Assert.Equal(["x --go--> b: the step x is not declared"], Faults([A, B, End], [.. Ways, Way("x", "go", "b")]));

    [Fact]
    public void A_way_leads_to_a_declared_step() =>
        Assert.Equal(["b --on--> x: the step x is not declared"], Faults([A, B, End], [.. Ways, Way("b", "on", "x")]));

    [Fact]
    public void A_way_is_open_to_some_role() =>
        Assert.Equal(["b --go--> end: no role may do it; name at least one"], Faults([A, B, End], [Ways[0], Ways[1] with { Roles = [] }]));

    [Fact]
    public void No_two_ways_can_both_fire() =>
        Assert.Equal(["a --go-->: 2 transitions could fire; a step has one per trigger, those of its groups included"], Faults([A, B, End], [.. Ways, Way("a", "go", "end")]));

    [Fact]
    public void No_way_leads_out_of_an_end() =>
        Assert.Equal(["end: it is an end but --back--> leads out of it"], Faults([A, B, End], [.. Ways, Way("end", "back", "a")]));

    [Fact]
    public void An_end_has_no_clock()
    {
        Assert.Equal(["end: it is an end but has a clock"], Faults([A, B, End with { Limit = StepLimit.OfCase }], Ways));
        Assert.Equal(["end: it is an end but has a clock"], Faults([A, B, End with { OnDue = "go" }], Ways));
    }

    [Fact]
    public void An_end_is_not_where_a_case_begins() =>
        Assert.Equal(["end: it is an end, but a case begins in the first step"], Faults([End], []));

    [Fact]
    public void Every_open_step_has_an_owner() =>
        Assert.Equal(["b: nobody owns the step; name a role"], Faults([A, B with { Owner = null }, End], Ways));

    [Fact]
    public void Every_open_step_has_a_clock()
    {
        const string fault = "b: the step has no limit; an open case always has a clock";

        Assert.Equal([fault], Faults([A, B with { Limit = StepLimit.None }, End], Ways));
        Assert.Equal([fault], Faults([A, B with { Limit = StepLimit.Of(default) }, End], Ways));
    }

    [Fact]
    public void What_a_clock_does_is_declared_for_its_step() =>
        Assert.Equal(["b: when due it does --urge-->, which is not declared for it"], Faults([A, B with { OnDue = "urge" }, End], Ways));

    [Fact]
    public void What_a_clock_does_is_open_to_the_clock() => Assert.Equal(
        ["b: when due it does --go-->, which System may not do"],
        Faults([A, B with { OnDue = "go" }, End], [Ways[0], Ways[1] with { Roles = [Role.Verifier] }]));

    [Fact]
    public void Every_step_can_be_reached() =>
        Assert.Equal(["c: it cannot be reached from a"], Faults([A, B, Open("c"), End], [.. Ways, Way("c", "go", "end")]));

    [Fact]
    public void Every_step_leads_to_an_end() =>
        Assert.Equal(["c: no way leads from it to an end"], Faults([A, B, Open("c"), End], [.. Ways, Way("a", "trap", "c")]));

    [Fact]
    public void Every_fault_is_listed_not_the_first() => Assert.Equal(
        [
            "version: it is -1; versions begin at 1",
            "b --go--> end: no role may do it; name at least one",
            "a: nobody owns the step; name a role",
            "c: the step has no limit; an open case always has a clock",
            "c: it cannot be reached from a",
            "c: no way leads from it to an end",
        ],
        Faults([A with { Owner = null }, B, Open("c") with { Limit = StepLimit.None }, End], [Ways[0], Ways[1] with { Roles = [] }], version: -1));

    [Fact]
    public void A_missing_limit_of_the_eight_steps_is_a_fault() =>
        Assert.Throws<DefinitionException>(() => EightStep.Define(new() { Feedback = default }));

    private static IEnumerable<string> Faults(StateDefinition[] states, TransitionDefinition[] ways, string id = "x", int version = 1) =>
        Assert.Throws<DefinitionException>(() => LifecycleDefinition.Freeze(id, version, states, ways)).Faults.Select(f => f.ToString());

    private static StateDefinition Open(string id) =>
        new() { Id = id, Name = new(id, id), Owner = Role.Handler, Limit = StepLimit.OfCase };

    private static TransitionDefinition Way(string from, string trigger, string to) =>
        new() { From = from, Trigger = trigger, To = to, Name = new(trigger, trigger), Roles = [Role.System, Role.Handler] };
}
