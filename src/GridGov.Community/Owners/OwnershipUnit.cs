namespace GridGov.Community;

/// <summary>Where the area of a unit was read (面积认定依据). 最高人民法院解释 (2020) art. 8: in this order.</summary>
public enum AreaSource
{
    /// <summary>The register of real estate (不动产登记簿).</summary>
    Register = 1,

    /// <summary>A survey, where it is not yet registered (测绘机构的实测面积).</summary>
    Survey = 2,

    /// <summary>The contract of purchase, where it is not yet surveyed (房屋买卖合同).</summary>
    Contract = 3,
}

/// <summary>The state of a unit towards its developer (交付状态).</summary>
public enum UnitState
{
    /// <summary>Sold and handed over.</summary>
    Delivered = 1,

    /// <summary>Not sold; it belongs to the developer (尚未出售).</summary>
    Unsold = 2,

    /// <summary>Sold, not handed over: counted with the developer's (已出售但尚未交付).</summary>
    Undelivered = 3,
}

/// <summary>An exclusive part of a building: a flat, a shop, a parking place with a title of its own (专有部分). Immutable and thread-safe.</summary>
public sealed record OwnershipUnit
{
    /// <summary>The unit, for instance <c>3-2-501</c>.</summary>
    public required PlaceId Unit { get; init; }

    /// <summary>
    /// A pseudonym of the owner given by the system of record: the same for all units of one buyer, one for all who own a
    /// unit jointly. Never a name or a citizen number.
    /// </summary>
    public required PersonId Owner { get; init; }

    /// <summary>The area of the exclusive part in square metres: above 0, at most two decimals.</summary>
    public required decimal Area { get; init; }

    /// <summary>Where the area was read.</summary>
    public AreaSource Source { get; init; } = AreaSource.Register;

    /// <summary>Whether it is sold and handed over.</summary>
    public UnitState State { get; init; } = UnitState.Delivered;
}
