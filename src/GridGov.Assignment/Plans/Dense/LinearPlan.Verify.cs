using System.Numerics;

namespace GridGov.Assignment;

/// <content>The proof.</content>
public sealed partial class LinearPlan<T>
{
    /// <summary>
    /// Checks the plan against the costs it was made of, by nothing but its prices: every rule, the total, and the bound
    /// that no plan can beat. O(rows × columns). For floating-point costs a gap within (rows + columns) × 2⁻⁴⁶ of the
    /// greatest number counts as none.
    /// </summary>
    /// <typeparam name="TCost">The type of the costs given to the solver.</typeparam>
    /// <param name="costs">The costs, as given to the solver.</param>
    /// <param name="allowed">The allowed pairs, as given to the solver.</param>
    /// <exception cref="ArgumentException">The spans do not have the plan's shape.</exception>
    public PlanCertificate<T> Verify<TCost>(ReadOnlySpan<TCost> costs, ReadOnlySpan<bool> allowed = default)
        where TCost : unmanaged, INumber<TCost>
    {
        if (costs.Length != (long)Rows * Columns)
            throw new ArgumentException(Text.Of($"The plan is of {Rows} × {Columns} pairs, and there are {costs.Length} costs."), nameof(costs));
        if (!allowed.IsEmpty && allowed.Length != costs.Length)
            throw new ArgumentException(Text.Of($"There are {costs.Length} costs, and {allowed.Length} pairs are said to be allowed or not."), nameof(allowed));
        if (Shortage is not null)
            return VerifyShortage(Shortage, allowed);
        if (_columnPrices.Length != Columns || _rowPrices.Length != Rows)
            return PlanCertificate<T>.Wrong($"There are {_rowPrices.Length} and {_columnPrices.Length} prices for {Rows} rows and {Columns} columns.");

        var total = T.Zero;
        var pairs = 0;
        var taken = new bool[Columns];
        for (var i = 0; i < Rows; i++)
        {
            var j = _rowToColumn[i];
            if (j < -1 || j >= Columns)
                return PlanCertificate<T>.Wrong($"Row {i} has column {j}, which there is not.");
            if (j < 0)
                continue;
            if (taken[j])
                return PlanCertificate<T>.Wrong($"Column {j} is given twice, also to row {i}.");
            if (!allowed.IsEmpty && !allowed[i * Columns + j])
                return PlanCertificate<T>.Wrong($"Row {i} has column {j}, which is forbidden.");
            taken[j] = true;
            total += T.CreateChecked(costs[i * Columns + j]);
            pairs++;
        }

        if (pairs != Math.Min(Rows, Columns))
            return PlanCertificate<T>.Wrong($"There are {pairs} pairs where there have to be {Math.Min(Rows, Columns)}.");
        if (T.IsNaN(total))
            return PlanCertificate<T>.Wrong($"The total is not a number.");
        var (bound, greatest) = BoundOf(costs, allowed);
        var tolerance = DenseRange.IsInteger<T>() ? T.Zero : T.CreateChecked((Rows + Columns) * Math.ScaleB(1, -46)) * greatest;
        if (T.Abs(TotalCost - total) > tolerance)
            return PlanCertificate<T>.Wrong($"The pairs cost {total}, and the plan says {TotalCost}.");
        return new(T.Abs(total - bound) <= tolerance ? PlanVerdict.Optimal : PlanVerdict.WithinGap, total, bound);
    }

    // Whatever the prices of the longer side are, each of the shorter side pays at least its cheapest pair after them.
    // A place of the longer side may stay empty, so its price may not be a gain.
    private (T Bound, T Greatest) BoundOf<TCost>(ReadOnlySpan<TCost> costs, ReadOnlySpan<bool> allowed)
        where TCost : unmanaged, INumber<TCost>
    {
        var flipped = Rows > Columns;
        var sign = Goal == PlanGoal.Least ? T.One : -T.One;
        var prices = flipped ? _rowPrices : _columnPrices;
        var (bound, greatest) = (T.Zero, T.Zero);
        var usable = new T[prices.Length];
        for (var j = 0; j < usable.Length; j++)
        {
            usable[j] = Rows == Columns ? sign * prices[j] : T.Min(T.Zero, sign * prices[j]);
            bound += usable[j];
            greatest = T.Max(greatest, T.Abs(prices[j]));
        }

        var takers = Math.Min(Rows, Columns);
        for (var t = 0; t < takers; t++)
        {
            var found = false;
            var least = T.Zero;
            for (var g = 0; g < usable.Length; g++)
            {
                var at = flipped ? g * Columns + t : t * Columns + g;
                if (!allowed.IsEmpty && !allowed[at])
                    continue;
                var cost = T.CreateChecked(costs[at]);
                greatest = T.Max(greatest, T.Abs(cost));
                var now = sign * cost - usable[g];
                if (!found || now < least)
                    (found, least) = (true, now);
            }

            bound += least;
        }

        return (sign * bound, greatest);
    }

    private PlanCertificate<T> VerifyShortage(PlanShortage shortage, ReadOnlySpan<bool> allowed)
    {
        var flipped = Rows > Columns;
        var (takers, givers) = flipped ? (shortage.Workers, shortage.Cases) : (shortage.Cases, shortage.Workers);
        var offered = new bool[Math.Max(Rows, Columns)];
        foreach (var g in givers)
            offered[g] = true;
        foreach (var t in takers)
        {
            for (var g = 0; g < offered.Length; g++)
            {
                if (!offered[g] && (allowed.IsEmpty || allowed[flipped ? g * Columns + t : t * Columns + g]))
                    return PlanCertificate<T>.Wrong($"The shortage leaves out that {(flipped ? "column" : "row")} {t} may have {(flipped ? "row" : "column")} {g}.");
            }
        }

        return takers.Distinct().Count() > givers.Distinct().Count() && shortage.Needed == takers.Count && shortage.Available == givers.Count
            ? new(PlanVerdict.Infeasible, T.Zero, T.Zero)
            : PlanCertificate<T>.Wrong($"The shortage counts {takers.Count} against {givers.Count}, which is none.");
    }
}
