using static GridGov.Workflows.Tests.CaseIn;
using static GridGov.Workflows.Tests.Town;
using T = GridGov.Workflows.SideRoads.Triggers;

namespace GridGov.Workflows.Tests;

/// <summary>The side roads that real cases take, on the eight steps; w1 of team-w1 is the handler.</summary>
public sealed class SideRoadTests
{
    private static readonly Actor Worker = Handler("w1");
    private static readonly Actor Head = new(new("head-w1"), new("team-w1"), Role.Leader);
    private static readonly Actor Mayor = new(new("mayor"), new("city"), Role.Leader);
    private static readonly BodyId Roads = new("roads");

    [Fact]
    public void Not_ours_says_whose()
    {
        var no = new CaseCommand(T.NotAccept, Clerk) { Note = "private land", Facts = new() { Outcome = CaseOutcome.NotOurs } };

        Assert.Equal(["outcome.whose"], Refused(Step(EightStep.Accept), no));
        Assert.Equal(["outcome.fits"], Refused(Step(EightStep.Accept), no with { Facts = new() { Outcome = CaseOutcome.Solved } }));
        var ended = Done(Step(EightStep.Accept), no with { Facts = new() { Outcome = CaseOutcome.NotOurs, Body = Roads } });
        Assert.Equal((true, SideRoads.NotAccepted, CaseOutcome.NotOurs), (ended.IsClosed, ended.Step, ended.Outcome));
    }

    [Fact]
    public void A_return_names_reason_and_right_body_and_gives_up_the_handler()
    {
        var back = new CaseCommand(T.Return, Worker);
        Assert.Equal(["evidence.note", "evidence.body", "return.body"], Refused(Step(EightStep.Refer), back));
        Assert.Equal(["return.body"], Refused(Step(EightStep.Refer), Return(Worker, Worker.Body)));
        Assert.Equal(["lead.own"], Refused(Step(EightStep.Refer), Return(Handler("w2"), Roads)));

        var returned = Done(Step(EightStep.Refer), Return(Worker, Roads));

        Assert.Equal((SideRoads.Returned, null, Roads), (returned.Step, returned.Handler, returned.RightBody));
        Assert.Equal(Worker.Body, returned.Lead);
        Assert.NotNull(returned.StepDue);
    }

    [Fact]
    public void The_dispatcher_who_gets_it_back_does_not_decide_whose_it_is_and_nobody_returns_it_twice()
    {
        var byHand = Done(Step(EightStep.Accept), Assign("w1", "team-w1", Dispatcher));
        var returned = Done(byHand, Return(Worker, Roads));
        var decide = new CaseCommand(T.Adjudicate, Dispatcher with { Role = Role.Supervisor }) { Note = "by the duty list", Facts = new() { Body = Roads } };

        Assert.Equal(["transition.defined"], Refused(returned, Assign("w2", "team-w2", Dispatcher)));
        Assert.Equal(["return.receiver"], Refused(returned, decide));
        var decided = Done(returned, decide with { Facts = new() { Body = Roads } }, by: Boss);
        Assert.Equal(EightStep.Accept, decided.Step);
        Assert.Equal(["return.decided"], Refused(decided, Assign("w2", "team-w2", Dispatcher)));

        var again = Done(decided, Assign("r1", "roads", Dispatcher));
        Assert.Equal(["return.once"], Refused(again, Return(new(new("r1"), Roads, Role.Handler), Worker.Body)));
    }

    [Fact]
    public void It_is_extended_twice_by_one_original_limit_each_and_only_before_it_is_late()
    {
        var extend = new CaseCommand(T.Extend, Boss) { Note = "parts are ordered" };
        var tracked = Step(EightStep.Track);
        Assert.Equal(["extension.length"], Refused(tracked, extend with { Facts = new() { Limit = TimeLimit.WorkDays(9) } }));
        Assert.Equal(["extension.early"], Refused(tracked, extend, tracked.CaseDue));

        var once = Done(tracked, extend);
        var twice = Done(once, extend);

        Assert.Equal(Calendar.Add(tracked.CaseDue!.Value, Cover.Limit), once.CaseDue);
        Assert.Equal((once.CaseDue, 1), (once.StepDue, once.ExtendedBy.Count));
        Assert.Equal(Calendar.Add(once.CaseDue!.Value, Cover.Limit), twice.CaseDue);
        Assert.Equal(["extension.count"], Refused(twice, extend));
    }

