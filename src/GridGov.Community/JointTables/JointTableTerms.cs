namespace GridGov.Community;

/// <summary>As what a body sits at a joint table (联席单位).</summary>
public enum SeatKind
{
    /// <summary>The residents' or villagers' committee (居委会、村委会).</summary>
    ResidentsCommittee = 1,

    /// <summary>The owners' committee, or the interim one (业委会、物管会).</summary>
    OwnersCommittee = 2,

    /// <summary>The property manager (物业服务企业).</summary>
    PropertyManager = 3,

    /// <summary>The police station (派出所).</summary>
    Police = 4,

    /// <summary>The street or town (街道、乡镇).</summary>
    Street = 5,

    /// <summary>A department of the district or city (部门).</summary>
    Department = 6,

    /// <summary>A utility (水电气热等专业经营单位).</summary>
    Utility = 7,

    /// <summary>Anybody else: social organisations, shops, the schools nearby (共建单位).</summary>
    Other = 8,
}

/// <summary>A body that sits at a joint table. Immutable and thread-safe.</summary>
/// <param name="Body">The body.</param>
/// <param name="Kind">As what it sits.</param>
/// <param name="Name">What it is called.</param>
public sealed record TableSeat(BodyId Body, SeatKind Kind, LocalizedText Name);

/// <summary>
/// Matters that owners decide together and nobody for them (业主共同决定事项). Source: 民法典 278(1)–(9).
/// </summary>
public enum OwnersMatter
{
    /// <summary>(1) the rules of the owners' assembly (议事规则).</summary>
    AssemblyRules = 1,

    /// <summary>(2) the management covenant (管理规约).</summary>
    Covenant = 2,

    /// <summary>(3) electing or replacing the owners' committee (选举业委会).</summary>
    Committee = 3,

    /// <summary>(4) engaging or dismissing the property manager (选聘解聘物业).</summary>
    Manager = 4,

    /// <summary>(5) using the maintenance fund (使用维修资金).</summary>
    UseOfFund = 5,

    /// <summary>(6) raising the maintenance fund (筹集维修资金).</summary>
    RaisingOfFund = 6,

    /// <summary>(7) altering or rebuilding (改建、重建).</summary>
    Rebuilding = 7,

    /// <summary>(8) changing the use of common parts, or doing business with them (改变共有部分用途).</summary>
    CommonParts = 8,

    /// <summary>(9) other matters of weight (其他重大事项).</summary>
    Other = 9,
}

/// <summary>A matter before a joint table (议题). Immutable and thread-safe.</summary>
public sealed record JointMatter
{
    /// <summary>A stable code, unique at the table.</summary>
    public required string Code { get; init; }

    /// <summary>What it is about; never personal data.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The day on which it was brought.</summary>
    public required DateOnly On { get; init; }

    /// <summary>
    /// What owners have to decide in it, or null where nothing is theirs alone: it is not settled before they have.
    /// </summary>
    public OwnersMatter? ForOwners { get; init; }
}

/// <summary>How an undertaking stands.</summary>
public enum UndertakingState
{
    /// <summary>To be done (未完成).</summary>
    Open = 1,

    /// <summary>Reported as done by the body that undertook it; somebody else has to look (待核实).</summary>
    Reported = 2,

    /// <summary>Done, as another seat has seen (已完成).</summary>
    Done = 3,
}

/// <summary>What a body has taken upon itself at a joint table (承诺事项). Immutable and thread-safe.</summary>
/// <param name="Number">Its number at the table, from 1.</param>
/// <param name="Matter">The matter's code.</param>
/// <param name="Body">Who undertook it.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Since">The day of the meeting.</param>
/// <param name="Due">The last day.</param>
/// <param name="State">How it stands.</param>
public sealed record Undertaking(int Number, string Matter, BodyId Body, LocalizedText What, DateOnly Since, DateOnly Due, UndertakingState State)
{
    /// <summary>The day on which another seat saw that it was done, or null.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Whether it is late on a day: not seen to be done, and its last day is over.</summary>
    /// <param name="on">The day.</param>
    public bool IsLate(DateOnly on) => State != UndertakingState.Done && on > Due;
}
