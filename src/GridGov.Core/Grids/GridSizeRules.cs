namespace GridGov;

/// <summary>
/// Size rules that cities have stated, as data to choose from; none is applied unless it is chosen. Thread-safe. Each
/// says how surely its figures are known.
/// </summary>
public static class GridSizeRules
{
    private static readonly LegalBasis Regulation = new("A municipal regulation on grid services (网格化服务管理条例)", "the chapter on grids: 300至500户, 微网格50至80户");
    private static readonly LegalBasis Yanchi = new("盐池县, 新华网银川 2020-11-25", "基础网格");
    private static readonly LegalBasis Jiamusi = new("佳木斯市 (Jiamusi), text not seen");

    /// <summary>300 to 500 resident households a general grid. Seen in the text of a municipal regulation whose title is not known.</summary>
    public static GridSizeRule General300To500 { get; } = new("general-300-500", GridLevel.Grid, 300, 500, Regulation, SizeCertainty.Primary) { Kind = GridKind.General };

    /// <summary>
    /// 300 to 500 households an urban general grid, as GB/T 34300-2017 is remembered to say; its text was not seen.
    /// </summary>
    public static GridSizeRule Urban300To500 { get; } = new(
        "urban-300-500", GridLevel.Grid, 300, 500, new("GB/T 34300-2017, text not seen"), SizeCertainty.Unseen)
    { Kind = GridKind.General, Area = AreaType.Urban };

    /// <summary>50 to 80 households a micro-grid. Seen in the same regulation as <see cref="General300To500"/>.</summary>
    public static GridSizeRule Micro50To80 { get; } = new("micro-50-80", GridLevel.MicroGrid, 50, 80, Regulation, SizeCertainty.Primary);

    /// <summary>30 to 80 households a micro-grid; no source was seen.</summary>
    public static GridSizeRule Micro30To80 { get; } = new("micro-30-80", GridLevel.MicroGrid, 30, 80, new("Common practice, text not seen"), SizeCertainty.Unseen);

    /// <summary>Wuhan 武汉: 30 to 80 households a micro-grid; no source was seen.</summary>
    public static GridSizeRule WuhanMicro { get; } = new("wuhan-micro", GridLevel.MicroGrid, 30, 80, new("武汉市 (Wuhan), text not seen"), SizeCertainty.Unseen);

    /// <summary>Jiamusi 佳木斯: 200 households an urban grid. One figure, taken as the most; no source was seen.</summary>
    public static GridSizeRule JiamusiUrban { get; } = new("jiamusi-urban", GridLevel.Grid, null, 200, Jiamusi, SizeCertainty.Unseen) { Area = AreaType.Urban };

    /// <summary>Jiamusi 佳木斯: 50 households a rural grid. One figure, taken as the most; no source was seen.</summary>
    public static GridSizeRule JiamusiRural { get; } = new("jiamusi-rural", GridLevel.Grid, null, 50, Jiamusi, SizeCertainty.Unseen) { Area = AreaType.Rural };

    /// <summary>Yanchi 盐池: 50 to 100 households an urban base grid. Seen in a press report.</summary>
    public static GridSizeRule YanchiUrban { get; } = new("yanchi-urban", GridLevel.Grid, 50, 100, Yanchi, SizeCertainty.Secondary) { Area = AreaType.Urban };

    /// <summary>Yanchi 盐池: 30 to 50 households a rural base grid. Seen in a press report.</summary>
    public static GridSizeRule YanchiRural { get; } = new("yanchi-rural", GridLevel.Grid, 30, 50, Yanchi, SizeCertainty.Secondary) { Area = AreaType.Rural };

    /// <summary>All of them, in ordinal order of their ids.</summary>
    public static ValueList<GridSizeRule> All { get; } = ValueList.From(new[]
    {
        General300To500, Urban300To500, Micro50To80, Micro30To80, WuhanMicro, JiamusiUrban, JiamusiRural, YanchiUrban, YanchiRural,
    }.OrderBy(r => r.Id, StringComparer.Ordinal));
}
