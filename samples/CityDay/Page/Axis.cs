namespace CityDay.Page;

/// <summary>A value axis from zero in round steps.</summary>
internal sealed record Axis(decimal Step, decimal Top)
{
    /// <summary>At most four steps of 1, 2 or 5 times a power of ten.</summary>
    public static Axis For(decimal max)
    {
        decimal step = 1;
        for (int turn = 0; step * 4 < max; turn++) step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
        return new Axis(step, step * Math.Max(1, Math.Ceiling(max / step)));
    }

    public IEnumerable<decimal> Ticks()
    {
        for (decimal value = 0; value <= Top; value += Step) yield return value;
    }

    /// <summary>The height of a value in a panel; what is below zero is drawn as zero.</summary>
    public decimal Height(decimal value, decimal panel) => Math.Clamp(value, 0, Top) * panel / Top;
}