    [Fact]
    public void A_suspended_case_stands_still_and_goes_on_with_what_was_left()
    {
        var tracked = Step(EightStep.Track);
        var begun = Monday.AddHours(5);
        var until = Monday.AddDays(60);
        var suspend = new CaseCommand(T.Suspend, Boss) { Note = "planting season", Facts = new() { Until = until } };
        Assert.Equal(["evidence.until", "suspension.length"], Refused(tracked, suspend with { Facts = null }));
        Assert.Equal(["suspension.length"], Refused(tracked, suspend with { Facts = new() { Until = Monday.AddDays(366) } }));

        var suspended = Done(tracked, suspend, begun);

        Assert.Equal((true, until, until, null), (suspended.IsSuspended, suspended.StepDue!.Value, suspended.SuspendedUntil!.Value, suspended.CaseDue));
        Assert.Equal(T.Resume, Loop.TriggerWhenDue(suspended));
        Assert.Equal(["suspension.over"], Refused(suspended, Do(EightStep.Triggers.Report, Worker), begun));
        Assert.Equal(["suspension.until"], Refused(suspended, new(T.Resume, Actor.System), until.AddTicks(-1)));

        var resumed = Done(suspended, new(T.Resume, Actor.System), until);

        var left = Calendar.Remaining(Monday, Cover.Limit, begun);
        Assert.Equal(left, Calendar.Remaining(Monday, Cover.Limit, until, resumed.Pauses));
        Assert.Equal(resumed.CaseDue, resumed.StepDue);
        Assert.Equal(["suspension.count"], Refused(resumed, suspend with { Facts = new() { Until = until.AddDays(9) } }, until));
    }

    [Fact]
    public void A_handler_who_steps_aside_never_handles_it_again()
    {
        var recused = Done(Step(EightStep.Track), new(T.Recuse, Worker) { Note = "a relative of the party" });

        Assert.Equal((EightStep.Accept, null), (recused.Step, recused.Handler));
        Assert.Equal(Calendar.Add(recused.LastAt, new EightStepLimits().Accept), recused.StepDue);
        Assert.Equal(["recusal.handler"], Refused(recused, Assign("w1", "team-w1", Dispatcher)));
        Assert.Equal(new ActorId("w2"), Done(recused, Assign("w2", "team-w2", Dispatcher)).Handler);
    }

    [Fact]
    public void A_reporter_may_demand_it_but_only_of_the_handler()
    {
        var demand = new CaseCommand(T.Recuse, Citizen) { Note = "he is their uncle", Facts = new() { Person = new("w1") } };

        Assert.Equal(["recusal.person"], Refused(Step(EightStep.Track), demand with { Facts = null }));
        Assert.Equal(["recusal.person"], Refused(Step(EightStep.Track), demand with { Facts = new() { Person = new("w9") } }));
        Assert.Equal(["recusal.person"], Refused(Step(EightStep.Track), demand, by: Handler("w2")));
        Assert.Contains(new ActorId("w1"), Done(Step(EightStep.Track), demand).Recused);
    }

    [Fact]
    public void An_upload_ends_nothing_the_word_of_the_lead_body_does()
    {
        var tracked = Step(EightStep.Track);
        var photo = new CaseCommand(T.Upload, Worker) { Facts = new() { Evidence = [new(EvidenceKind.PhotoAfter, "store/7")] } };

        var uploaded = Done(tracked, photo);
        var handled = Done(uploaded, Do(EightStep.Triggers.Report, Head));

        Assert.Equal((EightStep.Track, null, tracked.StepDue), (uploaded.Step, uploaded.HandledAt, uploaded.StepDue));
        Assert.Equal(["evidence.some"], Refused(tracked, photo with { Facts = null }));
        Assert.Equal(["lead.own"], Refused(tracked, Do(EightStep.Triggers.Report, Head with { Body = Roads })));
        Assert.Equal(handled.LastAt, handled.HandledAt);
    }

    [Fact]
    public void Where_the_head_of_the_body_confirms_the_worker_cannot()
    {
        var strict = EightStep.Define(rules: new() { LeaderConfirms = true });

        Assert.Equal(["role"], Unmet(strict.Decide(Step(EightStep.Track), Do(EightStep.Triggers.Report, Worker), At(Monday)).Refusal));
        Assert.True(strict.Decide(Step(EightStep.Track), Do(EightStep.Triggers.Report, Head), At(Monday)).IsAllowed);
    }

