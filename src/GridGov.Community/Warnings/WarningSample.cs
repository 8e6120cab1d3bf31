namespace GridGov.Community;

/// <content>A sample.</content>
public sealed partial class WarningRules
{
    private static readonly LegalBasis Yanchi = new("盐池县 红黄绿三色预警 (2020, secondary source); indicators and thresholds composed");

    /// <summary>
    /// A sample of ten classes and 27 indicators in the form of 盐池县's. Its own indicators and thresholds were not found:
    /// these are composed, to be replaced by a city's.
    /// </summary>
    public static WarningRules Sample { get; } = Freeze(new()
    {
        Id = "three-colours-sample",
        Version = 1,
        YellowsThatAreRed = 4,
        Basis = Yanchi,
        Indicators =
        [
            Low("income-per-head", WarningDomain.Income, new("Net income a head, yuan a year", "家庭人均纯收入（元/年）"), 10_000_000, red: 6_000, yellow: 8_000),
            High("income-drop", WarningDomain.Income, new("Income lost in a quarter, percent", "季度收入下降（%）"), 100, yellow: 20, red: 50),
            Low("wage-months", WarningDomain.Income, new("Months with wages in the last twelve", "近12个月务工月数"), 12, red: 1, yellow: 4),
            High("transfer-share", WarningDomain.Income, new("Share of transfers in income, percent", "转移性收入占比（%）"), 100, yellow: 60, red: 90),
            Flag("food-short", WarningDomain.Subsistence, new("Food is short", "吃饭有困难"), WarningColour.Red),
            Flag("clothing-short", WarningDomain.Subsistence, new("Seasonal clothing is short", "应季衣被不足"), WarningColour.Yellow),
            High("children-out-of-school", WarningDomain.Schooling, new("Children of school age out of school", "失学辍学人数"), 20, yellow: null, red: 1),
            High("school-days-missed", WarningDomain.Schooling, new("School days missed in a month", "当月缺课天数"), 31, yellow: 5, red: 15),
            Flag("schooling-fees", WarningDomain.Schooling, new("School expenses cannot be paid", "就学支出困难"), WarningColour.Yellow),
            High("uninsured", WarningDomain.Medical, new("Members without basic insurance", "未参加基本医保人数"), 20, yellow: 1, red: 3),
            High("medical-cost", WarningDomain.Medical, new("Own medical costs in a year, yuan", "年度自付医疗费用（元）"), 10_000_000, yellow: 10_000, red: 30_000),
            Flag("major-illness", WarningDomain.Medical, new("A major illness was found", "新发大病重病"), WarningColour.Red),
            Flag("chronic-unattended", WarningDomain.Medical, new("A chronic illness is not attended", "慢病未随访"), WarningColour.Yellow),
            High("housing-grade", WarningDomain.Housing, new("Grade of the house: 1 A to 4 D", "住房等级（1为A级至4为D级）"), 4, yellow: 3, red: 4, least: 1),
            Flag("leaks", WarningDomain.Housing, new("The house leaks or has cracks", "房屋漏雨或裂缝"), WarningColour.Yellow),
            Flag("no-housing", WarningDomain.Housing, new("There is no safe housing", "无安全住房"), WarningColour.Red),
            High("water-days-off", WarningDomain.Water, new("Days without water in a month", "当月停水天数"), 31, yellow: 3, red: 10),
            Flag("water-unsafe", WarningDomain.Water, new("The water is not safe", "水质不达标"), WarningColour.Red),
            High("jobless", WarningDomain.Work, new("Members fit for work without any", "有劳动能力未就业人数"), 20, yellow: 1, red: 3),
            Flag("no-earner", WarningDomain.Work, new("Nobody in the family earns", "零就业家庭"), WarningColour.Red),
            Flag("wage-arrears", WarningDomain.Work, new("Wages are owed", "被拖欠工资"), WarningColour.Yellow),
            High("disaster-loss", WarningDomain.Disaster, new("Loss by a disaster, yuan", "灾害损失（元）"), 10_000_000, yellow: 3_000, red: 20_000),
            Flag("accident", WarningDomain.Disaster, new("A sudden accident", "突发意外事故"), WarningColour.Yellow),
            Flag("earner-lost", WarningDomain.Family, new("The main earner was lost", "主要劳动力丧失"), WarningColour.Red),
            Flag("care-gap", WarningDomain.Family, new("Somebody who needs care has none", "失能人员无人照护"), WarningColour.Red),
            High("debt-share", WarningDomain.Debt, new("Debt to yearly income, percent", "负债占年收入（%）"), 100_000, yellow: 100, red: 300),
            High("large-expense", WarningDomain.Debt, new("A single large expense, yuan", "单笔大额支出（元）"), 10_000_000, yellow: 10_000, red: 50_000),
        ],
    });

    private static WarningIndicator High(string code, WarningDomain domain, LocalizedText name, decimal most, decimal? yellow, decimal red, decimal least = 0)
    {
        var bands = new List<WarningBand> { Fine(least) };
        if (yellow is { } from)
            bands.Add(new(from, WarningColour.Yellow, name));
        bands.Add(new(red, WarningColour.Red, name));
        return Of(code, domain, name, least, most, bands);
    }

    private static WarningIndicator Low(string code, WarningDomain domain, LocalizedText name, decimal most, decimal red, decimal yellow) =>
        Of(code, domain, name, 0, most, [new(0, WarningColour.Red, name), new(red, WarningColour.Yellow, name), Fine(yellow)]);

    private static WarningIndicator Flag(string code, WarningDomain domain, LocalizedText name, WarningColour colour) =>
        Of(code, domain, name, 0, 1, [Fine(0), new(1, colour, name)]);

    private static WarningBand Fine(decimal from) => new(from, WarningColour.Green, new("as usual", "正常"));

    private static WarningIndicator Of(string code, WarningDomain domain, LocalizedText name, decimal least, decimal most, IEnumerable<WarningBand> bands) => new()
    {
        Code = code,
        Name = name,
        Domain = domain,
        Least = least,
        Most = most,
        Bands = ValueList.From(bands),
        Basis = Yanchi,
    };
}
