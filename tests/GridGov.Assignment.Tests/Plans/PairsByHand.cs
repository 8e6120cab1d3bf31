using System.Numerics;

namespace GridGov.Assignment.Tests;

/// <summary>The least total of pairs by trying all of them: rows in order, over every set of columns taken. Up to about 12.</summary>
internal static class PairsByHand
{
    public static BigInteger? Least(long[,] costs, bool[,]? allowed = null) =>
        costs.GetLength(0) <= costs.GetLength(1)
            ? LeastOf(costs.GetLength(0), costs.GetLength(1), (i, j) => costs[i, j], (i, j) => allowed?[i, j] ?? true)
            : LeastOf(costs.GetLength(1), costs.GetLength(0), (i, j) => costs[j, i], (i, j) => allowed?[j, i] ?? true);

    private static BigInteger? LeastOf(int rows, int columns, Func<int, int, long> cost, Func<int, int, bool> allowed)
    {
        var best = new BigInteger?[1 << columns];
        best[0] = 0;
        for (var row = 0; row < rows; row++)
        {
            var next = new BigInteger?[best.Length];
            for (var taken = 0; taken < best.Length; taken++)
            {
                if (best[taken] is not { } sum || BitOperations.PopCount((uint)taken) != row)
                    continue;
                for (var j = 0; j < columns; j++)
                {
                    if ((taken & (1 << j)) != 0 || !allowed(row, j))
                        continue;
                    var with = sum + cost(row, j);
                    ref var other = ref next[taken | (1 << j)];
                    if (other is null || with < other)
                        other = with;
                }
            }

            best = next;
        }

        return best.Where(b => b is not null).Min();
    }
}
