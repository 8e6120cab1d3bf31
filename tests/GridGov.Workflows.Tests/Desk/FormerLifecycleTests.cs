using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class FormerLifecycleTests
{
    private static readonly LifecycleDefinition Slower =
        EightStep.Define(new() { Publish = TimeLimit.NaturalDays(30) }, version: 2);

    [Fact]
    public async Task A_case_keeps_the_version_it_began_with_and_new_ones_take_the_new_one()
    {
        var before = new DeskFixture();
        await before.OpenAssignedAsync("old");
        var after = Upgraded(before, city => city.FormerLifecycles = [EightStep.Default]);
        await after.Desk.RestoreAsync();

        var old = await after.DoAsync("old", EightStep.Triggers.Start, Handler("w1"));
        var fresh = await after.OpenAsync("new");

        Assert.Equal(EightStep.Default.Version, old.Lifecycle);
        Assert.Equal(Slower.Version, fresh.Lifecycle);
        Assert.Equal(1, after.LoadOf("w1"));
    }

    [Fact]
    public async Task Clocks_of_old_and_new_cases_ring_on_one_desk()
    {
        var before = new DeskFixture();
        await before.BringToAsync("old", EightStep.Publish);
        var after = Upgraded(before, city => city.FormerLifecycles = [EightStep.Default]);
        await after.Desk.RestoreAsync();
        await after.BringToAsync("new", EightStep.Publish);

        after.Time.Advance(TimeSpan.FromDays(10));
        await after.Desk.TickAsync();

        Assert.True((await after.Desk.FindAsync(new("old")))!.IsClosed);
        Assert.False((await after.Desk.FindAsync(new("new")))!.IsClosed);
    }

    [Fact]
    public async Task A_desk_that_does_not_know_the_version_says_so_before_it_takes_anything_up()
    {
        var before = new DeskFixture();
        await before.OpenAssignedAsync("old");
        var after = Upgraded(before, _ => { });

        var fault = await Assert.ThrowsAsync<UnknownLifecycleException>(() => after.Desk.RestoreAsync().AsTask());

        Assert.Equal(EightStep.Default.Version, fault.Version);
        Assert.Equal(new CaseId("old"), fault.Case);
        Assert.Contains("FormerLifecycles", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, after.LoadOf("w1"));
        Assert.Null(after.Desk.NextDue);
    }

    [Fact]
    public async Task Closed_cases_of_an_unknown_version_do_not_matter()
    {
        var before = new DeskFixture();
        await before.BringToAsync("old", EightStep.Publish);
        before.Time.Advance(TimeSpan.FromDays(10));
        await before.Desk.TickAsync();
        var after = Upgraded(before, _ => { });

        await after.Desk.RestoreAsync();

        Assert.Null(after.Desk.NextDue);
    }

    [Fact]
    public void The_same_version_twice_is_a_fault_of_the_city()
    {
        var fault = Assert.Throws<DefinitionException>(() => new DeskFixture(change: city => city.FormerLifecycles = [EightStep.Default]));

        Assert.Contains(fault.Faults, f => f.What.Contains("eight-step v1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_may_be_dated_before_the_last_entry_also_when_the_step_stayed_the_same()
    {
        var desk = new DeskFixture();
        await desk.OpenAsync("c");
        desk.Time.Advance(TimeSpan.FromHours(8));
        await desk.Desk.TickAsync();
        var urged = (await desk.Desk.FindAsync(new("c")))!;
        var command = new CaseCommand(EightStep.Triggers.Assign, Actor.System) { Handler = new("w1"), Lead = new("team-w1") };

        var early = EightStep.Default.Decide(urged, command, new(Monday.AddHours(1), Calendar));

        Assert.Equal(1, urged.Urgings);
        Assert.Equal(["clock.forward"], Unmet(early.Refusal));
        Assert.True(EightStep.Default.Decide(urged, command, new(urged.LastAt, Calendar)).IsAllowed);
    }

    [Fact]
    public async Task A_refused_judgement_names_the_rule_it_rests_on()
    {
        var desk = new DeskFixture();
        await desk.BringToAsync("c", EightStep.Feedback);

        var judged = await desk.Desk.DoAsync(new("c"), Do(EightStep.Triggers.Verify, Handler("w1") with { Role = Role.Verifier }));

        Assert.Equal(Guard.NotAHandler.Basis, judged.Refusal!.Basis);
        Assert.NotNull(judged.Refusal.Basis);
    }

    private static DeskFixture Upgraded(DeskFixture before, Action<GridGovOptions> change) => new(
        before.Store,
        city =>
        {
            city.Lifecycle = Slower;
            change(city);
        },
        before.Time.GetUtcNow());
}
