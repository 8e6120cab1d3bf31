namespace GridGov.Rules;

/// <summary>What a grid worker's time went into (工作类别).</summary>
public enum WorkActivity
{
    /// <summary>At people's doors and in the streets: visits, patrols, listening (走访巡查).</summary>
    Visit = 1,

    /// <summary>Settling a matter on the spot or with others (处置).</summary>
    Handling = 2,

    /// <summary>Filling in forms, ledgers and systems (填表报数、台账).</summary>
    Form = 3,

    /// <summary>Meetings and training (会议培训).</summary>
    Meeting = 4,

    /// <summary>Preparing for inspections and assessments (迎检考核).</summary>
    Inspection = 5,

    /// <summary>Anything else.</summary>
    Other = 6,
}

/// <summary>Who set a task (任务来源).</summary>
public enum TaskOrigin
{
    /// <summary>A resident asked for it (居民诉求).</summary>
    Resident = 1,

    /// <summary>The worker found it (自行发现).</summary>
    OwnFind = 2,

    /// <summary>The community itself (社区自主).</summary>
    Community = 3,

    /// <summary>The street or town (街道、乡镇).</summary>
    Street = 4,

    /// <summary>A department of the district, city or above (上级部门).</summary>
    Department = 5,
}

/// <summary>One piece of work that was done (工时记录): no names, no contents. Immutable and thread-safe.</summary>
public sealed record WorkEntry
{
    /// <summary>Who did it, by staff number or pseudonym.</summary>
    public required ActorId Worker { get; init; }

    /// <summary>The community that the worker belongs to.</summary>
    public required BodyId Community { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What it was.</summary>
    public required WorkActivity Activity { get; init; }

    /// <summary>How long it took, in minutes, from 0.</summary>
    public required int Minutes { get; init; }

    /// <summary>Who set it.</summary>
    public required TaskOrigin Origin { get; init; }

    /// <summary>The body that set it, or null.</summary>
    public BodyId? By { get; init; }

    /// <summary>How many forms and ledgers were filled in for it, from 0.</summary>
    public int Forms { get; init; }

    /// <summary>How many tasks it is counted as, from 0: one unless it is a further part of a task that is counted already.</summary>
    public int Tasks { get; init; } = 1;
}

/// <summary>A task that a list refused: the record that stays of it. Immutable and thread-safe.</summary>
public sealed record RefusedTask
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The item under which it was to be handed down.</summary>
    public required DutyCode Duty { get; init; }

    /// <summary>The body that wanted to hand it down, or default.</summary>
    public required BodyId By { get; init; }

    /// <summary>The body that was spared, or default.</summary>
    public required BodyId To { get; init; }

    /// <summary>The answer: one of the four that are a no.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>The codes of all reasons, in the order of the refusal.</summary>
    public required ValueList<string> Reasons { get; init; }

    /// <summary>The record of a task that was refused.</summary>
    /// <param name="request">The task.</param>
    /// <param name="verdict">The answer.</param>
    /// <exception cref="ArgumentException">The answer is a yes.</exception>
    public static RefusedTask Of(in TaskRequest request, AdmissionVerdict verdict) => verdict.Refusal is { } refusal
        ? new()
        {
            On = request.On,
            Duty = request.Duty,
            By = request.By,
            To = request.ToBody,
            Verdict = verdict.Kind,
            Reasons = ValueList.From(refusal.Unmet.Select(u => u.Code)),
        }
        : throw new ArgumentException("The task was allowed; there is nothing to record.", nameof(verdict));
}
