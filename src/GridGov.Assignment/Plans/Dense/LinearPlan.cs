using System.Numerics;

namespace GridGov.Assignment;

/// <summary>
/// A plan of pairs: as many as the shorter side has, none sharing a row or a column, at the best total cost; or the
/// reason why there is none. Immutable and thread-safe.
/// </summary>
/// <typeparam name="T">A type that holds every sum of the costs: <see cref="long"/> for int, <see cref="Int128"/> for long, double for the others.</typeparam>
public sealed partial class LinearPlan<T>
    where T : unmanaged, INumber<T>
{
    private readonly int[] _rowToColumn;
    private readonly T[] _rowPrices;
    private readonly T[] _columnPrices;

    internal LinearPlan(PlanGoal goal, int[] rowToColumn, int columns, T[] rowPrices, T[] columnPrices, T totalCost, PlanShortage? shortage)
    {
        (Goal, _rowToColumn, Columns, _rowPrices, _columnPrices, TotalCost, Shortage) =
            (goal, rowToColumn, columns, rowPrices, columnPrices, totalCost, shortage);
    }

    /// <summary>Whether the least or the most was sought.</summary>
    public PlanGoal Goal { get; }

    /// <summary>The number of rows.</summary>
    public int Rows => _rowToColumn.Length;

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The column of each row; -1 where there are more rows than columns and the row has none, or where there is no plan.</summary>
    public ReadOnlySpan<int> RowToColumn => _rowToColumn;

    /// <summary>The sum of the costs of all pairs; zero where there is no plan.</summary>
    public T TotalCost { get; }

    /// <summary>The dual price of each row; empty where there is no plan.</summary>
    public ReadOnlySpan<T> RowPrices => _rowPrices;

    /// <summary>The dual price of each column: no pair is better than its two prices together, and the plan's pairs are exactly as good.</summary>
    public ReadOnlySpan<T> ColumnPrices => _columnPrices;

    /// <summary>Why there is no plan; null where there is one. Rows are its cases and columns its workers.</summary>
    public PlanShortage? Shortage { get; }
}

/// <summary>What is sought.</summary>
public enum PlanGoal
{
    /// <summary>The least total cost.</summary>
    Least,

    /// <summary>The greatest total.</summary>
    Most,
}
