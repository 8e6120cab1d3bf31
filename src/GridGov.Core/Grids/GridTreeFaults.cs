using System.Globalization;
using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>What is wrong with rows that make no tree: every fault, in the order of codes.</summary>
internal static class GridTreeFaults
{
    public const int Levels = 7;

    /// <summary>Whether a row by itself has no fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSound(GridRow row) =>
        row.Code.Value.Length > 0
        && row.Name is { Length: > 0 } name
        && (!char.IsWhiteSpace(name[0]) || !string.IsNullOrWhiteSpace(name))
        && row.Level is >= GridLevel.Province and <= GridLevel.MicroGrid
        && row.Kind is null or <= GridKind.Responsibility
        && row.Area <= AreaType.Rural
        && row.Households >= 0
        && (row.From is not { } from || row.Until is not { } until || from <= until);

    public static List<Fault> Of(GridRow?[] rows)
    {
        var faults = new List<Fault>();
        var all = Present(rows, faults);
        Array.Sort(all, static (a, b) => a.Code.CompareTo(b.Code));
        var byCode = new Dictionary<GridCode, int>(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            CheckRow(all[i], faults);
            if (!byCode.TryAdd(all[i].Code, i) && all[i].Code != default)
                faults.Add(new(all[i].Code.Value, "the code occurs twice; keep one row"));
        }

        if (all.Length == 0)
            faults.Add(new("rows", "there is none; a tree has at least one node"));
        var above = Array.ConvertAll(all, row => row.Parent is { } code && byCode.TryGetValue(code, out var parent) ? parent : -1);
        CheckPlaces(all, above, OnCircle(above), faults);
        return faults;
    }

    private static GridRow[] Present(GridRow?[] rows, List<Fault> faults)
    {
        var present = new List<GridRow>(rows.Length);
        foreach (var (index, row) in rows.Index())
        {
            if (row is null)
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"row {index + 1}"), "it is null"));
            else
                present.Add(row);
        }

        return [.. present];
    }

    private static void CheckRow(GridRow row, List<Fault> faults)
    {
        if (row.Code == default)
            faults.Add(new("a row without a code", "give it one"));
        if (string.IsNullOrWhiteSpace(row.Name))
            faults.Add(new(row.Code.Value, "its name is missing"));
        if (!Enum.IsDefined(row.Level))
            faults.Add(new(row.Code.Value, $"its level {(byte)row.Level} is not one of the seven"));
        if (row.Kind is { } kind && !Enum.IsDefined(kind))
            faults.Add(new(row.Code.Value, $"its kind {(byte)kind} is not one of the four"));
        if (!Enum.IsDefined(row.Area))
            faults.Add(new(row.Code.Value, $"its area type {(byte)row.Area} is not one of the three"));
        if (row.Households < 0)
            faults.Add(new(row.Code.Value, string.Create(CultureInfo.InvariantCulture, $"it has {row.Households} households; the least is 0")));
        if (row is { From: { } from, Until: { } until } && until < from)
            faults.Add(new(row.Code.Value, string.Create(CultureInfo.InvariantCulture, $"it ends on {until:O}, before it begins on {from:O}")));
    }

    /// <summary>Whether each row comes back to itself when one walks from parent to parent. Linear in the rows.</summary>
    private static bool[] OnCircle(int[] above)
    {
        var circle = new bool[above.Length];
        var walk = new int[above.Length];
        for (var i = 0; i < above.Length; i++)
        {
            var at = i;
            for (; at >= 0 && walk[at] == 0; at = above[at])
                walk[at] = i + 1;
            for (; at >= 0 && walk[at] == i + 1 && !circle[at]; at = above[at])
                circle[at] = true;
        }

        return circle;
    }

    private static void CheckPlaces(GridRow[] all, int[] above, bool[] onCircle, List<Fault> faults)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var row = all[i];
            if (row.Parent is not { } code)
                continue;
            if (above[i] < 0)
                faults.Add(new(row.Code.Value, $"its parent {code} is not in the tree; add it or correct the code"));
            else if (onCircle[i])
                faults.Add(new(row.Code.Value, "its parents form a circle; one of them must be a root"));
            else if (row.Level <= all[above[i]].Level)
                faults.Add(new(row.Code.Value, $"its level {row.Level} is not below its parent's, {all[above[i]].Level}"));
            else if (!IsEverInForce(all, above, i))
                faults.Add(new(row.Code.Value, "it has no day in common with the nodes above it; correct the dates"));
        }
    }

    // A sound path has seven nodes at most; a longer one has a fault of its own.
    private static bool IsEverInForce(GridRow[] all, int[] above, int at)
    {
        if (all[at] is { From: { } own, Until: { } end } && end < own)
            return true;
        var (first, last) = (DateOnly.MinValue, DateOnly.MaxValue);
        for (var step = 0; step < Levels && at >= 0; step++, at = above[at])
        {
            var (from, until) = (all[at].From ?? DateOnly.MinValue, all[at].Until ?? DateOnly.MaxValue);
            (first, last) = (from > first ? from : first, until < last ? until : last);
        }

        return first <= last;
    }
}
