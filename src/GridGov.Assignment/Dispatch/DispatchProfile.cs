using System.Globalization;

namespace GridGov.Assignment;

/// <summary>
/// The rules of dispatch that a city switches at once (平战转换): policy, reserve, capacities, duties, reinforcements.
/// The default is peacetime with nothing special. Immutable and thread-safe.
/// </summary>
public sealed record DispatchProfile
{
    /// <summary>Peacetime: least loaded, no reserve, capacities as on the roster.</summary>
    public static DispatchProfile Peacetime { get; } = new();

    /// <summary>The name, for people to read.</summary>
    public string Name { get; init; } = "peacetime";

    /// <summary>How the choice falls.</summary>
    public DispatchPolicy Policy { get; init; } = DispatchPolicy.LeastLoaded;

    /// <summary>The share of every capacity that only urgent cases may use, in percent, 0 to 90; rounded up.</summary>
    public int UrgentReserve { get; init; }

    /// <summary>Capacities in percent of the roster's, by post; a post that is not named stays at 100.</summary>
    public ValueList<PostCapacity> Capacities { get; init; }

    /// <summary>What differs by duty.</summary>
    public ValueList<DutyTerms> Duties { get; init; }

    /// <summary>Workers who serve only under this profile (增援): sent-down cadres, volunteers, other districts' teams.</summary>
    public ValueList<Worker> Reinforcements { get; init; }

    internal Worker[] Staff(Roster roster)
    {
        var percent = new int[256];
        Array.Fill(percent, 100);
        foreach (var capacity in Capacities)
            percent[(int)capacity.Post] = capacity.Percent;
        return [.. roster.Workers.Select(w => percent[(int)(w.Post ?? 0)] is not 100 and var p
            ? w with { Capacity = (int)Math.Clamp((w.Capacity * (long)p) / 100, 1, Roster.MaxCapacity) }
            : w), .. Reinforcements];
    }

    internal List<Fault> Check()
    {
        var faults = new List<Fault>();
        if (UrgentReserve is < 0 or > 90)
            faults.Add(new(nameof(UrgentReserve), string.Create(CultureInfo.InvariantCulture, $"{UrgentReserve} is not within 0 to 90 percent")));
        if (Policy is null)
            faults.Add(new(nameof(Policy), "it is not set"));
        foreach (var capacity in Capacities.Where(c => c.Percent is < 1 or > 1000 || !Enum.IsDefined(c.Post)))
            faults.Add(new(nameof(Capacities), string.Create(CultureInfo.InvariantCulture, $"{capacity.Post} at {capacity.Percent} percent is not a post within 1 to 1000")));
        foreach (var twice in Duties.GroupBy(d => d.Duty).Where(g => g.Count() > 1))
            faults.Add(new(nameof(Duties), $"{twice.Key} is given more than once"));
        return faults;
    }
}

/// <summary>The capacity of a post under a profile. Immutable; thread-safe.</summary>
/// <param name="Post">The post.</param>
/// <param name="Percent">In percent of the roster's capacity, 1 to 1000.</param>
public readonly record struct PostCapacity(PostKind Post, int Percent);

/// <summary>How a duty is dispatched under a profile. Immutable and thread-safe.</summary>
public sealed record DutyTerms
{
    /// <summary>The duty.</summary>
    public required DutyCode Duty { get; init; }

    /// <summary>Posts in the order in which they are preferred; those that are not named come last, all alike.</summary>
    public ValueList<PostKind> Posts { get; init; }

    /// <summary>Whether only the posts named may take it.</summary>
    public bool OnlyThesePosts { get; init; }

    /// <summary>Whether it rests under this profile: nothing new is given out.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Added to a waiting case's priority under this profile.</summary>
    public int Priority { get; init; }
}

/// <summary>A duty's terms as tables.</summary>
internal sealed class CompiledDuty
{
    public const byte NotAllowed = byte.MaxValue;

    public CompiledDuty(DutyTerms terms)
    {
        Terms = terms;
        Array.Fill(PostRank, terms.OnlyThesePosts ? NotAllowed : (byte)terms.Posts.Count);
        for (var i = terms.Posts.Count - 1; i >= 0; i--)
            PostRank[(int)terms.Posts[i]] = (byte)i;
    }

    public DutyTerms Terms { get; }

    public byte[] PostRank { get; } = new byte[256];
}

/// <summary>A profile as an engine uses it.</summary>
internal sealed class CompiledProfile(DispatchProfile profile)
{
    private readonly Dictionary<DutyCode, CompiledDuty> _duties = profile.Duties.ToDictionary(d => d.Duty, d => new CompiledDuty(d));

    public DispatchProfile Profile => profile;

    public CompiledDuty? Find(DutyCode duty) => _duties.GetValueOrDefault(duty);
}
