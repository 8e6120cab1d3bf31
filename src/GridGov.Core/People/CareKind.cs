namespace GridGov;

/// <summary>
/// Why somebody is visited or helped (关爱类别). The list is closed on purpose: a city cannot add a kind that sorts people
/// instead of serving them, so there is none for belief, origin, record or illness. Sources: the visit rules of 内蒙古
/// 2022 and 青海 2022 and 深圳光明 2021 for most kinds (primary and secondary texts); the rest is assumed, as marked.
/// </summary>
public enum CareKind
{
    /// <summary>A service of another kind, which <see cref="CareNeed.Service"/> names; assumed.</summary>
    Other = 0,

    /// <summary>Lives alone (独居).</summary>
    LivesAlone = 1,

    /// <summary>Very old (高龄), by the age that the city's service states.</summary>
    VeryOld = 2,

    /// <summary>Needs help because of a disability (残疾); says neither which nor why.</summary>
    Disabled = 3,

    /// <summary>A child whose parents work elsewhere (留守儿童; 留守人员 in GB/T 31000 schemas).</summary>
    LeftBehindChild = 4,

    /// <summary>An elder whose children work elsewhere (留守老人; 留守人员 in GB/T 31000 schemas).</summary>
    LeftBehindElder = 5,

    /// <summary>A newborn in the family (新生儿家庭); assumed.</summary>
    NewParent = 6,

    /// <summary>Old parents whose children have moved out (空巢).</summary>
    EmptyNest = 7,

    /// <summary>An orphan (孤儿).</summary>
    Orphan = 8,

    /// <summary>Cared for by the state for want of means and family (特困).</summary>
    WithoutMeans = 9,

    /// <summary>Lost an only child (失独).</summary>
    LostOnlyChild = 10,

    /// <summary>Cannot get about alone (行动不便); assumed.</summary>
    HardToMove = 11,
}

/// <summary>Why a care need may be kept at all.</summary>
/// <remarks>
/// Source: 个人信息保护法 articles 13 and 29, from memory: processing rests on consent or on a legal duty, and what is
/// sensitive asks for separate consent.
/// </remarks>
public enum CareGround
{
    /// <summary>The person, or a guardian, agreed (同意); <see cref="CareNeed.ConsentedOn"/> says when.</summary>
    Consent = 1,

    /// <summary>A law obliges the body (法定职责); <see cref="CareNeed.Law"/> names it.</summary>
    Law = 2,
}
