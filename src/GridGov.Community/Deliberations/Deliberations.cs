using static GridGov.Community.CommunityEvidence;

namespace GridGov.Community;

/// <summary>
/// Deliberations that are carried along. The order of their stages is that of the sources; limits are a city's own where the
/// source states none, and then only a beginning. Frozen and thread-safe.
/// </summary>
public static class Deliberations
{
    /// <summary>
    /// The neighbours' loop (民事民提、民议、民决、民解、民评): collected, admitted, discussed, voted on, posted, carried out,
    /// judged. Source: communities of Wuhan and 上海市居民委员会工作条例 16, 17, 23 (secondary and transcribed sources). It decides
    /// as a residents' assembly.
    /// </summary>
    public static Deliberation Neighbours { get; } = Deliberation.Define("deliberation", 1,
    [
        Talk("collect", "Collect", "民提（征集）", Role.Collector, 15),
        new() { Id = "admit", Name = new("Admit", "审核（准入）"), Kind = StageKind.Review, Owner = Role.Supervisor, Limit = TimeLimit.WorkDays(5) },
        Talk("discuss", "Discuss", "民议", Role.Dispatcher, 30, Invited, Attendance, Minutes),
        Vote("decide", "Decide", "民决", "residents.assembly"),
        Post("post", "Post", "公示", 5),
        CarryOut,
        Judge,
    ]);

    /// <summary>
    /// The four deliberations and two disclosures of villages (四议两公开): proposed, consulted, examined by the members,
    /// decided by the villagers' representatives; decision and result are posted. Source: secondary; the thresholds of the
    /// last vote are those of 村民委员会组织法 26. How long a notice stands is not in the source.
    /// </summary>
    public static Deliberation FourAndTwo { get; } = Deliberation.Define("four-and-two", 1,
    [
        Talk("propose", "Propose", "党支部会提议", Role.Leader, 10, Minutes),
        Talk("consult", "Consult", "村“两委”会商议", Role.Leader, 10, Attendance, Minutes),
        Vote("examine", "Examine", "党员大会审议", "party.assembly"),
        Vote("decide", "Decide", "村民代表会议决议", "villagers.representatives"),
        Post("post-decision", "Post the decision", "决议公开", 5),
        CarryOut,
        Post("post-result", "Post the result", "实施结果公开", 5),
        Judge,
    ]);

    /// <summary>
    /// The six steps of deciding (六步决策法, 天津宝坻 2004, secondary source): gathered, adopted, reviewed by the township,
    /// voted on, posted, carried out under supervision of the representatives.
    /// </summary>
    public static Deliberation SixSteps { get; } = Deliberation.Define("six-steps", 1,
    [
        Talk("gather", "Gather", "征求意见、形成议案", Role.Leader, 15, Minutes),
        Talk("adopt", "Adopt", "两委联席会议通过", Role.Leader, 10, Attendance, Minutes),
        new() { Id = "review", Name = new("Review by the township", "乡镇审核"), Kind = StageKind.Review, Owner = Role.Supervisor, Limit = TimeLimit.WorkDays(10) },
        Vote("decide", "Decide", "会议表决", "villagers.representatives"),
        Post("post", "Post", "公布结果", 5),
        CarryOut,
        Judge with { Name = new("Supervise", "代表监督") },
    ]);

    /// <summary>
    /// An owners' assembly on an ordinary matter (业主大会): agenda posted 15 days before (物业管理条例 14; 北京 2024), votes by
    /// heads and area (民法典 278), the decision posted.
    /// </summary>
    public static Deliberation Owners { get; } = DefineOwners("owners-assembly", "owners.ordinary");

    /// <summary>As <see cref="Owners"/>, for the special matters of 民法典 278(6) to (8): three quarters of those who vote.</summary>
    public static Deliberation OwnersSpecial { get; } = DefineOwners("owners-assembly-special", "owners.special");

    /// <summary>A villagers' assembly with ten days' notice (村民委员会组织法 21 and 22).</summary>
    public static Deliberation Villagers { get; } = Deliberation.Define("villagers-assembly", 1,
    [
        Talk("propose", "Propose", "提出议题", Role.Leader, 10),
        Post("notice", "Notice", "会前公告", 10),
        Vote("decide", "Decide", "村民会议决议", "villagers.assembly"),
        Post("post", "Post", "决议公布", 5),
        CarryOut,
        Judge,
    ]);

    /// <summary>
    /// The monthly talk (月月谈, a community of Wuhan, secondary source): what is raised is put in order by the 531 method, the
    /// first topics are talked through, and what was agreed is posted; nothing is put to a binding vote.
    /// </summary>
    public static Deliberation MonthlyTalk { get; } = Deliberation.Define("monthly-talk", 1,
    [
        Talk("raise", "Raise", "提事", Role.Collector, 20),
        Talk("rank", "Put in order", "531打分", Role.Dispatcher, 5, Attendance, CommunityEvidence.Tally),
        Talk("talk", "Talk through", "议事", Role.Dispatcher, 10, Minutes),
        Post("post", "Post what was agreed", "公示解题规约", 5),
    ]);

    private static DeliberationStage CarryOut =>
        new() { Id = "carry-out", Name = new("Carry out", "民解（实施）"), Kind = StageKind.CarryOut, Owner = Role.Handler };

    private static DeliberationStage Judge =>
        new() { Id = "judge", Name = new("Judge", "民评（评议）"), Kind = StageKind.Judge, Owner = Role.Verifier, Limit = TimeLimit.WorkDays(10) };

    private static Deliberation DefineOwners(string id, string quorum) => Deliberation.Define(id, 1,
    [
        Talk("propose", "Propose", "提出议题", Role.Leader, 15),
        Post("notice", "Notice of the assembly", "会前公告", 15),
        Vote("decide", "Decide", "业主表决", quorum),
        Post("post", "Post", "决定公示", 3),
        CarryOut,
        Judge,
    ]);

    private static DeliberationStage Talk(string id, string en, string zh, Role owner, int workDays, params ReadOnlySpan<string> documents) => new()
    {
        Id = id,
        Name = new(en, zh),
        Kind = StageKind.Talk,
        Owner = owner,
        Limit = TimeLimit.WorkDays(workDays),
        Documents = ValueList.Create(documents),
    };

    private static DeliberationStage Vote(string id, string en, string zh, string quorum) => new()
    {
        Id = id,
        Name = new(en, zh),
        Kind = StageKind.Vote,
        Owner = Role.Leader,
        Limit = TimeLimit.WorkDays(20),
        Documents = [Attendance, CommunityEvidence.Tally],
        Quorum = quorum,
    };

    private static DeliberationStage Post(string id, string en, string zh, int days) => new()
    {
        Id = id,
        Name = new(en, zh),
        Kind = StageKind.Post,
        Owner = Role.Dispatcher,
        Limit = TimeLimit.NaturalDays(days),
        Documents = [Notice],
    };
}
