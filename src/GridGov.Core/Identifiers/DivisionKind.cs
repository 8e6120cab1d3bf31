namespace GridGov;

/// <summary>
/// What a division of street or community level is, by the range of its last three digits (GB/T 10114 and the rules of
/// the statistical codes; both seen in secondary sources only). Stable numbers.
/// </summary>
public enum DivisionKind
{
    /// <summary>Not told by the code: a district or above, or a number outside the known ranges.</summary>
    Unknown = 0,

    /// <summary>A street (街道): 001 to 099.</summary>
    Street = 1,

    /// <summary>A town (镇): 100 to 199.</summary>
    Town = 2,

    /// <summary>A township (乡): 200 to 399.</summary>
    Township = 3,

    /// <summary>A street-level unit that an enterprise or zone runs (政企合一的单位): 400 to 599.</summary>
    EnterpriseRun = 4,

    /// <summary>A residents' committee (居民委员会): 001 to 199.</summary>
    ResidentsCommittee = 5,

    /// <summary>A villagers' committee (村民委员会): 200 to 399.</summary>
    VillagersCommittee = 6,

    /// <summary>
    /// A unit that is counted like a community or village (类似居委会、村委会的单位): 400 to 599. Which ones within the
    /// range are which is not confirmed, so nothing finer is said.
    /// </summary>
    CommunityLike = 7,
}
