using System.Globalization;
using CityDay.Page;

namespace CityDay.Tests.Page;

/// <summary>Models that look like what the sample produces.</summary>
internal static class Mock
{
    public static readonly IReadOnlyList<StateCount> EightSteps =
    [
        new("accept", "Accept", "受理", 6, false),
        new("refer", "Refer", "转办", 41, false),
        new("track", "Track", "跟踪", 388, false),
        new("urge", "Urge", "督促", 57, false),
        new("feedback", "Feedback", "反馈", 29, false),
        new("evaluate", "Evaluate", "评价", 112, false),
        new("publish", "Publish", "公示", 64, false),
        new("archive", "Archive", "归档", 3_918, true),
    ];

    public static readonly IReadOnlyList<Arrow> EightStepArrows =
    [
        new("accept", "refer", "refer", "转办", 4_472),
        new("refer", "track", "take on", "接单", 4_558),
        new("track", "urge", "urge", "督促", 611),
        new("urge", "feedback", "report done", "反馈", 540),
        new("feedback", "evaluate", "evaluate", "评价", 4_112),
        new("evaluate", "publish", "publish", "公示", 3_959),
        new("publish", "archive", "archive", "归档", 3_781),
        new("track", "feedback", "report done", "反馈", 3_702),
        new("feedback", "track", "rework", "返工", 101),
        new("urge", "urge", "urge again", "再督促", 183),
        new("refer", "accept", "send back", "退回", 127),
        new("evaluate", "track", "not satisfied", "不满意重办", 38),
        new("evaluate", "archive", "keep private", "不公示归档", 137),
        new("accept", "archive", "reject", "不予受理", 0),
        new("publish", "evaluate", "objection", "异议", 9),
        new("track", "refer", "wrong body", "改派", 86),
    ];

    public static ReportModel Linjiang() => Model("Linjiang (generated)", "generated, seed 1", "Asia/Shanghai", new DateTime(2026, 3, 2), TimeSpan.FromMinutes(30), 131) with
    {
        ChineseCity = "临江市",
        Reproduce = "dotnet run --project samples/CityDay -- --seed 1 --report report.html",
    };

    public static ReportModel LongTail() =>
        Model("Boston", "boston-2011-2013.csv", "America/New_York", new DateTime(2011, 7, 1), TimeSpan.FromHours(24), 900);

    /// <summary>As many states as the layout is made for, with every kind of arrow, and a loop that closes.</summary>
    public static ReportModel Crowded() => Linjiang() with
    {
        States =
        [
            new("collect", "Collect", "采集", 12, false), new("verify", "Verify", "核实", 7, false), new("open", "Open", "立案", 3, false),
            new("dispatch", "Dispatch", "派遣", 21, false), new("handle", "Handle", "处置", 1_290, false), new("extend", "Extension", "延期审批", 4, false),
            new("suspend", "Suspended", "挂账", 15, false), new("report", "Report", "反馈", 9, false), new("check", "Check", "核查", 33, false),
            new("close", "Closed", "结案", 28_114, true), new("evaluate", "Evaluate", "综合评价", 61, false), new("void", "Void", "作废", 118, true),
        ],
        Arrows =
        [
            new("collect", "verify", "verify", "核实", 31_400), new("verify", "open", "open", "立案", 30_988), new("open", "dispatch", "dispatch", "派遣", 30_988),
            new("dispatch", "handle", "take on", "接单", 31_702), new("handle", "extend", "ask for time", "申请延期", 402), new("extend", "suspend", "suspend", "挂账", 15),
            new("report", "check", "check", "核查", 29_640), new("check", "close", "close", "结案", 28_114), new("close", "evaluate", "evaluate", "评价", 61),
            new("handle", "report", "report done", "反馈", 29_640), new("extend", "handle", "decide", "延期批复", 387), new("suspend", "handle", "resume", "恢复", 8),
            new("check", "handle", "rework", "返工", 1_204), new("check", "dispatch", "wrong body", "改派", 17), new("handle", "dispatch", "send back", "回退", 714),
            new("dispatch", "open", "unclear", "权属不清", 55), new("verify", "void", "not there", "不属实", 118), new("collect", "open", "on the spot", "当即立案", 2_280),
            new("handle", "handle", "urge", "督办", 96), new("close", "check", "reopen", "重开", 5), new("void", "collect", "object", "抗辩", 2),
            new("open", "open", "add evidence", "补充材料", 40), new("close", "close", "visit", "回访", 3_010),
        ],
    };

    /// <summary>Few states, as a warning or an objection has.</summary>
    public static ReportModel Small() => Empty() with
    {
        City = "Small",
        States = [new("found", "Found", "发现", 2, false), new("sent", "Sent", "推送", 1, false), new("answered", "Answered", "响应", 0, false), new("lifted", "Lifted", "解除", 9, true)],
        Arrows =
        [
            new("found", "sent", "send", "推送", 12), new("sent", "answered", "answer", "响应", 9), new("answered", "lifted", "lift", "解除", 9),
            new("found", "lifted", "false alarm", "误报", 1), new("answered", "found", "again", "复发", 3), new("sent", "sent", "escalate", "升级", 4), new("sent", "found", "recall", "撤回", 1),
        ],
    };

