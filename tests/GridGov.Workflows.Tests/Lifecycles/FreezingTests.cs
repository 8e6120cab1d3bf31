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
    public void An_end_holds_nobody() => Assert.Equal(
        ["end: it is an end but holds its handler, who would never be free again"],
        Faults([A, B, End with { HoldsHandler = true }], Ways));

    [Fact]
    public void Steps_and_ways_have_names_for_people()
    {
        Assert.Equal(["b: it has no name in English and Chinese"], Faults([A, B with { Name = new("b", " ") }, End], Ways));
        Assert.Equal(["b --go--> end: it has no name in English and Chinese"], Faults([A, B, End], [Ways[0], Ways[1] with { Name = default }]));
    }

    [Fact]
    public void A_clock_can_take_what_it_is_told_to_take()
    {
        Assert.Equal(["b: when due it does --go-->, but the clock brings no Note"], Due(Ways[1] with { Needs = CommandNeeds.Note | CommandNeeds.Level }));
        Assert.Equal(["b: when due it does --go-->, but the clock brings no evidence"], Due(Ways[1] with { Evidence = [new(EvidenceKind.PhotoAfter) { WithinMetres = 50 }] }));
        Assert.Equal(["b: when due it does --go-->, but the clock is never the handler"], Due(Ways[1] with { Guards = [Guard.IsTheHandler] }));
        Assert.Equal(["b: when due it does --go-->, but the clock names no handler"], Due(Ways[1] with { Guards = [Guard.NamesHandler], AssignsHandler = true, To = "a" }).Take(1));

        static IEnumerable<string> Due(TransitionDefinition way) => Faults([A, B with { OnDue = "go" }, End], [Ways[0], way]);
    }

    [Fact]
    public void A_suspension_has_an_end_that_the_clock_can_keep()
    {
        var suspend = new TransitionDefinition { From = "b", Trigger = "suspend", Name = new("suspend", "挂账"), Roles = [Role.Supervisor], Records = EntryKind.Suspended, Needs = CommandNeeds.Until };
        var resume = suspend with { Trigger = "resume", Records = EntryKind.Resumed, Needs = CommandNeeds.None, Roles = [Role.System] };
        LifecycleDefinition.Freeze("x", 1, [A, B, End], [.. Ways, suspend, resume]);

        Assert.Equal(["b --suspend--> : a suspension has an end; let it need Until"], Faults([A, B, End], [.. Ways, suspend with { Needs = CommandNeeds.None }, resume]));
        Assert.Equal(["b: it can be suspended, but System cannot resume it"], Faults([A, B, End], [.. Ways, suspend]));
        Assert.Equal(["b: it can be suspended, but System cannot resume it"], Faults([A, B, End], [.. Ways, suspend, resume with { Roles = [Role.Leader] }]));
        Assert.Equal(["b: when a suspension ends it does --resume-->, but the clock brings no Note"], Faults([A, B, End], [.. Ways, suspend, resume with { Needs = CommandNeeds.Note }]));
        Assert.Equal(
            ["a: a suspended case can come here, but System cannot resume it"],
            Faults([A, B, End], [.. Ways, suspend, resume, Way("b", "back", "a") with { WhileSuspended = true }]));
    }

    [Fact]
    public void Nobody_who_handled_a_case_judges_or_ends_it()
    {
        var report = Way("a", "go", "b") with { Roles = [Role.Handler] };
        var judge = Way("b", "judge", "a") with { Judges = true };
        const string fault = "whoever handled the case could do it; guard it with a guard that separates, such as Guard.NotAHandler";

        Assert.Equal([$"b --judge--> a: {fault}", $"b --go--> end: {fault}"], Faults([A, B, End], [report, judge, Ways[1]]));
        Assert.Equal([$"b --go--> end: {fault}"], Faults([A with { HoldsHandler = true, Owner = Role.Handler }, B, End], [Way("a", "go", "b"), Ways[1]]).Take(1));
        Assert.Equal([$"b --go--> end: {fault}"], Faults([A, B, End], [Ways[0], Ways[1] with { Roles = [Role.Handler] }]));
        LifecycleDefinition.Freeze("x", 1, [A, B, End], [report, judge with { Guards = [Guard.NotAHandler] }, Ways[1] with { Guards = [Guard.NotOfAHandlingBody] }]);
        LifecycleDefinition.Freeze("x", 1, [A, B, End], [report, Ways[1] with { Roles = [Role.System] }]);
    }

    [Fact]
    public void A_handlers_step_is_reached_with_a_handler_only()
    {
        const string fault = "b: it holds a handler, but a case can come here without one; let every way to it lead over one that assigns";
        var holds = B with { HoldsHandler = true };
        var assign = Ways[0] with { AssignsHandler = true, Guards = [Guard.NamesHandler] };
        var archive = Ways[1] with { Guards = [Guard.NotAHandler] };
        LifecycleDefinition.Freeze("x", 1, [A, holds, End], [assign, archive]);

        Assert.Equal([fault], Faults([A, holds, End], [Ways[0], archive]));
        Assert.Equal([fault], Faults([A, holds, End], [assign, Way("a", "skip", "b"), archive]));
        Assert.Equal([fault], Faults([A, holds, End], [assign, Way("b", "recuse", "b") with { ReleasesHandler = true }, archive]));
        Assert.Equal(
            ["a --go--> b: it gives a handler, but a command need not name one; guard it with Guard.NamesHandler"],
            Faults([A, holds, End], [assign with { Guards = [] }, archive]));
    }

    [Fact]
    public void Where_outcomes_are_told_no_case_ends_without_one()
    {
        var told = Ways[0] with { Needs = CommandNeeds.Outcome };
        LifecycleDefinition.Freeze("x", 1, [A, B, End], [told, Ways[1]]);

        Assert.Equal(
            ["a --void--> end: the case can end by it without an outcome; let it, or every way to it, need Outcome"],
            Faults([A, B, End], [told, Ways[1], Way("a", "void", "end")]));
        Assert.Equal(
            ["c --close--> end: the case can end by it without an outcome; let it, or every way to it, need Outcome"],
            Faults([A, B, Open("c"), End], [told, Ways[1], Way("b", "rework", "c") with { Records = EntryKind.Reworked }, Way("c", "close", "end")]));
    }

    [Fact]
    public void Guards_are_told_apart_by_their_codes()
    {
        Assert.Equal(
            ["b --go--> end: the guard urging.levels stands there more than once"],
            Faults([A, B, End], [Ways[0], Ways[1] with { Guards = [Guard.UrgedFewerThan(1), Guard.UrgedFewerThan(2)] }]));
        Assert.Equal(
            ["b --go--> end: the code of a guard is no name: it has a space, a comma or a bracket"],
            Faults([A, B, End], [Ways[0], Ways[1] with { Guards = [Guard.StepIsDue with { Code = "due, now" }] }]));
        Assert.Equal(
            ["b --go--> end: role is a condition that every lifecycle has; give the guard another code"],
            Faults([A, B, End], [Ways[0], Ways[1] with { Guards = [Guard.StepIsDue with { Code = "role" }] }]));
    }

    [Fact]
    public void Values_out_of_range_are_faults()
    {
        Assert.Equal(["b: there is no role 99"], Faults([A, B with { Owner = (Role)99 }, End], Ways));
        Assert.Equal(["b --go--> end: there is no role 99"], Faults([A, B, End], [Ways[0], Ways[1] with { Roles = [Role.System, (Role)99] }]));
        Assert.Equal(["b --go--> end: it cannot need 65536"], Faults([A, B, End], [Ways[0], Ways[1] with { Needs = (CommandNeeds)65536 }]));
        Assert.Equal(["b --go--> end: there is no evidence 99"], Faults([A, B, End], [Ways[0], Ways[1] with { Evidence = [new((EvidenceKind)99)] }]));
        Assert.Equal(
            ["b --go--> end: the distance of its evidence is not a number of metres above 0"],
            Faults([A, B, End], [Ways[0], Ways[1] with { Evidence = [new(EvidenceKind.PhotoAfter) { WithinMetres = double.NaN }] }]));
        Assert.Equal(["b --go--> end: it cannot record Opened"], Faults([A, B, End], [Ways[0], Ways[1] with { Records = EntryKind.Opened }]));
    }

    [Fact]
    public void Groups_are_no_steps()
    {
        var group = new StateDefinition { Id = "g", Name = new("g", "组"), IsGroup = true };
        var inside = B with { Parent = "g" };
        LifecycleDefinition.Freeze("x", 1, [A, group, inside, End], Ways);

        Assert.Equal(["steps: there is none", "g: the group has no step"], Faults([group], []));
        Assert.Equal(["g: the group has no step"], Faults([A, B, group, End], Ways));
        Assert.Equal(["b: its group h is not declared"], Faults([A, B with { Parent = "h" }, End], Ways));
        Assert.Equal(["b: a is a step, not a group"], Faults([A, B with { Parent = "a" }, End], [Ways[0], Way("b", "on", "end")]));
        Assert.Equal(["g: it lies in itself"], Faults([A, group with { Parent = "g" }, inside, End], Ways));
        Assert.Equal(["g: a group has neither owner nor clock nor end; its steps have"], Faults([A, group with { Owner = Role.Leader }, inside, End], Ways));
        Assert.Equal(["b --back--> g: it leads to a group; name the step"], Faults([A, group, inside, End], [.. Ways, Way("b", "back", "g")]).Where(f => f.Contains("group;", StringComparison.Ordinal)));
        Assert.Equal(
            ["b --go-->: 2 transitions could fire; a step has one per trigger, those of its groups included"],
            Faults([A, group, inside, End], [.. Ways, Way("g", "go", "end")]));
    }

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
        new() { From = from, Trigger = trigger, To = to, Name = new("go", "行"), Roles = [Role.System, Role.Dispatcher] };
}
