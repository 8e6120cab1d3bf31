namespace GridGov.Assignment;

/// <summary>
/// Spreads reinforcements (下沉干部、志愿者) over grids by difficulty. Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// The method: after the floors, each further person goes where the difficulty a head is highest, present staff counted;
/// a tie goes where fewer are, because one more helps most there, then to the first by grid code. Without staff, floors and ceilings these are Adams' divisors of apportionment.
/// </para>
/// <para>
/// The fairness property: write down the difficulty a head of every grid, highest first. No other way to place the same
/// number of people within the same floors and ceilings has a list that comes earlier in dictionary order: first the worst
/// grid is served as well as can be, then the second worst, and so on. Two more follow. With one person more nobody gets
/// fewer; and no grid gets fewer than an easier one with the same staff, floor and ceiling.
/// </para>
/// </remarks>
public static class Mobilization
{
    /// <summary>Spreads a number of people.</summary>
    /// <param name="people">How many, 0 or more.</param>
    /// <param name="grids">The grids, each once, in any order.</param>
    /// <returns>The plan, in the order of the grid codes.</returns>
    /// <exception cref="ArgumentException">A grid occurs twice, or a number is negative, or a floor is above its ceiling.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="people"/> is negative.</exception>
    public static Outcome<MobilizationPlan> Mobilize(int people, IEnumerable<MobilizationGrid> grids)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentNullException.ThrowIfNull(grids);
        MobilizationGrid[] sorted = [.. grids.OrderBy(g => g.Grid)];
        for (var i = 0; i < sorted.Length; i++)
        {
            var grid = sorted[i];
            if (grid.Score < 0 || grid.Staff < 0 || grid.Floor < 0 || grid.Floor > grid.Ceiling)
                throw new ArgumentException($"Grid {grid.Grid} has a negative number or a floor above its ceiling.", nameof(grids));
            if (i > 0 && sorted[i - 1].Grid == grid.Grid)
                throw new ArgumentException($"Grid {grid.Grid} occurs twice.", nameof(grids));
        }

        var floors = sorted.Sum(g => (long)g.Floor);
        if (floors > people)
            return TooFew(people, floors);
        var sent = Array.ConvertAll(sorted, g => g.Floor);
        var queue = new PriorityQueue<int, Need>(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sent[i] < sorted[i].Ceiling)
                queue.Enqueue(i, new(sorted[i].Score, sorted[i].Staff + (long)sent[i], i));
        }

        var left = people - (int)floors;
        for (; left > 0 && queue.TryDequeue(out var i, out _); left--)
        {
            if (++sent[i] < sorted[i].Ceiling)
                queue.Enqueue(i, new(sorted[i].Score, sorted[i].Staff + (long)sent[i], i));
        }

        return new MobilizationPlan(ValueList.From(sorted.Select((g, i) => new MobilizationShare(g.Grid, sent[i]))), left);
    }

    private static Refusal TooFew(int people, long floors) => new()
    {
        Code = "mobilization.too-few",
        Summary = new($"{people} people are too few for the floors", $"{people}人不足以满足各网格最低人数"),
        Unmet = [new("mobilization.floors", new($"at least {floors} people are there", $"至少{floors}人"))],
        Remedy = new("send more people, or lower the floors", "增加人员或降低最低人数"),
    };

    /// <summary>Difficulty a head, the highest first: compared as cross products, exactly. Nobody at all is the worst, the hardest first.</summary>
    private readonly record struct Need(long Score, long Heads, int Number) : IComparable<Need>
    {
        public int CompareTo(Need other)
        {
            var (mine, theirs) = Heads == 0 || other.Heads == 0
                ? (Rank(this), Rank(other))
                : ((Int128)Score * other.Heads, (Int128)other.Score * Heads);
            return mine != theirs ? theirs.CompareTo(mine)
                : Heads == 0 && other.Heads == 0 && Score != other.Score ? other.Score.CompareTo(Score)
                : Heads != other.Heads ? Heads.CompareTo(other.Heads)
                : Number.CompareTo(other.Number);
        }

        // A grid where nothing is to be done is in no need, even without anybody.
        private static Int128 Rank(Need need) => need.Score == 0 ? 0 : need.Heads == 0 ? 2 : 1;
    }
}

/// <summary>A grid as mobilisation sees it. Immutable; thread-safe.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Score">Its difficulty, 0 or more.</param>
/// <param name="Staff">Who works there already, 0 or more.</param>
/// <param name="Floor">The fewest to be sent.</param>
/// <param name="Ceiling">The most to be sent.</param>
public readonly record struct MobilizationGrid(GridCode Grid, long Score, int Staff = 0, int Floor = 0, int Ceiling = int.MaxValue);

/// <summary>How many are sent to a grid. Immutable; thread-safe.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="People">How many.</param>
public readonly record struct MobilizationShare(GridCode Grid, int People);

/// <summary>A plan. Immutable; thread-safe.</summary>
/// <param name="Shares">Every grid, in the order of the codes.</param>
/// <param name="Left">Who is left over because every ceiling is reached.</param>
public sealed record MobilizationPlan(ValueList<MobilizationShare> Shares, int Left);
