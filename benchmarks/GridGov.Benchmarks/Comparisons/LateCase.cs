using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>
/// The walk of the lifecycle comparisons: a late case through all eight steps by seven triggers (assign, start, urge,
/// report, verify, evaluate, archive), every guard of the way held.
/// </summary>
internal sealed class LateCase
{
    public LateCase()
    {
        Calendar = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai");
        var body = new BodyId("body-7");
        var dispatcher = new Actor(new("dispatcher-1"), new("centre"), Role.Dispatcher);
        var handler = new Actor(new("handler-3"), body, Role.Handler);
        var verifier = new Actor(new("verifier-2"), new("centre"), Role.Verifier);
        var reporter = new Actor(new("reporter-9"), default, Role.Reporter);
        var opened = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
        Opened = Case.Apply(null, Lifecycle.Open(
            new("case-1"),
            new() { Id = new("report-1"), At = opened, Grid = new("grid-001"), Class = new("street-lamp"), Channel = "hotline" },
            dispatcher,
            new("centre"),
            TimeLimit.WorkDays(2),
            new(opened, Calendar)));

        Steps =
        [
            Step(EightStep.Triggers.Assign, dispatcher, opened.AddHours(1), handler: handler.Id, lead: body),
            Step(EightStep.Triggers.Start, handler, opened.AddHours(2)),
            Step(EightStep.Triggers.Urge, Actor.System, opened.AddDays(2)),
            Step(EightStep.Triggers.Report, handler, opened.AddDays(2).AddHours(1), "lamp replaced, two photographs"),
            Step(EightStep.Triggers.Verify, verifier, opened.AddDays(2).AddHours(2)),
            Step(EightStep.Triggers.Evaluate, reporter, opened.AddDays(3), "satisfied"),
            Step(EightStep.Triggers.Archive, Actor.System, opened.AddDays(6)),
        ];

        Before = new Case[Steps.Length];
        Entries = new CaseEntry[Steps.Length];
        CaseEntry? last = null;
        var current = Opened;
        for (var i = 0; i < Steps.Length; i++)
        {
            Before[i] = current;
            var decision = Lifecycle.Decide(current, Steps[i].Command, Steps[i].Context);
            if (decision.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.ToString());
            var entry = decision.ToEntry();
            if (last is not null && CaseChain.VerifyNext(last, entry) is { } fault)
                throw new InvalidOperationException(fault.ToString());
            last = Entries[i] = entry;
            current = Case.Apply(current, entry);
        }

        if (!current.IsClosed)
            throw new InvalidOperationException($"The walk ends in step {current.Step}, not at an end.");
    }

    public static LifecycleDefinition Lifecycle => EightStep.Default;

    public WorkCalendar Calendar { get; }

    /// <summary>The case as it was opened.</summary>
    public Case Opened { get; }

    /// <summary>What is done, in order.</summary>
    public Walk[] Steps { get; }

    /// <summary>The case before each step.</summary>
    public Case[] Before { get; }

    /// <summary>The entry that each step became.</summary>
    public CaseEntry[] Entries { get; }

    private Walk Step(string trigger, Actor by, DateTimeOffset now, string? note = null, ActorId? handler = null, BodyId? lead = null) =>
        new(new(trigger, by) { Note = note, Handler = handler, Lead = lead }, new(now, Calendar));

    /// <summary>One step of the walk.</summary>
    public readonly record struct Walk(CaseCommand Command, DecisionContext Context);
}
