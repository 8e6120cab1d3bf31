using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>迁移: cases in flight go over to another version on purpose.</summary>
public sealed class MigrationTests
{
    private static readonly LifecycleDefinition Second = Repair.Define(2, handOnHours: 8, check: "inspect", checkDays: 2).Freeze();
    private static readonly Migration Renaming = Migration.Plan(Repair.Loop, Second, new Dictionary<string, string> { ["check"] = "inspect" });

    [Fact]
    public void A_plan_is_checked_as_a_whole()
    {
        var plan = new Dictionary<string, string> { ["check"] = "archive", ["nowhere"] = "handle", ["voided"] = "lost" };

        var faults = Assert.Throws<DefinitionException>(() => Migration.Plan(Repair.Loop, Repair.Loop, plan)).Faults;

        Assert.Equal(
            [
                "versions: both are repair v1; raise the version",
                "check → archive: archive is an end of repair v1; a migration closes no case",
                "nowhere → handle: repair v1 has no step \"nowhere\" to go from",
                "voided → lost: voided is an end of repair v1; cases that have ended are not moved",
                "voided → lost: repair v1 has no step \"lost\" to go to",
            ],
            faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_dry_run_says_which_can_move_and_which_cannot_and_why()
    {
        var plan = Migration.Plan(Repair.Loop, Second);
        Case[] cases = [InStep("accept", "c1"), InStep("handle", "c2"), InStep("check", "c3"), InStep("archive", "c4"), OfEightSteps()];

        var report = plan.DryRun(cases, At(Monday.AddHours(5)));

        Assert.Equal([("c1", "accept", "accept"), ("c2", "handle", "handle")], report.Moves.Select(m => (m.Case.Value, m.From, m.To)));
        Assert.Equal(["c3", "c4", "c1"], report.Stays.Select(s => s.Case.Value));
        Assert.Equal(["migration.step"], Unmet(report.Stays[0].Why));
        Assert.Equal(["migration.open"], Unmet(report.Stays[1].Why));
        Assert.Equal(["migration.version"], Unmet(report.Stays[2].Why));
        Assert.All(report.Stays, s => Assert.Equal(RefusalCodes.MigrationRefused, s.Why.Code));
        Assert.Equal(report, plan.DryRun(cases, At(Monday.AddHours(5))));
    }

    [Fact]
    public void The_entry_does_what_the_dry_run_said_and_the_chain_holds()
    {
        var before = InStep("check", "c1");
        var now = Monday.AddHours(5);

        var entry = Renaming.Entry(before, Boss, "new checking rules", At(now)).Value;
        var after = Case.Apply(before, entry);

        Assert.Equal(EntryKind.Migrated, entry.Kind);
        Assert.Null(CaseChain.VerifyNext(null, entry with { Number = 1, Previous = default, Hash = CaseChain.Seal(entry with { Number = 1 }, default).Hash }));
        Assert.Equal(before.Head, entry.Previous);
        Assert.Equal(Second.Version, after.Lifecycle);
        Assert.Equal("inspect", after.Step);
        Assert.Equal((before.Lead, before.Handler, before.CaseDue), (after.Lead, after.Handler, after.CaseDue));
        Assert.Equal(before.HandledBy, after.HandledBy);
        Assert.Equal(Assert.Single(Renaming.DryRun([before], At(now)).Moves).StepDue, after.StepDue);
        Assert.True(Second.Decide(after, new("verify", Checker), At(now)).IsAllowed);
        Assert.Equal(["separation.handler"], Unmet(Second.Decide(after, new("verify", Checker with { Id = new("w1") }), At(now)).Refusal));
        Assert.Throws<ArgumentException>(() => Repair.Loop.Decide(after, new("verify", Checker), At(now)));
    }

    [Fact]
    public void A_case_that_keeps_its_step_keeps_the_beginning_of_its_clock_and_takes_the_new_limit()
    {
        var after = Moved(InStep("accept", "c1"), Monday.AddHours(5));

        // Eight working hours from Monday at eight, not from the migration.
        Assert.Equal(Monday, after.ClockSince);
        Assert.Equal(Monday.AddHours(10), after.StepDue);
    }

    [Fact]
    public void A_shorter_limit_may_make_a_step_late_at_once()
    {
        var hasty = Migration.Plan(Repair.Loop, Repair.Define(3, handOnHours: 1).Freeze());

        var after = Case.Apply(InStep("accept", "c1"), hasty.Entry(InStep("accept", "c1"), Boss, "hurry", At(Monday.AddHours(3))).Value);

        Assert.Equal(Monday.AddHours(1), after.StepDue);
        Assert.True(hasty.To.Decide(after, new("urge", Actor.System), At(Monday.AddHours(3))).IsAllowed);
    }

    [Fact]
    public void A_case_that_goes_to_another_step_begins_its_clock_there()
    {
        var now = Monday.AddHours(6);
        var after = Moved(InStep("check", "c1"), now);

        Assert.Equal(now, after.ClockSince);
        Assert.Equal(Calendar.Add(now, TimeLimit.WorkDays(2)), after.StepDue);
    }

    [Fact]
    public void A_suspended_case_stays_suspended_and_what_remained_remains()
    {
        var until = Monday.AddDays(7);
        var suspended = Do(InStep("accept", "c1"), new("suspend", Boss) { Facts = new() { Until = until } }, Monday.AddHours(1));
        var after = Moved(suspended, Monday.AddHours(2));

        Assert.True(after.IsSuspended);
        Assert.Equal(until, after.StepDue);
        Assert.Null(after.CaseDue);

        // One of the new eight working hours was used up before the pause.
        var resumed = Case.Apply(after, Second.Decide(after, new("resume", Actor.System), At(until)).ToEntry());
        Assert.Equal(Calendar.Add(until, TimeLimit.WorkHours(7)), resumed.StepDue);
        Assert.Equal(Calendar.Add(Monday, TimeLimit.WorkDays(2), resumed.Pauses), resumed.CaseDue);
    }

    [Fact]
    public void A_suspended_case_does_not_go_where_nothing_resumes_it()
    {
        var suspended = Do(InStep("accept", "c1"), new("suspend", Boss) { Facts = new() { Until = Monday.AddDays(7) } }, Monday.AddHours(1));
        var plan = Migration.Plan(Repair.Loop, Second, new Dictionary<string, string> { ["accept"] = "inspect" });

        Assert.Equal(["migration.suspension"], Unmet(plan.RefusalOf(suspended, At(Monday.AddHours(2)))));
    }

    [Fact]
    public void A_case_without_handler_does_not_go_where_one_is_held_and_nothing_goes_back_in_time()
    {
        var plan = Migration.Plan(Repair.Loop, Second, new Dictionary<string, string> { ["accept"] = "handle" });

        Assert.Equal(["clock.forward", "migration.handler"], Unmet(plan.RefusalOf(InStep("accept", "c1"), At(Monday.AddTicks(-1)))));
        Assert.Equal(["migration.clock"], Unmet(plan.RefusalOf(WithoutDue(), At(Monday))));

        static Case WithoutDue()
        {
            var accepted = InStep("accept", "c1");
            var assigned = Repair.Loop.Decide(accepted, new("assign", Dispatcher) { Handler = new("w1"), Lead = new("team-w1") }, At(Monday)).ToUnsealedEntry();
            return Case.Apply(accepted, assigned with { CaseDue = null });
        }
    }

    [Fact]
    public void An_extension_survives()
    {
        var extended = Do(InStep("handle", "c1"), new("extend", Boss) { Facts = new() { Authority = "office 1" } }, Monday.AddHours(1));

        var after = Moved(extended, Monday.AddHours(2));

        Assert.Equal([TimeLimit.WorkDays(2)], after.ExtendedBy);
        Assert.Equal(extended.CaseDue, after.CaseDue);
        Assert.Equal(extended.CaseDue, after.StepDue);
    }

    [Fact]
    public async Task A_desk_moves_its_cases_and_another_desk_finds_them_moved()
    {
        var slower = EightStep.Define(new() { Accept = TimeLimit.WorkHours(8) }, version: 2);
        var plan = Migration.Plan(EightStep.Default, slower);
        var before = new DeskFixture();
        await before.OpenAssignedAsync("handled");
        await before.OpenAsync("waiting");
        var desk = new DeskFixture(before.Store, With(slower));
        await desk.Desk.RestoreAsync();

        var report = await desk.Desk.MigrateAsync(plan, Boss, "slower hand-on");
        var again = await desk.Desk.MigrateAsync(plan, Boss, "slower hand-on");

        Assert.Equal(["handled", "waiting"], report.Moves.Select(m => m.Case.Value));
        Assert.Empty(again.Moves);
        Assert.Equal(1, desk.LoadOf("w1") + desk.LoadOf("w2"));
        var restored = new DeskFixture(before.Store, city => city.Lifecycle = slower);
        await restored.Desk.RestoreAsync();
        foreach (var fixture in (DeskFixture[])[desk, restored])
        {
            var waiting = (await fixture.Desk.FindAsync(new("waiting")))!;
            Assert.Equal(slower.Version, waiting.Lifecycle);
            Assert.Equal(Monday.AddHours(10), waiting.StepDue);
        }

        Assert.Equal(1, restored.LoadOf("w1") + restored.LoadOf("w2"));
        Assert.True((await restored.Desk.MigrateAsync(new("waiting"), plan, Boss, "again")).Refusal is { Code: RefusalCodes.MigrationRefused });
        Assert.True((await desk.Desk.MigrateAsync(new("nobody"), plan, Boss, "again")).Refusal is { Code: RefusalCodes.CaseUnknown });
    }

    [Fact]
    public async Task A_desk_moves_no_case_to_a_version_that_it_does_not_know()
    {
        var desk = new DeskFixture();
        await desk.OpenAsync("c1");
        var plan = Migration.Plan(EightStep.Default, EightStep.Define(version: 9));

        var e = await Assert.ThrowsAsync<ArgumentException>(async () => await desk.Desk.MigrateAsync(plan, Boss, "why"));

        Assert.Contains("eight-step v9", e.Message, StringComparison.Ordinal);
        Assert.Single(await desk.LogAsync());
    }

    private static Action<GridGovOptions> With(LifecycleDefinition lifecycle) => city =>
    {
        city.Lifecycle = lifecycle;
        city.FormerLifecycles = [EightStep.Default];
    };

    private static DecisionContext At(DateTimeOffset now) => new(now, Calendar);

    private static Case Moved(Case before, DateTimeOffset now) => Case.Apply(before, Renaming.Entry(before, Boss, "why", At(now)).Value);

    private static Case Do(Case @case, CaseCommand command, DateTimeOffset now) =>
        Case.Apply(@case, Repair.Loop.Decide(@case, command, At(now)).ToEntry());

    private static Case OfEightSteps() => CaseIn.Step(EightStep.Track);

    private static Case InStep(string step, string id)
    {
        var @case = Case.Apply(null, Repair.Loop.Open(new(id), Report(id), Clerk, Center, TimeLimit.WorkDays(2), At(Monday)));
        CaseCommand[] way =
        [
            new("assign", Dispatcher) { Handler = new("w1"), Lead = new("team-w1") },
            new("report", Handler("w1")) { Note = "done", Facts = new() { Evidence = [new(EvidenceKind.PhotoBefore, "p1"), new(EvidenceKind.PhotoAfter, "p2")] } },
            new("verify", Checker),
        ];
        foreach (var command in way.TakeWhile(_ => @case.Step != step))
            @case = Do(@case, command, Monday);
        return @case;
    }
}
