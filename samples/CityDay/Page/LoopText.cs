namespace CityDay.Page;

/// <summary>The label of an arrow in one line: trigger, Chinese trigger, count. When room is short the count stays.</summary>
internal sealed record LoopText(string Trigger, string Chinese, string Count)
{
    public const decimal Size = 11.5m;
    private const decimal Space = 4;

    public decimal Width =>
        Of(Count) + (Trigger.Length > 0 ? Of(Trigger) + Space : 0) + (Chinese.Length > 0 ? Of(Chinese) + Space : 0);

    public static LoopText For(Arrow arrow) =>
        new(PlainText.Shorten(arrow.Trigger, 1400), PlainText.Shorten(arrow.ChineseTrigger, 900), Number.Count(arrow.Count));

    public LoopText Fit(decimal room)
    {
        if (Width <= room) return this;
        LoopText shorter = this with { Chinese = "" };
        if (shorter.Width <= room) return shorter;
        decimal left = room - Of(Count) - Space;
        return shorter with { Trigger = left < 2 * Size ? "" : PlainText.Shorten(Trigger, (int)(left * 100 / Size)) };
    }

    public static decimal Of(string text) => PlainText.Width(text) * Size / 100;
}
