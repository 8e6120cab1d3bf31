using static GridGov.FieldRequirement;
using static GridGov.FieldType;

namespace GridGov;

/// <summary>The registry attributes of components and matters, as tables. Thread-safe.</summary>
public static class ComponentFields
{
    /// <summary>
    /// The attributes of a component (管理部件属性). Source: GB/T 47678.5-2026 table 2, transcribed in a secondary
    /// source; the standard's text was not seen. Extension attributes (clause 4.4.2) are the city's own and not here.
    /// </summary>
    public static ElementFieldTable Gbt47678 { get; } = new(new("GB/T 47678.5-2026", "表2"),
    [
        new("Id", "GLBJBSM", "管理部件标识码", Text, 17, Mandatory),
        new("Name", "GLBJMC", "管理部件名称", Text, 30, Mandatory),
        new("Competent.Code", "ZGBMDM", "主管部门代码", Text, 18, Mandatory),
        new("Competent.Name", "ZGBMMC", "主管部门名称", Text, 100, Mandatory),
        new("Owner.Code", "QSDWDM", "权属单位代码", Text, 18, Optional),
        new("Owner.Name", "QSDWMC", "权属单位名称", Text, 100, Optional),
        new("Maintainer.Code", "YHDWDM", "养护单位代码", Text, 18, Optional),
        new("Maintainer.Name", "YHDWMC", "养护单位名称", Text, 100, Optional),
        new("Grid", "SZDYWGBSM", "所在单元网格标识码", Text, 15, Mandatory),
        new("State", "GLBJZT", "管理部件状态", Text, 10, Mandatory),
        new("InitialOn", "CSRQ", "初始日期", Date, 8, Mandatory),
        new("ChangedOn", "BGRQ", "变更日期", Date, 8, Conditional),
        new("DataSource", "SJLY", "数据来源", Text, 30, Optional),
        new("Note", "BZ", "备注", Text, 1000, Optional),
        new("StreetCode", "SZJDDM", "所在街道代码", Text, 9, Optional),
        new("StreetName", "SZJDMC", "所在街道名称", Text, 50, Optional),
        new("CommunityCode", "SZSQDM", "所在社区代码", Text, 12, Optional),
        new("CommunityName", "SZSQMC", "所在社区名称", Text, 50, Optional),
    ]);

    /// <summary>
    /// The attributes of a matter (管理事项属性); the properties are those of <see cref="Report"/> and
    /// <see cref="ReportLinks"/>, or of the code system and duty list that a report refers to. Source: GB/T 47678.5-2026
    /// table 3, transcribed in a secondary source.
    /// </summary>
    public static ElementFieldTable Gbt47678Matters { get; } = new(new("GB/T 47678.5-2026", "表3"),
    [
        new("Report.Class", "SXDM", "事项代码", Text, 11, Mandatory),
        new("class name", "SXMC", "事项名称", Text, 30, Mandatory),
        new("competent body code", "ZGBMDM", "主管部门代码", Text, 18, Mandatory),
        new("competent body name", "ZGBMMC", "主管部门名称", Text, 100, Mandatory),
        new("ReportLinks.Location", "SFWZ", "事发位置", Text, 256, Mandatory),
        new("Report.Grid", "SZDYWGBSM", "所在单元网格标识码", Text, 15, Mandatory),
    ]);
}
