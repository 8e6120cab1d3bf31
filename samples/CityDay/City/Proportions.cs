using System.Collections.Immutable;

namespace CityDay.City;

/// <summary>How long cases of a kind take, by the sort of department that handles them.</summary>
internal enum HandlingClass
{
    /// <summary>Streets, lights, waste: many short jobs, a few very long ones.</summary>
    PublicWorks,

    /// <summary>Building, housing and health inspections: weeks to months.</summary>
    Inspection,

    /// <summary>Parks and trees: either within days or past the cap.</summary>
    Parks,

    /// <summary>Traffic signals, signs, parking.</summary>
    Transport,

    /// <summary>Everything answered rather than repaired.</summary>
    Other,
}

/// <summary>One kind of report.</summary>
/// <param name="Name">The kind's Chinese name.</param>
/// <param name="EnglishName">The kind's English name.</param>
/// <param name="Weight">Share of all reports, per 10,000.</param>
/// <param name="OverduePermille">Of 1,000 finished cases of this kind, how many finished after their limit.</param>
/// <param name="Handling">Which quantiles of handling time apply; see <see cref="Proportions.HandlingMinutes"/>.</param>
internal readonly record struct EventType(
    string Name, string EnglishName, int Weight, int OverduePermille, HandlingClass Handling);

/// <summary>One way reports come in.</summary>
/// <param name="Name">The channel's Chinese name.</param>
/// <param name="EnglishName">The channel's English name.</param>
/// <param name="Weight">Share of all reports, per 10,000.</param>
internal readonly record struct Channel(string Name, string EnglishName, int Weight);

/// <summary>A community (社区) of an imaginary city.</summary>
/// <param name="Name">The community's Chinese name.</param>
/// <param name="EnglishName">The community's English name.</param>
/// <param name="Weight">Share of the whole city's reports, per 10,000.</param>
internal readonly record struct Community(string Name, string EnglishName, int Weight);

/// <summary>A street (街道) of an imaginary city and its communities.</summary>
/// <param name="Name">The street's Chinese name.</param>
/// <param name="EnglishName">The street's English name.</param>
/// <param name="Communities">The communities of the street, busiest first.</param>
internal readonly record struct Street(string Name, string EnglishName, ImmutableArray<Community> Communities);

/// <summary>
/// The shape a generated city takes: when reports come in, what they are about, where they come from and how long they
/// take. All of it was counted in two published data sets, and none of their rows is here:
/// <list type="bullet">
/// <item>Pingshan district citizen-demand cases 2018, Shenzhen open data: 6,993 cases.</item>
/// <item>Boston 311, 2011 Q3, City of Boston open data: 31,828 requests.</item>
/// </list>
/// Integers only, so that every machine generates the same city from the same seed. Weights per 10,000 are rounded by
/// largest remainder and add up to exactly 10,000.
/// </summary>
internal static class Proportions
{
    // Arrivals. Pingshan, by the hour in which a case entered the statistics, local time, 14 September to
    // 29 November 2018, the stretch in which every day is present. Nine days with an outage (five or more empty hours
    // in a row between 08:00 and 24:00) are left out; 45 workdays and 23 days off remain. For each hour the day with
    // the most cases is left out as well: single bulk transfers (136 cases in one hour on 9 October) would otherwise
    // stand in the table. That leaves 3,608 cases on workdays and 932 on days off. Days off are Saturdays, Sundays and
    // the public holidays of 22-24 September and 1-7 October; 29 and 30 September were workdays.

    /// <summary>Arrivals per hour of a workday, 00:00 first, per 10,000 of the day's arrivals.</summary>
    public static readonly ImmutableArray<int> WorkdayHours =
    [
        72, 53, 19, 14, 6, 11, 91, 266, 984, 887, 1189, 693,
        410, 274, 554, 837, 771, 726, 491, 518, 344, 288, 313, 189,
    ];

