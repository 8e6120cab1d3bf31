using static System.FormattableString;

namespace GridGov.Community;

/// <summary>The two accounts of a member (双账户). Source: a township's points system (secondary source).</summary>
public enum PointsAccount
{
    /// <summary>Points that are exchanged for goods (兑换积分); they may expire.</summary>
    Spendable = 1,

    /// <summary>Points that honour (荣誉积分); they never fall and are never reset.</summary>
    Honour = 2,
}

/// <summary>Something that earns points (积分事项): service, a matter found, help given. Immutable and thread-safe.</summary>
public sealed record EarnRule
{
    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Points for one unit: an hour, a matter, a visit. Above 0: nothing takes points away.</summary>
    public required int PointsPerUnit { get; init; }

    /// <summary>The most units that count for one activity, or null; 海林市: two hours (secondary source).</summary>
    public int? MostUnitsPerActivity { get; init; }

    /// <summary>The most points that a member earns by it in a calendar month, or null.</summary>
    public int? MostPointsPerMonth { get; init; }

    /// <summary>From which day it is in force, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it is in force, or null.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>Something that points are exchanged for (兑换物品). Immutable and thread-safe.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Name">What it is.</param>
/// <param name="Price">Its price in points, above 0.</param>
/// <param name="IsRight">Whether it is a service to which a resident has a right: such a thing is never priced, and a scheme that has one is refused.</param>
public sealed record Reward(string Code, LocalizedText Name, int Price, bool IsRight = false);

/// <summary>Days of every year on which points are exchanged (兑换窗口), both ends included. Immutable and thread-safe.</summary>
/// <param name="FromMonth">The month of the first day.</param>
/// <param name="FromDay">The first day.</param>
/// <param name="UntilMonth">The month of the last day.</param>
/// <param name="UntilDay">The last day; a window does not run over the end of a year.</param>
public sealed record RedemptionWindow(int FromMonth, int FromDay, int UntilMonth, int UntilDay)
{
    internal bool Contains(DateOnly day)
    {
        var at = (day.Month, day.Day);
        return at.CompareTo((FromMonth, FromDay)) >= 0 && at.CompareTo((UntilMonth, UntilDay)) <= 0;
    }

    internal bool IsSound => FromMonth is >= 1 and <= 12 && UntilMonth is >= 1 and <= 12 && FromDay is >= 1 and <= 31 && UntilDay is >= 1 and <= 31
        && (FromMonth, FromDay).CompareTo((UntilMonth, UntilDay)) <= 0;
}

/// <summary>
/// The rules of a points scheme in one version (积分规则): earning only. There is no rule that takes points away, nothing
/// that is a right is priced, and joining is voluntary: the ledger asks for the consent. Frozen and thread-safe.
/// </summary>
public sealed class PointsScheme
{
    private PointsScheme(PointsTerms terms) => Terms = terms;

    /// <summary>Rules, rewards, expiry and windows.</summary>
    public PointsTerms Terms { get; }

    /// <summary>Freezes a scheme.</summary>
    /// <param name="terms">Rules, rewards, expiry and windows.</param>
    /// <exception cref="DefinitionException">A rule takes points away, a right is priced, a code stands twice; every fault.</exception>
    public static PointsScheme Freeze(PointsTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Fault[] faults = [.. Check(terms)];
        return faults.Length == 0 ? new(terms) : throw new DefinitionException($"points scheme \"{terms.Id}\" version {terms.Version}", faults);
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => Invariant($"{Terms.Id} v{Terms.Version}");

    private static IEnumerable<Fault> Check(PointsTerms terms)
    {
        if (!TextId.IsValid(terms.Id, out var reason))
            yield return new("id", reason!);
        if (terms.Version < 1)
            yield return new("version", Invariant($"version {terms.Version}; versions begin at 1"));
        foreach (var (i, rule) in terms.Rules.Index())
        {
            if (rule.PointsPerUnit < 1)
                yield return new(Invariant($"rules[{i}]"), Invariant($"{rule.PointsPerUnit} points a unit; points are only earned"));
            if (rule.MostUnitsPerActivity < 1 || rule.MostPointsPerMonth < 1)
                yield return new(Invariant($"rules[{i}]"), "a cap below 1");
            if (rule.Until < rule.From)
                yield return new(Invariant($"rules[{i}]"), Invariant($"it ends on {rule.Until:O}, before it begins"));
        }

        foreach (var (i, reward) in terms.Rewards.Index())
        {
            if (reward.IsRight)
                yield return new(Invariant($"rewards[{i}]"), $"{reward.Name.En} is a right; a right has no price");
            if (reward.Price < 1)
                yield return new(Invariant($"rewards[{i}]"), Invariant($"a price of {reward.Price}; it must be above 0"));
        }

        foreach (var code in terms.Rules.Select(r => r.Code).Concat(terms.Rewards.Select(r => r.Code)).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            yield return new("codes", $"{code.Key} stands more than once");
        foreach (var (i, window) in terms.Windows.Index())
        {
            if (!window.IsSound)
                yield return new(Invariant($"windows[{i}]"), "its days are none of a year, or it ends before it begins");
        }

        if (terms.ExpiresAfterMonths < 1 || terms.MostRedemptionsPerQuarter < 1)
            yield return new("expiry and redemptions", "a limit below 1; leave it out where there is none");
    }
}

/// <summary>Rules, rewards, expiry and windows of a points scheme. Immutable and thread-safe.</summary>
public sealed record PointsTerms
{
    /// <summary>A stable name.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The decision by which it is in force.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>What earns points.</summary>
    public required ValueList<EarnRule> Rules { get; init; }

    /// <summary>What points are exchanged for.</summary>
    public ValueList<Reward> Rewards { get; init; }

    /// <summary>When points are exchanged; always when there is none.</summary>
    public ValueList<RedemptionWindow> Windows { get; init; }

    /// <summary>After how many months spendable points expire, or null: 永久有效.</summary>
    public int? ExpiresAfterMonths { get; init; }

    /// <summary>How often a member exchanges points in a quarter of the calendar, or null; 海林市: once (secondary source).</summary>
    public int? MostRedemptionsPerQuarter { get; init; }
}
