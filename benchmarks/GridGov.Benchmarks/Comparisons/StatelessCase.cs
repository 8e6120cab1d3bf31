using GridGov.Workflows;
using Stateless;

namespace GridGov.Benchmarks;

/// <summary>
/// The main road of the same lifecycle as a Stateless machine with enum states, as its users write it: fourteen
/// transitions, guards over a captured context. It keeps no deadline and no log; deadlines are handed to it ready.
/// </summary>
internal sealed class StatelessCase
{
    private static readonly string[] TriggerNames =
    [
        EightStep.Triggers.Assign, EightStep.Triggers.Start, EightStep.Triggers.Urge, EightStep.Triggers.Report,
        EightStep.Triggers.Verify, EightStep.Triggers.Rework, EightStep.Triggers.Evaluate, EightStep.Triggers.Lapse,
        EightStep.Triggers.Archive,
    ];

    private readonly StateMachine<Step, Trigger> _machine;
    private readonly List<string> _handledBy = [];
    private string? _handler;
    private int _urgings;
    private Command _now;

    public StatelessCase(Step state)
    {
        State = state;
        _machine = new(() => State, s => State = s);
        _machine.Configure(Step.Accept)
            .PermitIf(Trigger.Assign, Step.Refer, () => _now.Role is Role.System or Role.Dispatcher && _now.Handler is not null && _now.Lead is not null)
            .PermitReentryIf(Trigger.Urge, MayUrge);
        _machine.Configure(Step.Refer)
            .PermitIf(Trigger.Start, Step.Track, () => _now.Role is Role.Handler && _now.By == _handler)
            .PermitReentryIf(Trigger.Urge, MayUrge);
        _machine.Configure(Step.Track)
            .PermitIf(Trigger.Report, Step.Feedback, MayReport)
            .PermitIf(Trigger.Urge, Step.Urge, () => _now.Role is Role.System or Role.Supervisor && _now.IsDue);
        _machine.Configure(Step.Urge)
            .PermitIf(Trigger.Report, Step.Feedback, MayReport)
            .PermitReentryIf(Trigger.Urge, MayUrge);
        _machine.Configure(Step.Feedback)
            .PermitIf(Trigger.Verify, Step.Evaluate, () => _now.Role is Role.Verifier or Role.Collector && HasNotHandled())
            .PermitIf(Trigger.Rework, Step.Track, () => _now.Role is Role.Verifier or Role.Collector && HasNote() && HasNotHandled())
            .PermitReentryIf(Trigger.Urge, MayUrge);
        _machine.Configure(Step.Evaluate)
            .PermitIf(Trigger.Evaluate, Step.Publish, () => _now.Role is Role.Reporter or Role.Verifier && HasNote() && HasNotHandled())
            .PermitIf(Trigger.Lapse, Step.Publish, () => _now.Role is Role.System && _now.IsDue);
        _machine.Configure(Step.Publish)
            .PermitIf(Trigger.Archive, Step.Archive, () => _now.Role is Role.System or Role.Supervisor && HasNotHandled() && _now.IsDue);
    }

    public enum Step
    {
        Accept,
        Refer,
        Track,
        Urge,
        Feedback,
        Evaluate,
        Publish,
        Archive,
    }

    public enum Trigger
    {
        Assign,
        Start,
        Urge,
        Report,
        Verify,
        Rework,
        Evaluate,
        Lapse,
        Archive,
    }

    public Step State { get; set; }

    /// <summary>The commands of a walk in this machine's terms.</summary>
    public static Command[] CommandsOf(LateCase walk) => [.. walk.Steps.Select((s, i) => new Command(
        (Trigger)Array.IndexOf(TriggerNames, s.Command.Trigger),
        s.Command.By.Role,
        s.Command.By.Id.Value,
        s.Command.Note,
        s.Command.Handler?.Value,
        s.Command.Lead?.Value,
        s.Context.Now,
        walk.Before[i].StepDue))];

    /// <summary>Fires one command and returns the step it leads to.</summary>
    public Step Fire(in Command command)
    {
        _now = command;
        _machine.Fire(command.Trigger);
        if (command.Handler is not null)
            _handler = command.Handler;
        if (command.Trigger == Trigger.Urge)
            _urgings++;
        if (command.Role == Role.Handler && !_handledBy.Contains(command.By))
            _handledBy.Add(command.By);
        return State;
    }

    /// <summary>Sets who handles the case, for a machine that begins in the middle.</summary>
    public StatelessCase HandledBy(string handler)
    {
        _handler = handler;
        _handledBy.Add(handler);
        return this;
    }

    private bool MayUrge() => _now.Role is Role.System or Role.Supervisor && _now.IsDue && _urgings < 5;

    private bool MayReport() => _now.Role is Role.Handler && HasNote() && _now.By == _handler;

    private bool HasNote() => !string.IsNullOrWhiteSpace(_now.Note);

    private bool HasNotHandled() => !_handledBy.Contains(_now.By);

    /// <summary>What is fired, by whom and with what.</summary>
    public readonly record struct Command(
        Trigger Trigger, Role Role, string By, string? Note, string? Handler, string? Lead, DateTimeOffset At, DateTimeOffset? Due)
    {
        public bool IsDue => At >= Due;
    }
}