    /// <summary>Arrivals per hour of a weekend day or holiday, 00:00 first, per 10,000 of the day's arrivals.</summary>
    public static readonly ImmutableArray<int> DayOffHours =
    [
        215, 54, 43, 11, 11, 0, 64, 290, 1330, 1084, 1019, 472,
        247, 247, 440, 515, 375, 590, 740, 891, 429, 408, 343, 182,
    ];

    /// <summary>
    /// Arrivals on a day off for every 1,000 on a workday, from the same cases: 932 over 22 days against 3,608 over 44.
    /// </summary>
    public const int DayOffPermille = 517;

    // Event types. Pingshan, all 6,993 cases by their event type, most frequent first. Overdue is the share flagged as
    // finished late among the 6,991 that carry a flag; the small kinds at the end rest on very few cases (two for the
    // last). The handling class is not in that data: it names the Boston department whose work is most alike. Sanitation
    // and facilities go to public works; noise, fumes, building safety, food and markets are inspectors' work; culture,
    // sport and tourism means venues and grounds, so parks; what an office answers in writing goes to Other.

    /// <summary>The kinds of report, most frequent first.</summary>
    public static readonly ImmutableArray<EventType> EventTypes =
    [
        new("市容环卫", "City appearance and sanitation", 3419, 70, HandlingClass.PublicWorks),
        new("市政设施", "Municipal facilities", 2086, 153, HandlingClass.PublicWorks),
        new("环保水务", "Environment and water", 1946, 39, HandlingClass.Inspection),
        new("交通运输", "Transport", 526, 14, HandlingClass.Transport),
        new("安全隐患", "Safety hazards", 458, 100, HandlingClass.Inspection),
        new("教育卫生", "Education and health", 422, 163, HandlingClass.Other),
        new("规土城建", "Planning, land and construction", 343, 92, HandlingClass.Inspection),
        new("社区管理", "Community management", 255, 219, HandlingClass.Other),
        new("文体旅游", "Culture, sport and tourism", 112, 0, HandlingClass.Parks),
        new("劳动社保", "Labour and social security", 92, 31, HandlingClass.Other),
        new("食药市监", "Food, drugs and market supervision", 89, 161, HandlingClass.Inspection),
        new("民政服务", "Civil affairs", 77, 167, HandlingClass.Other),
        new("治安维稳", "Public order", 57, 275, HandlingClass.Other),
        new("组织人事", "Personnel", 50, 86, HandlingClass.Other),
        new("党纪政纪", "Conduct of officials", 31, 136, HandlingClass.Other),
        new("专业事件采集", "Specialist findings", 27, 0, HandlingClass.Inspection),
        new("党建群团", "Party and mass organisations", 7, 0, HandlingClass.Other),
        new("统一战线", "United front", 3, 0, HandlingClass.Other),
    ];

    // Channels. Pingshan, all 6,993 cases by their source: 2,804, 1,359, 1,125, 1,068, 331 and 306. The district's own
    // platform and the city's app have neutral names here; the two hotline numbers are national.

    /// <summary>The ways reports come in, most used first.</summary>
    public static readonly ImmutableArray<Channel> Channels =
    [
        new("民生互动平台", "District platform", 4010),
        new("随手拍应用", "Snapshot app", 1943),
        new("12345", "Government hotline 12345", 1609),
        new("12319", "City management hotline 12319", 1527),
        new("政府信箱", "Government mailbox", 473),
        new("固话投诉", "Landline complaint", 438),
    ];

    // Streets and communities. Pingshan, the 6,987 cases that name a community: six streets of 4, 4, 4, 4, 3 and 4
    // communities, busiest first. Only the unevenness is theirs, from 1,118 to 7 in 10,000; the names are invented.