    [Fact]
    public void The_lead_answers_until_every_part_is_done()
    {
        var tracked = Step(EightStep.Track);
        var called = Entered(tracked, EntryKind.Called, Boss, new() { Body = Roads, Until = Monday.AddMinutes(30) });

        Assert.Equal(["support.done"], Refused(called, Do(EightStep.Triggers.Report, Worker)));
        var done = Entered(called, EntryKind.PartDone, new(new("r1"), Roads, Role.Handler), null);
        Assert.Equal(Worker.Body, done.Lead);
        Assert.Equal(EightStep.Feedback, Done(done, Do(EightStep.Triggers.Report, Worker)).Step);
    }

    [Theory]
    [InlineData(EightStep.Evaluate)]
    [InlineData(EightStep.Publish)]
    public void A_reporter_who_is_not_satisfied_has_it_taken_up_again_by_the_same_body(string step)
    {
        var judged = Step(step);
        var reopened = Done(judged, Do(T.Reopen, Citizen), Monday.AddDays(10));

        Assert.Equal((EightStep.Track, new ActorId("w1"), Worker.Body), (reopened.Step, reopened.Handler!.Value, reopened.Lead));
        Assert.Equal(Calendar.Add(Monday.AddDays(10), Cover.Limit), reopened.CaseDue);
        Assert.Equal((null, null), (reopened.Outcome, reopened.HandledAt));
        Assert.Equal(["reopening.window"], Refused(judged, Do(T.Reopen, Citizen), Monday.AddDays(10).AddTicks(1)));
        Assert.Equal(["answer.dissatisfied"], Refused(judged, Do(T.Reopen, Citizen) with { Facts = new() { Answer = Satisfaction.Satisfied } }));
    }

    [Fact]
    public void An_attempt_that_reaches_nobody_is_written_down_and_is_no_answer()
    {
        var tried = Done(Step(EightStep.Evaluate), new(T.NotReached, Checker) { Facts = new() { Answer = Satisfaction.NotReached } });

        Assert.Equal((EightStep.Evaluate, 1), (tried.Step, tried.Unreached));
        Assert.Equal(["answer.reached"], Refused(tried, Do(EightStep.Triggers.Evaluate, Citizen) with { Facts = new() { Answer = Satisfaction.NotReached } }));
    }

    [Fact]
    public void Only_somebody_above_who_did_not_handle_it_closes_by_force_and_says_by_whose_decision()
    {
        var close = new CaseCommand(T.ForceClose, Mayor) { Note = "the building is gone", Facts = new() { Outcome = CaseOutcome.CannotBeSolved, Authority = "district office, 2026/4" } };

        Assert.Equal(["evidence.authority"], Refused(Step(EightStep.Track), close with { Facts = new() { Outcome = CaseOutcome.CannotBeSolved } }));
        Assert.Equal(["role"], Refused(Step(EightStep.Track), close, by: Boss));
        Assert.Equal(["separation.handler"], Refused(Step(EightStep.Track), close, by: Worker with { Role = Role.Leader }));
        Assert.Equal(SideRoads.ForceClosed, Done(Step(EightStep.Track), close).Step);
    }

    [Fact]
    public void Body_wise_separation_keeps_colleagues_and_heads_from_judging()
    {
        var byBody = EightStep.Define(rules: new() { SeparatesBodies = true });
        var colleague = new Actor(new("w7"), Worker.Body, Role.Verifier);

        Assert.Empty(Refused(Step(EightStep.Feedback), Do(EightStep.Triggers.Verify, colleague)));
        Assert.Equal(["separation.body"], Unmet(byBody.Decide(Step(EightStep.Feedback), Do(EightStep.Triggers.Verify, colleague), At(Monday)).Refusal));
        Assert.True(byBody.Decide(Step(EightStep.Feedback), Do(EightStep.Triggers.Verify, Checker), At(Monday)).IsAllowed);
    }

    [Fact]
    public void Whoever_checked_it_does_not_close_it()
    {
        var posted = Done(Done(Step(EightStep.Feedback), Do(EightStep.Triggers.Verify, Checker)), Do(EightStep.Triggers.Evaluate, Citizen));

        Assert.Equal(["separation.checker"], Refused(posted, Do(EightStep.Triggers.Archive, Checker with { Role = Role.Supervisor }), posted.StepDue));
        Assert.Empty(Refused(posted, Do(EightStep.Triggers.Archive, Boss), posted.StepDue));
    }

