using GridGov;
using GridGov.Workflows;

namespace CityDay.City;

/// <summary>What somebody does with a case, once it is their turn.</summary>
internal enum ErrandKind
{
    /// <summary>Take the case one step on.</summary>
    Step,

    /// <summary>Let the desk find a handler.</summary>
    Assign,

    /// <summary>Report the result, when the script says.</summary>
    Report,

    /// <summary>Check the result, and now and then send it back.</summary>
    Check,

    /// <summary>Ask the reporter, of whom every second one answers.</summary>
    Revisit,
}

/// <summary>One thing that is done with a case, after the one before.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Trigger">The lifecycle's name for it.</param>
/// <param name="Role">Who does it; a handler is the case's own.</param>
/// <param name="Least">After how many minutes at the earliest.</param>
/// <param name="Spread">Within how many minutes after that.</param>
internal sealed record Errand(ErrandKind Kind, string Trigger, Role Role, int Least = 0, int Spread = 1)
{
    /// <summary>Whether it is done in working hours only.</summary>
    public bool InHours { get; init; }

    /// <summary>The body acted for; null: the city's centre.</summary>
    public BodyId? Body { get; init; }

    public string? Note { get; init; }

    public CaseFacts? Facts { get; init; }
}

/// <summary>A lifecycle, and who does what in it, in order. The minutes are assumed.</summary>
/// <param name="Name">As it is given on the command line.</param>
/// <param name="Lifecycle">The lifecycle.</param>
/// <param name="MainSteps">How many of its steps, from the first, are its main road.</param>
/// <param name="Errands">What is done.</param>
internal sealed record CityLoop(string Name, LifecycleDefinition Lifecycle, int MainSteps, IReadOnlyList<Errand> Errands)
{
    public const string Standard = "eight-step";

    private static readonly CaseFacts Solved = new() { Outcome = CaseOutcome.Solved };
    private static readonly CaseFacts Satisfied = new() { Answer = Satisfaction.Satisfied };

    /// <summary>Triggers that clocks and checks do, besides the errands.</summary>
    private static readonly string[] Others =
    [
        SideRoads.Triggers.Urge, GridGov.Workflows.EightStep.Triggers.Rework, GridGov.Workflows.EightStep.Triggers.Lapse,
        GridGov.Workflows.EightStep.Triggers.Archive, DigitalCity.Triggers.File, HotlineOrder.Triggers.Close, HotlineOrder.Triggers.GiveUp,
    ];

    /// <summary>What reports an attempt that did not reach the reporter, and then ends the revisit; null: the clock does.</summary>
    public string? GivesUp { get; init; }

    public static CityLoop EightStep { get; } = new(Standard, GridGov.Workflows.EightStep.Default, 8,
    [
        new(ErrandKind.Assign, GridGov.Workflows.EightStep.Triggers.Assign, Role.System),
        new(ErrandKind.Step, GridGov.Workflows.EightStep.Triggers.Start, Role.Handler, 5, 56),
        new(ErrandKind.Report, GridGov.Workflows.EightStep.Triggers.Report, Role.Handler) { Note = "handled on site", Facts = Solved },
        new(ErrandKind.Check, GridGov.Workflows.EightStep.Triggers.Verify, Role.Verifier, 10, 351) { InHours = true },
        new(ErrandKind.Revisit, GridGov.Workflows.EightStep.Triggers.Evaluate, Role.Reporter, 60, 2821) { Note = "answered", Facts = Satisfied },
    ]);

    public static CityLoop Digital { get; } = new("digital-city", DigitalCity.Default, 10,
    [
        new(ErrandKind.Step, DigitalCity.Triggers.Confirm, Role.Collector, 10, 51) { Body = DigitalCity.SupervisionCentre, Facts = Shown(EvidenceKind.PhotoBefore) },
        new(ErrandKind.Step, DigitalCity.Triggers.Register, Role.Acceptor, 5, 26) { Body = DigitalCity.SupervisionCentre },
        new(ErrandKind.Assign, DigitalCity.Triggers.Assign, Role.System, 1, 10),
        new(ErrandKind.Report, DigitalCity.Triggers.Report, Role.Handler) { Note = "handled on site", Facts = Solved with { Evidence = Shown(EvidenceKind.PhotoAfter).Evidence } },
        new(ErrandKind.Step, DigitalCity.Triggers.PassOn, Role.Dispatcher, 5, 56) { InHours = true, Body = DigitalCity.CommandCentre },
        new(ErrandKind.Check, DigitalCity.Triggers.Verify, Role.Verifier, 10, 111) { InHours = true, Body = DigitalCity.SupervisionCentre, Facts = Shown(EvidenceKind.PhotoCheck) },
        new(ErrandKind.Step, DigitalCity.Triggers.Close, Role.Acceptor, 5, 56) { InHours = true, Body = DigitalCity.SupervisionCentre },
        new(ErrandKind.Revisit, DigitalCity.Triggers.Revisit, Role.Reporter, 60, 2821) { Facts = Satisfied },
    ]);

    public static CityLoop Hotline { get; } = new("hotline-order", HotlineOrder.Default, 9,
    [
        new(ErrandKind.Step, HotlineOrder.Triggers.Accept, Role.Acceptor, 1, 10),
        new(ErrandKind.Assign, HotlineOrder.Triggers.Assign, Role.System, 1, 10),
        new(ErrandKind.Step, HotlineOrder.Triggers.Respond, Role.Handler, 5, 56),
        new(ErrandKind.Report, HotlineOrder.Triggers.Report, Role.Handler) { Note = "handled on site", Facts = Solved },
        new(ErrandKind.Step, HotlineOrder.Triggers.Answer, Role.Handler, 10, 111) { InHours = true, Facts = Shown(EvidenceKind.Reply) },
        new(ErrandKind.Revisit, HotlineOrder.Triggers.Revisit, Role.Verifier, 60, 181) { InHours = true, Facts = Solved with { Answer = Satisfaction.Satisfied } },
    ])
    {
        GivesUp = HotlineOrder.Triggers.GiveUp,
    };

    public static IReadOnlyList<CityLoop> All { get; } = [EightStep, Digital, Hotline];

    /// <summary>Whether the arrow of a trigger is drawn even where no case took it.</summary>
    public bool Uses(string trigger) => Others.Contains(trigger, StringComparer.Ordinal) || Errands.Any(e => e.Trigger == trigger);

    private static CaseFacts Shown(EvidenceKind kind) => new() { Evidence = [new(kind, $"simulated/{kind}")] };
}
