using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>A small lifecycle with everything that moves clocks, and none that urges by itself but its last step's lapse.</summary>
internal static class PausingLoop
{
    public static LifecycleDefinition Plain { get; } = Define();

    public static LifecycleDefinition Standing { get; } = StandingTransitions.AddTo(Plain);

    public static LifecycleDefinition Define(params TransitionDefinition[] more) => LifecycleDefinition.Freeze(
        "pausing",
        1,
        [
            new() { Id = "intake", Name = new("intake", "受理"), Owner = Role.Dispatcher, Limit = StepLimit.Of(TimeLimit.WorkHours(4)) },
            new() { Id = "work", Name = new("work", "处置"), Owner = Role.Handler, Limit = StepLimit.OfCase, HoldsHandler = true },
            new() { Id = "check", Name = new("check", "核查"), Owner = Role.Verifier, Limit = StepLimit.Of(TimeLimit.NaturalDays(1)), OnDue = "lapse" },
            new() { Id = "done", Name = new("done", "结案"), IsEnd = true },
        ],
        [
            Way("assign", "intake", "work", Role.System, Role.Dispatcher) with { AssignsHandler = true, Guards = [Guard.NamesHandler] },
            Way("suspend", "work", null, Role.Supervisor) with { Records = EntryKind.Suspended, Needs = CommandNeeds.Until },
            Way("resume", "work", null, Role.System, Role.Supervisor) with { Records = EntryKind.Resumed },
            Way("extend", "work", null, Role.Supervisor) with { Records = EntryKind.Extended },
            Way("note", "work", null, Role.Handler, Role.Supervisor, Role.System) with { Records = EntryKind.Noted },
            Way("finish", "work", "check", Role.Handler) with { Records = EntryKind.Handled, Guards = [Guard.IsTheHandler] },
            Way("rework", "check", "work", Role.Verifier) with { Records = EntryKind.Reworked, Guards = [Guard.NotAHandler], Judges = true },
            Way("lapse", "check", "done", Role.System) with { Guards = [Guard.StepIsDue] },
            .. more,
        ]);

    public static TransitionDefinition Way(string trigger, string from, string? to, params Role[] roles) =>
        new() { Trigger = trigger, Name = new(trigger, trigger), From = from, To = to, Roles = ValueList.From(roles) };

    /// <summary>A case of its own limit that was opened and assigned on Monday at eight.</summary>
    public static Case Working(TimeLimit limit, LifecycleDefinition? loop = null)
    {
        var definition = loop ?? Plain;
        var opened = Case.Apply(null, definition.Open(new("c1"), Report("c1"), Clerk, Center, limit, new(Monday, Calendar)));
        return opened.After(definition, new("assign", Dispatcher) { Handler = new ActorId("w1"), Lead = new BodyId("team-w1") }, Monday);
    }

    public static Case After(this Case @case, LifecycleDefinition loop, CaseCommand command, DateTimeOffset at) =>
        Case.Apply(@case, loop.Decide(@case, command, new(at, Calendar)).ToEntry());

    public static Case Suspended(this Case @case, DateTimeOffset at, DateTimeOffset until) =>
        @case.After(Plain, new("suspend", Boss) { Facts = new() { Until = until } }, at);

    public static Case Resumed(this Case @case, DateTimeOffset at) => @case.After(Plain, new("resume", Boss), at);

    public static Case Extended(this Case @case, DateTimeOffset at, TimeLimit? by = null) =>
        @case.After(Plain, new("extend", Boss) { Facts = by is null ? null : new() { Limit = by } }, at);

    public static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-03-{time} +08:00", System.Globalization.CultureInfo.InvariantCulture);
}
