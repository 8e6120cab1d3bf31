namespace GridGov;

/// <summary>In which role somebody acts on a case. Source: the roles of digital city management, see the glossary.</summary>
public enum Role
{
    /// <summary>The library itself, driven by a clock.</summary>
    System = 0,

    /// <summary>A grid worker who finds, reports and checks (采集员、网格员).</summary>
    Collector = 1,

    /// <summary>Takes reports in and opens cases (受理员).</summary>
    Acceptor = 2,

    /// <summary>Hands cases to those who handle them (派遣员).</summary>
    Dispatcher = 3,

    /// <summary>Handles the matter (处置人员).</summary>
    Handler = 4,

    /// <summary>Checks the result (核查员).</summary>
    Verifier = 5,

    /// <summary>Supervises the loop (督办、值班长).</summary>
    Supervisor = 6,

    /// <summary>Leads the body (领导).</summary>
    Leader = 7,

    /// <summary>Reported the matter (诉求人).</summary>
    Reporter = 8,
}

/// <summary>Who acts, for which body, in which role. Immutable and thread-safe.</summary>
/// <param name="Id">The staff number or pseudonym.</param>
/// <param name="Body">The body acted for; default for a reporter.</param>
/// <param name="Role">The role.</param>
public readonly record struct Actor(ActorId Id, BodyId Body, Role Role)
{
    /// <summary>The clock: urges and lapses are entered in its name.</summary>
    public static Actor System { get; } = new(new("system"), default, Role.System);
}
