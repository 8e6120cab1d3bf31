using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>What a node of a grid tree is, from the outside in.</summary>
[SuppressMessage("Design", "CA1028", Justification = "One byte a node; a country has 665,276.")]
public enum GridLevel : byte
{
    /// <summary>A province (省).</summary>
    Province = 1,

    /// <summary>A city (市).</summary>
    City = 2,

    /// <summary>A district or county (区、县).</summary>
    District = 3,

    /// <summary>A street or township (街道、乡镇).</summary>
    Street = 4,

    /// <summary>A community or village (社区、村).</summary>
    Community = 5,

    /// <summary>A grid (网格).</summary>
    Grid = 6,

    /// <summary>A micro-grid (微网格).</summary>
    MicroGrid = 7,
}

/// <summary>
/// What a grid is made for. General and exclusive grids are named by municipal regulations seen in full (V1);
/// responsibility grids (责任网格) by municipal rules only (V2).
/// </summary>
[SuppressMessage("Design", "CA1028", Justification = "It shares a byte with level and area.")]
public enum GridKind : byte
{
    /// <summary>A general grid (综合网格), of residents; also every node above the grids.</summary>
    General,

    /// <summary>An exclusive grid (专属网格): a park, market, office building or campus.</summary>
    Exclusive,

    /// <summary>A micro-grid (微网格), part of a grid.</summary>
    Micro,

    /// <summary>A responsibility grid (责任网格): the area for which one body or unit answers.</summary>
    Responsibility,
}

/// <summary>Whether a place is urban or rural. It is data of the city; nothing is derived from names or codes.</summary>
[SuppressMessage("Design", "CA1028", Justification = "It shares a byte with level and kind.")]
public enum AreaType : byte
{
    /// <summary>Not stated: as the node above says, if it does.</summary>
    Unstated,

    /// <summary>Urban (城市).</summary>
    Urban,

    /// <summary>Rural (农村).</summary>
    Rural,
}