    [Fact]
    public void Photos_of_the_result_are_asked_for_near_the_place_and_again_after_rework()
    {
        var place = GeoPoint.Wgs84(121.5, 31.2);
        var strict = EightStep.Define(rules: new() { ResultEvidence = [new(EvidenceKind.PhotoAfter) { WithinMetres = 50 }], CheckEvidence = [new(EvidenceKind.PhotoCheck)] });
        var tracked = Case.Apply(null, strict.Open(new("c1"), Report("c1") with { Position = place }, Clerk, Center, Cover.Limit, At(Monday)));
        foreach (var command in new[] { Assign("w1", "team-w1", Dispatcher), Do(EightStep.Triggers.Start, Worker) })
            tracked = Case.Apply(tracked, strict.Decide(tracked, command, At(Monday)).ToEntry());
        var report = Do(EightStep.Triggers.Report, Worker);

        CaseCommand With(GeoPoint? at) => report with { Facts = report.Facts! with { Evidence = [new(EvidenceKind.PhotoAfter, "store/1") { At = at }] } };
        IEnumerable<string> Asked(Case c, CaseCommand command) => Unmet(strict.Decide(c, command, At(Monday)).Refusal);

        Assert.Equal(["evidence.near"], Asked(tracked, report));
        Assert.Equal(["evidence.near"], Asked(tracked, With(null)));
        Assert.Equal(["evidence.near"], Asked(tracked, With(GeoPoint.Wgs84(121.501, 31.2))));
        var handled = Case.Apply(tracked, strict.Decide(tracked, With(GeoPoint.Wgs84(121.5003, 31.2)), At(Monday)).ToEntry());
        Assert.Equal(["evidence.kind"], Asked(handled, Do(EightStep.Triggers.Verify, Checker)));

        var reworked = Case.Apply(handled, strict.Decide(handled, Do(EightStep.Triggers.Rework, Checker), At(Monday)).ToEntry());
        Assert.DoesNotContain(EvidenceKind.PhotoAfter, reworked.EvidenceKinds);
        Assert.Equal(["evidence.near"], Asked(reworked, report));
    }

    [Fact]
    public void Nobody_says_for_the_reporter_what_the_reporter_thinks()
    {
        var praise = new CaseCommand(T.Note, Worker) { Note = "they were happy", Facts = new() { Answer = Satisfaction.Satisfied } };

        Assert.Equal(["facts.unasked"], Refused(Step(EightStep.Track), praise));
        Assert.Equal(["facts.unasked"], Refused(Step(EightStep.Refer), new(EightStep.Triggers.Start, Worker) { Facts = new() { Outcome = CaseOutcome.Solved } }));
    }

    private static Case Entered(Case @case, EntryKind kind, Actor by, CaseFacts? facts) => Case.Apply(@case, CaseChain.Seal(
        new()
        {
            Case = @case.Id,
            Number = @case.Version + 1,
            At = @case.LastAt,
            Kind = kind,
            By = by,
            Trigger = "support",
            From = @case.Step,
            To = @case.Step,
            Lead = @case.Lead,
            Handler = @case.Handler,
            StepDue = @case.StepDue,
            CaseDue = @case.CaseDue,
            Facts = facts,
        },
        @case.Head));

    private static CaseCommand Return(Actor by, BodyId right) => new(T.Return, by) { Note = "a road matter", Facts = new() { Body = right } };

    private static CaseCommand Assign(string handler, string lead, Actor by) =>
        new(EightStep.Triggers.Assign, by) { Handler = new ActorId(handler), Lead = new BodyId(lead) };

    private static IEnumerable<string> Refused(Case @case, CaseCommand command, DateTimeOffset? at = null, Actor? by = null) =>
        Unmet(Loop.Decide(@case, As(command, by), At(at ?? @case.LastAt)).Refusal);

    private static Case Done(Case @case, CaseCommand command, DateTimeOffset? at = null, Actor? by = null) =>
        Case.Apply(@case, Loop.Decide(@case, As(command, by), At(at ?? @case.LastAt)).ToEntry());

    private static CaseCommand As(CaseCommand command, Actor? by) =>
        by is { } other ? new(command.Trigger, other) { Note = command.Note, Facts = command.Facts, Handler = command.Handler, Lead = command.Lead } : command;
}
