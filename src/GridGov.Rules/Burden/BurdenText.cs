using System.Globalization;

namespace GridGov.Rules;

/// <summary>A line of the burden report as text, with numbers that are written the same in every culture.</summary>
internal static class BurdenText
{
    public static string Of(BurdenLine line, CultureInfo culture)
    {
        var share = line.VisitShare is { } visits ? Number(visits * 100, "F1") + " %" : "-";
        var origins = string.Join(", ", line.Origins.Select(o => string.Create(CultureInfo.InvariantCulture, $"{NameOf(o.Of).For(culture)} {o.Tasks}")));
        var mark = line.ReachesGoal ? default : new LocalizedText(", below the goal", "，未达目标");
        return new LocalizedText(
            $"  {line.Id}: {Number(line.Hours, "F1")} h, visits {share}{mark.En}; {Number(line.Forms, "F0")} forms; {Number(line.Tasks, "F0")} tasks ({origins})",
            $"  {line.Id}：{Number(line.Hours, "F1")}小时，走访{share}{mark.Zh}；填表{Number(line.Forms, "F0")}份；任务{Number(line.Tasks, "F0")}件（{origins}）").For(culture);
    }

    private static string Number(decimal number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static LocalizedText NameOf(TaskOrigin origin) => origin switch
    {
        TaskOrigin.Resident => new("residents", "居民诉求"),
        TaskOrigin.OwnFind => new("own finds", "自行发现"),
        TaskOrigin.Community => new("community", "社区自主"),
        TaskOrigin.Street => new("street", "街道"),
        _ => new("departments", "上级部门"),
    };
}
