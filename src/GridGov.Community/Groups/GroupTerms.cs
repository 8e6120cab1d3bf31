namespace GridGov.Community;

/// <summary>A post in a self-managed group (岗位): what its holder does, and how many hold it. Immutable and thread-safe.</summary>
/// <param name="Code">A stable code, unique in the group.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Duties">What its holder does, at least one thing.</param>
/// <param name="Seats">How many may hold it at once, from 1.</param>
public sealed record GroupPost(string Code, LocalizedText Name, ValueList<LocalizedText> Duties, int Seats = 1);

/// <summary>What a group's members have agreed among themselves (公约), in one version. Immutable and thread-safe.</summary>
public sealed record Covenant
{
    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Its articles, in order; each says what members do or leave, none takes a right away or sets a fine.</summary>
    public required ValueList<LocalizedText> Articles { get; init; }

    /// <summary>The day from which it holds.</summary>
    public required DateOnly From { get; init; }
}

/// <summary>Who holds a post for how long (任期). Immutable and thread-safe.</summary>
/// <param name="Post">The post's code.</param>
/// <param name="Member">The pseudonym.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record GroupTerm(string Post, PersonId Member, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it covers a day.</summary>
    /// <param name="on">The day.</param>
    public bool Covers(DateOnly on) => From <= on && on <= Until;
}

/// <summary>A group that neighbours run themselves, as it is set up (自管小组). Immutable and thread-safe.</summary>
public sealed record GroupTemplate
{
    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Its posts.</summary>
    public required ValueList<GroupPost> Posts { get; init; }

    /// <summary>The longest term of a post in months, from 1; three years unless given (assumed, as for an interim owners' committee in Beijing).</summary>
    public int LongestTermMonths { get; init; } = 36;

    /// <summary>The rule by which its members adopt a covenant and elect.</summary>
    public string Quorum { get; init; } = "residents.assembly";

    /// <summary>The owners' group for safety (业主安全组). Names of the four groups: secondary source; their posts are composed.</summary>
    public static GroupTemplate Safety { get; } = Of("safety", new("Safety group", "安全组"),
        new GroupPost("fire-watch", new("Fire watch", "消防巡查"), [new LocalizedText("walks the stairs and looks that they are clear", "巡查楼道、清理堆物"), new("reports hidden dangers as matters", "隐患上报")], 2),
        new GroupPost("night-round", new("Night round", "夜间巡逻"), [new LocalizedText("goes round in the evening", "夜间巡看")], 2));

    /// <summary>The owners' group for coordination (业主协调组).</summary>
    public static GroupTemplate Coordination { get; } = Of("coordination", new("Coordination group", "协调组"),
        new GroupPost("mediator", new("Mediator", "调解员"), [new LocalizedText("brings neighbours together before a dispute becomes a case", "邻里纠纷先行劝解")], 2),
        new GroupPost("speaker", new("Speaker", "联络人"), [new LocalizedText("speaks for the building at the joint table", "代表楼栋参加联席会议")]));

    /// <summary>The owners' group for daily life (业主生活组).</summary>
    public static GroupTemplate DailyLife { get; } = Of("daily-life", new("Daily life group", "生活组"),
        new GroupPost("helper", new("Helper", "互助员"), [new LocalizedText("helps elders and families with errands", "帮助老人和困难家庭")], 3),
        new GroupPost("green", new("Greenery and waste", "环境员"), [new LocalizedText("looks after greenery and sorting of waste", "绿化与垃圾分类")], 2));

    /// <summary>The owners' group for information (业主信息组).</summary>
    public static GroupTemplate Information { get; } = Of("information", new("Information group", "信息组"),
        new GroupPost("messenger", new("Messenger", "信息员"), [new LocalizedText("posts notices and gathers what people say", "张贴通知、收集意见")], 2));

    /// <summary>The four owners' groups: safety, coordination, daily life, information.</summary>
    public static ValueList<GroupTemplate> OwnersGroups { get; } = [Safety, Coordination, DailyLife, Information];

    private static GroupTemplate Of(string code, LocalizedText name, params ReadOnlySpan<GroupPost> posts) =>
        new() { Code = code, Name = name, Posts = ValueList.Create(posts) };
}
