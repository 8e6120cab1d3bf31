namespace GridGov;

/// <summary>How large a dispute is (事件规模). Values 01 to 03 of GB/T 31000 schemas; secondary source.</summary>
public enum DisputeScale
{
    /// <summary>Of individuals (01 个体性).</summary>
    Individual = 1,

    /// <summary>Of an ordinary group (02 一般群体性).</summary>
    Group = 2,

    /// <summary>Of a major group (03 重大群体性).</summary>
    MajorGroup = 3,
}

/// <summary>
/// What a dispute is about (矛盾纠纷类别). The kinds are those seen in a schema that implements GB/T 31000 (secondary
/// source, without code values). Two of its kinds are left out on purpose, ethnic and religious matters and party
/// discipline: they would sort people; such a dispute is what it is about, or <see cref="Other"/>.
/// </summary>
public enum DisputeKind
{
    /// <summary>None of the others (其他).</summary>
    Other = 0,

    /// <summary>Marriage and family (婚恋家庭).</summary>
    Family = 1,

    /// <summary>Neighbours (邻里).</summary>
    Neighbours = 2,

    /// <summary>Rights of the person (人格权).</summary>
    PersonalityRights = 3,

    /// <summary>Real rights (物权).</summary>
    RealRights = 4,

    /// <summary>Torts (侵权).</summary>
    Tort = 5,

    /// <summary>Contracts (合同).</summary>
    Contract = 6,

    /// <summary>Labour and personnel (劳动人事).</summary>
    Labour = 7,

    /// <summary>Finance and lending (金融借贷).</summary>
    Lending = 8,

    /// <summary>Title to land and resources (土地资源权属).</summary>
    Land = 9,

    /// <summary>Other civil and commercial matters (其他民商事).</summary>
    OtherCivil = 10,

    /// <summary>Urban and rural building (城乡建设发展).</summary>
    Development = 11,

    /// <summary>Civil affairs (涉民政).</summary>
    CivilAffairs = 12,

    /// <summary>Other administrative enforcement (其他行政执法).</summary>
    Enforcement = 13,

    /// <summary>Matters before a court or prosecutor (涉法涉诉).</summary>
    BeforeCourt = 14,
}

/// <summary>The way in which a dispute is settled (化解方式). The field is in GB/T 31000 schemas; the values are assumed.</summary>
public enum SettlementWay
{
    /// <summary>Not chosen yet.</summary>
    Undecided = 0,

    /// <summary>The parties talk it over (协商).</summary>
    Negotiation = 1,

    /// <summary>People's mediation (人民调解).</summary>
    PeoplesMediation = 2,

    /// <summary>Mediation by an administrative body (行政调解).</summary>
    AdministrativeMediation = 3,

    /// <summary>Mediation by a court (司法调解).</summary>
    JudicialMediation = 4,

    /// <summary>Arbitration (仲裁).</summary>
    Arbitration = 5,

    /// <summary>A lawsuit (诉讼).</summary>
    Lawsuit = 6,
}

/// <summary>What came of it (是否化解成功). The field is in GB/T 31000 schemas; secondary source.</summary>
public enum DisputeResult
{
    /// <summary>It is still open.</summary>
    Open = 0,

    /// <summary>Settled (成功).</summary>
    Settled = 1,

    /// <summary>Not settled (不成功); another way, with a limit of its own, is another record.</summary>
    Unsettled = 2,
}