    /// <summary>The streets of the imaginary city, busiest first.</summary>
    public static readonly ImmutableArray<Street> Streets =
    [
        new("临江街道", "Linjiang",
        [
            new("望江社区", "Wangjiang", 1118),
            new("码头社区", "Matou", 842),
            new("柳堤社区", "Liudi", 399),
            new("江湾社区", "Jiangwan", 388),
        ]),
        new("城东街道", "Chengdong",
        [
            new("东门社区", "Dongmen", 836),
            new("钟楼社区", "Zhonglou", 677),
            new("学府社区", "Xuefu", 665),
            new("朝阳社区", "Chaoyang", 263),
        ]),
        new("青桥街道", "Qingqiao",
        [
            new("石桥社区", "Shiqiao", 907),
            new("荷塘社区", "Hetang", 800),
            new("青桥社区", "Qingqiao", 278),
            new("新园社区", "Xinyuan", 232),
        ]),
        new("云台街道", "Yuntai",
        [
            new("梅园社区", "Meiyuan", 726),
            new("云台社区", "Yuntai", 235),
            new("果园社区", "Guoyuan", 216),
            new("松林社区", "Songlin", 7),
        ]),
        new("南浦街道", "Nanpu",
        [
            new("南浦社区", "Nanpu", 366),
            new("渡口社区", "Dukou", 349),
            new("稻香社区", "Daoxiang", 275),
        ]),
        new("北岭街道", "Beiling",
        [
            new("北岭社区", "Beiling", 238),
            new("茶山社区", "Chashan", 90),
            new("竹园社区", "Zhuyuan", 70),
            new("清泉社区", "Qingquan", 23),
        ]),
    ];

    // Handling time. Boston, whole minutes from opened to closed of the 23,696 requests closed a minute or more after
    // they were opened; 6,385 closed within the minute are left out: they are records, nearly all entered by employees,
    // with no handling time in them. Each table has 21 entries, the minimum, every 5 % and the maximum: of n sorted
    // times, entry k is number (n - 1) * k / 20 rounded down, counting from 0. Longer times are set to 60 days (86,400).

    // Public Works Department (PWDx): 13,472 requests, 902 of them at the cap.
    private static readonly ImmutableArray<int> PublicWorksMinutes =
    [
        1, 1, 4, 9, 18, 41, 108, 247, 531, 814, 983,
        1232, 1625, 2714, 4133, 7222, 11390, 19843, 37424, 86400, 86400,
    ];

    // Inspectional Services (ISD): 3,440 requests, 1,520 of them at the cap.
    private static readonly ImmutableArray<int> InspectionMinutes =
    [
        1, 409, 2631, 5541, 8797, 12747, 18299, 24711, 32806, 41699, 55773,
        79264, 86400, 86400, 86400, 86400, 86400, 86400, 86400, 86400, 86400,
    ];

    // Parks and Recreation (PARK): 3,160 requests, 1,095 of them at the cap.
    private static readonly ImmutableArray<int> ParksMinutes =
    [
        1, 6, 59, 182, 436, 1068, 1407, 1798, 2854, 3418, 4305,
        5762, 10125, 72515, 86400, 86400, 86400, 86400, 86400, 86400, 86400,
    ];

    // Transportation (BTDT): 2,299 requests, 127 of them at the cap.
    private static readonly ImmutableArray<int> TransportMinutes =
    [
        1, 92, 238, 647, 996, 1229, 1599, 2680, 3833, 5675, 8537,
        10191, 11811, 14471, 18586, 22901, 29010, 35947, 50381, 86400, 86400,
    ];

    // All other departments, most of them the information line and property management: 1,325 requests, 55 at the cap.
    private static readonly ImmutableArray<int> OtherMinutes =
    [
        1, 20, 114, 578, 975, 1210, 1489, 1735, 2298, 2795, 3297,
        4310, 6233, 9761, 12738, 17069, 22590, 27561, 39724, 62090, 86400,
    ];

    /// <summary>Quantiles of handling time in minutes: the minimum, every 5 % and the maximum, 21 entries.</summary>
    public static ImmutableArray<int> HandlingMinutes(HandlingClass handling) => handling switch
    {
        HandlingClass.PublicWorks => PublicWorksMinutes,
        HandlingClass.Inspection => InspectionMinutes,
        HandlingClass.Parks => ParksMinutes,
        HandlingClass.Transport => TransportMinutes,
        HandlingClass.Other => OtherMinutes,
        _ => throw new ArgumentOutOfRangeException(nameof(handling), handling, "No such handling class."),
    };
}