    public static ReportModel Empty() => new()
    {
        City = "",
        Source = "",
        Period = "",
        Figures = [],
        Flow = new FlowSeries("", []),
        Grids = [],
        Categories = [],
        Refusals = [],
        States = [],
        Arrows = [],
        Notes = [],
    };

    private static ReportModel Model(string city, string source, string zone, DateTime start, TimeSpan width, int bins)
    {
        ulong seed = 1;
        string[] categories =
        [
            "Exposed rubbish 暴露垃圾", "Illegal parking 违停", "Damaged road surface 道路破损", "Street vending 占道经营", "Street light out 路灯不亮",
            "Noise at night 夜间噪声", "Manhole cover missing 井盖缺失", "Construction dust 施工扬尘", "Water leak 供水管漏", "Fallen tree 树木倒伏",
            "Small advertisements 小广告", "Shared bikes in disorder 共享单车乱停", "Blocked fire lane 消防通道堵塞", "Sewage overflow 污水外溢",
            "Stray dogs 流浪犬", "Broken railing 护栏损坏", "Unlicensed building 违章搭建", "Oil fumes 油烟扰民", "Heating 供暖", "Lift out of order 电梯故障",
            "Dispute between neighbours 邻里纠纷", "Flooded underpass 下穿积水", "Snow and ice 积雪结冰", "Dead animal 动物尸体", "Traffic light fault 信号灯故障",
            "Bus stop damaged", "River debris 河道漂浮物", "Gas smell 燃气异味",
        ];
        string[] communities = ["Wharf 码头社区", "Old Town 老城社区", "Cotton Mill 纱厂社区", "North Gate 北门社区", "University 大学城社区"];
        List<FlowBin> flow = [];
        long backlog = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            DateTime at = start + (width * bin);
            int hour = width.TotalHours < 24 ? at.Hour : 12;
            long arrivals = (hour is > 6 and < 22 ? 24 + (hour is 8 or 9 or 18 ? 34 : 0) : 4) + Next(14);
            if (bin > bins * 0.85) arrivals = Next(5);
            if (width.TotalHours >= 24) arrivals = arrivals * (8 + (bin % 7 < 5 ? 4 : 0) + (bin / 90 % 4)) / 8;
            long archived = Math.Min(backlog + arrivals, (hour is > 7 and < 19 ? 38 : 6) + Next(12));
            backlog += arrivals - archived;
            flow.Add(new FlowBin(at, arrivals, archived, backlog));
        }
        List<GridLoad> grids = [];
        for (int grid = 0; grid < 64; grid++)
        {
            long cases = (2400 / (grid + 9)) + Next(12);
            grids.Add(new GridLoad($"330105{grid:D3}", string.Create(CultureInfo.InvariantCulture, $"Grid {grid + 1}"), communities[grid % 5], cases, Next(1 + (int)(cases / 5)), Next(1 + (int)(cases / 8))));
        }
        return new ReportModel
        {
            City = city,
            Source = source,
            Period = $"{start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} – {(start + (width * bins)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}, {zone}",
            Figures =
            [
                new("Reports", "上报", "4,615", "143 of them duplicates of an open case"),
                new("Archived", "归档", "3,918", "84.9 % of what was accepted"),
                new("On time", "按期结案率", "93.4 %", "of 4,112 that were due"),
                new("Sent back", "返工", "139", "101 by check, 38 by the citizen"),
                new("Refused steps", "不予准许", "212", "each with its reason and the way to object"),
                new("Median time", "办结中位数", "9 h 40 min", "working time; 90 %: 2 d 3 h"),
            ],
            Flow = new FlowSeries(width.TotalHours < 24 ? "30 minutes" : "1 day", flow),
            Grids = grids,
            Categories = [.. categories.Select((name, i) => Category(name, (3300 / (i + 4)) + Next(20)))],
            Refusals =
            [
                new("case.step.not-open", "The case is not in a state in which this step may be taken", 88),
                new("evidence.missing", "A photograph of the place after the work is required", 61),
                new("duty.not-admitted", "The task is not on the list of duties of this grid and was not admitted", 34),
                new("check.same-person", "Who handled the case may not check it", 21),
                new("extension.used-up", "The limit was extended twice already", 8),
            ],
            States = EightSteps,
            Arrows = EightStepArrows,
            Notes =
            [
                "Late means: decided after the limit of its step, in working time of the city's calendar.",
                "Nothing was compared with another city; the shares depend on the limits that were configured.",
            ],
        };

        CategoryShare Category(string name, long cases)
        {
            long open = Next((int)(cases / 6)), late = Next((int)(cases / 5));
            return new CategoryShare(name, cases, cases - open - late, late, open);
        }

        long Next(int below)
        {
            seed = (seed * 6364136223846793005) + 1442695040888963407;
            return below <= 0 ? 0 : (long)((seed >> 33) % (ulong)below);
        }
    }
}
