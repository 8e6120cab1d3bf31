namespace GridGov.Assignment;

/// <summary>
/// How hard each grid is to serve (网格难度系数): a weighted sum of counts. Which factors count and how much is the city's
/// decision; the built-in names follow the scheme reported of 新北区 (assumed; no primary text was seen). Immutable and
/// thread-safe.
/// </summary>
public sealed class DifficultyModel
{
    private readonly Dictionary<string, int> _weights;

    private DifficultyModel(ValueList<DifficultyFactor> factors)
    {
        Factors = factors;
        _weights = factors.ToDictionary(f => f.Name, f => f.Weight, StringComparer.Ordinal);
    }

    /// <summary>The factors.</summary>
    public ValueList<DifficultyFactor> Factors { get; }

    /// <summary>Makes a model.</summary>
    /// <param name="factors">Each with a name of its own and a weight of 0 to 1,000,000; at least one.</param>
    /// <exception cref="DefinitionException">There is none, a name is blank or twice, a weight out of range: every fault is listed.</exception>
    public static DifficultyModel Freeze(params IEnumerable<DifficultyFactor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var all = ValueList.From(factors);
        var faults = new List<Fault>();
        if (all.IsEmpty)
            faults.Add(new("factors", "there is none"));
        foreach (var factor in all)
        {
            if (string.IsNullOrWhiteSpace(factor.Name))
                faults.Add(new("factors", "a factor has no name"));
            if (factor.Weight is < 0 or > 1_000_000)
                faults.Add(new(factor.Name ?? "factors", "the weight is not within 0 to 1,000,000"));
        }

        foreach (var twice in all.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add(new(twice.Key, "the factor is given more than once"));
        return faults.Count == 0 ? new(all) : throw new DefinitionException("The difficulty model", faults);
    }

    /// <summary>The score of a grid in points: the sum of count times weight. Exact: whole numbers only.</summary>
    /// <param name="counts">Counts by factor, none negative; a factor that is not named counts as 0.</param>
    /// <exception cref="ArgumentException">A count is negative, or its factor is not in the model.</exception>
    /// <exception cref="OverflowException">The sum is beyond the whole numbers of 64 bits.</exception>
    public long ScoreOf(IReadOnlyDictionary<string, long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        long score = 0;
        foreach (var (name, count) in counts)
        {
            if (!_weights.TryGetValue(name, out var weight))
                throw new ArgumentException($"The model has no factor {name}.", nameof(counts));
            if (count < 0)
                throw new ArgumentException($"The count of {name} is negative.", nameof(counts));
            score = checked(score + (count * weight));
        }

        return score;
    }
}

/// <summary>One factor of difficulty. Immutable; thread-safe.</summary>
/// <param name="Name">Its name; see <see cref="DifficultyFactors"/>.</param>
/// <param name="Weight">Points for each, 0 to 1,000,000.</param>
public sealed record DifficultyFactor(string Name, int Weight);

/// <summary>The names of the usual factors.</summary>
public static class DifficultyFactors
{
    /// <summary>Households (户数).</summary>
    public const string Households = "households";

    /// <summary>Migrants (流动人口).</summary>
    public const string Migrants = "migrants";

    /// <summary>Rented homes (出租房屋).</summary>
    public const string Rentals = "rentals";

    /// <summary>Merchants (商户).</summary>
    public const string Merchants = "merchants";

    /// <summary>Events in a period (事件).</summary>
    public const string Events = "events";
}

/// <summary>A grid with its difficulty. Immutable; thread-safe.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Score">Points, 0 or more.</param>
public readonly record struct GridDifficulty(GridCode Grid, long Score);
