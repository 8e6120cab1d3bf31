using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>What the numbers of a coordinate mean.</summary>
[SuppressMessage("Design", "CA1028", Justification = "One byte in every point.")]
public enum CoordinateSystem : byte
{
    /// <summary>WGS 84, as satellite receivers and GeoJSON (RFC 7946) give it.</summary>
    Wgs84 = 1,

    /// <summary>
    /// China Geodetic Coordinate System 2000 (国家大地坐标系), the legal one in China since 2008. Its ellipsoid differs from
    /// WGS 84's in the flattening only, by a tenth of a millimetre on the ground; the frames differ by the motion of the
    /// plates since 2000, some decimetres by now and less than a metre (secondary sources; not measured here).
    /// </summary>
    Cgcs2000 = 2,

    /// <summary>
    /// GCJ-02 (火星坐标), the shifted coordinates of maps published in China: some hundred metres off. Its formula is not
    /// published by the state; the publicly known reconstruction is used (secondary sources).
    /// </summary>
    Gcj02 = 3,
}
