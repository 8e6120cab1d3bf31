namespace GridGov;

/// <summary>What a place is. The terms are everyday ones; how the kinds divide the field is assumed.</summary>
public enum PlaceKind
{
    /// <summary>A division (行政区划): a district, street or community as a whole.</summary>
    Division = 1,

    /// <summary>A site (场所): a square, school, park or compound.</summary>
    Site = 2,

    /// <summary>A building (楼栋), which a building head answers for.</summary>
    Building = 3,

    /// <summary>A part of a building, or a row of houses, which a neighbour head answers for (单元、邻里).</summary>
    Unit = 4,

    /// <summary>A home (房屋、户室).</summary>
    Dwelling = 5,

    /// <summary>Rooms that are no home: a shop, office or workshop (经营性用房).</summary>
    Premises = 6,
}

/// <summary>
/// What rooms are used for (建筑用途). GB/T 31000 schemas have the field (secondary source); its code values were not seen,
/// so these are assumed.
/// </summary>
public enum PlaceUse
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>To live in (居住).</summary>
    Residential = 1,

    /// <summary>For trade (商业).</summary>
    Commercial = 2,

    /// <summary>Offices (办公).</summary>
    Office = 3,

    /// <summary>To make or store things (生产、仓储).</summary>
    Industrial = 4,

    /// <summary>For the public (公共服务).</summary>
    Public = 5,

    /// <summary>Several of these (综合).</summary>
    Mixed = 6,
}
