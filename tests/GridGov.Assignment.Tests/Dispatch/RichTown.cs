using System.Globalization;
using CsCheck;

namespace GridGov.Assignment.Tests;

/// <summary>A random town in which every feature occurs: made from numbers only, so that failures shrink.</summary>
internal sealed record RichTown(RandomTown Town, int[] Traits, int[] Asks)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly WorkCalendar[] Calendars =
    [
        WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00"),
        WorkCalendar.Weekdays("12:00-20:00"),
        WorkCalendar.Weekdays("00:00-06:30").On(DayOfWeek.Monday, DayOfWeek.Saturday),
    ];

    public static Gen<RichTown> Gen { get; } = CsCheck.Gen.Select(
        RandomTown.Gen, CsCheck.Gen.Int[0, int.MaxValue].Array[20], CsCheck.Gen.Int[0, int.MaxValue].Array[30],
        (town, traits, asks) => new RichTown(town, traits, asks));

    public Roster Roster() => Assignment.Roster.Freeze(Town.Grids(), Staff());

    public Worker[] Staff()
    {
        var plain = Town.Staff().ToArray();
        return [.. plain.Select((w, i) =>
        {
            var bits = new Bits(Traits[i % Traits.Length] ^ (i * 7919));
            var substitute = bits.Take(3) == 0 && plain.Length > 1 ? plain[(i + 1) % plain.Length].Id : (ActorId?)null;
            return w with
            {
                Post = bits.Take(2) == 0 ? null : (PostKind)(1 + bits.Take(6)),
                SkillLevels = bits.Take(2) == 0 ? [] : [new("level", 1 + bits.Take(3))],
                Certificates = bits.Take(2) == 0 ? [] : [new("cert", At(bits.Take(48))) { From = Start.AddHours(-1) }],
                Hours = bits.Take(2) == 0 ? null : Calendars[bits.Take(3)],
                OnCall = bits.Take(2) == 0 ? null : Calendars[bits.Take(3)],
                Leaves = bits.Take(2) == 0 ? [] : [new(At(bits.Take(20)), At(20 + bits.Take(20)), substitute)],
                Body = new(bits.Take(2) == 0 ? "one" : "two"),
                Score = bits.Take(4),
            };
        })];
    }

    public DispatchProfile Profile()
    {
        var bits = new Bits(Traits[^1]);
        return new()
        {
            UrgentReserve = bits.Take(3) * 20,
            Policy = bits.Take(5) switch
            {
                0 => DispatchPolicy.LongestIdle,
                1 => DispatchPolicy.BestScore,
                2 => DispatchPolicy.RoundRobin,
                3 => DispatchPolicy.By((in standing, in _) => -Math.Abs(standing.Worker.Capacity - 4)),
                _ => DispatchPolicy.LeastLoaded,
            },
            Duties =
            [
                new() { Duty = new("photo"), Posts = [PostKind.FullTime, PostKind.PartTime] },
                new() { Duty = new("law"), Posts = [PostKind.Professional, PostKind.Handler, PostKind.Head], OnlyThesePosts = true },
                new() { Duty = new("rest"), IsSuspended = true },
            ],
        };
    }

    /// <summary>Requests as names, with the hours by which the clock moves on before each.</summary>
    public IEnumerable<(Ask Ask, int Hours)> Requests() => Town.Cases.Select((row, i) =>
    {
        var bits = new Bits(Asks[i % Asks.Length] ^ (i * 104729));
        var terms = bits.Take(4) != 0;
        return (new Ask
        {
            At = $"n{row.Nodes[0] % (Town.Parents.Length + 1)}",
            Skills = [.. Enumerable.Range(0, 4).Where(b => (row.Skills >> b & 1) == 1).Select(b => $"s{b}").Concat(bits.Take(6) == 0 ? ["cert"] : [])],
            Level = bits.Take(3) == 0 ? 1 + bits.Take(3) : 0,
            Weight = row.Size,
            IsUrgent = bits.Take(3) == 0,
            HasTerms = terms,
            Duty = !terms ? null : bits.Take(5) switch { 0 => "photo", 1 => "law", 2 => "rest", _ => null },
            Nice = terms && bits.Take(2) == 0 ? ["s0", "s1"] : [],
            Known = terms && bits.Take(2) == 0 ? [$"w{bits.Take(9)}", $"w{bits.Take(9)}"] : [],
            Excluded = terms && bits.Take(2) == 0 ? [$"w{bits.Take(9)}"] : [],
            SeparatedBody = terms && bits.Take(5) == 0 ? "one" : null,
            Preferred = terms && bits.Take(3) == 0 ? $"w{bits.Take(9)}" : null,
            PreferredHours = bits.Take(3),
            RelaxAfterHours = terms && bits.Take(3) == 0 ? bits.Take(3) : null,
            SinceHoursAgo = bits.Take(4),
            WidenedToRoot = terms && bits.Take(6) == 0,
        }, bits.Take(3));
    });

    private static DateTimeOffset At(int hour) => Start.AddHours(hour);

    /// <summary>Small numbers out of one large one.</summary>
    private sealed class Bits(int seed)
    {
        private uint _state = ((uint)seed * 2654435761u) | 1;

        public int Take(int below)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)below);
        }
    }
}

/// <summary>A request by names.</summary>
internal sealed record Ask
{
    public required string At { get; init; }

    public string[] Skills { get; init; } = [];

    public int Level { get; init; }

    public int Weight { get; init; } = 1;

    public bool IsUrgent { get; init; }

    public bool HasTerms { get; init; }

    public string? Duty { get; init; }

    public string[] Nice { get; init; } = [];

    public string[] Known { get; init; } = [];

    public string[] Excluded { get; init; } = [];

    public string? SeparatedBody { get; init; }

    public string? Preferred { get; init; }

    public int PreferredHours { get; init; }

    public int? RelaxAfterHours { get; init; }

    public int SinceHoursAgo { get; init; }

    public bool WidenedToRoot { get; init; }

    public bool TryRequest(Roster roster, DateTimeOffset now, out AssignmentRequest request)
    {
        request = default;
        var needs = new SkillNeeds { Skills = ValueList.From(Skills), Levels = Level == 0 ? [] : [new("level", Level)] };
        if (!roster.TryGetSkills(needs, out var skills))
            return false;
        roster.TryGetSkills(ValueList.From(Nice), out var nice);
        roster.Grids.TryFind(new GridCode("n0"), out var root);
        request = new(Town.At(roster.Grids, At), skills, Weight)
        {
            IsUrgent = IsUrgent,
            Terms = !HasTerms ? null : new()
            {
                Duty = Duty is null ? null : new DutyCode(Duty),
                NiceToHave = nice,
                Since = now.AddHours(-SinceHoursAgo),
                Relaxing = RelaxAfterHours is { } hours ? [new(TimeSpan.FromHours(hours), default)] : [],
                Preferred = Preferred is null ? null : new ActorId(Preferred),
                PreferredFor = TimeSpan.FromHours(PreferredHours),
                Continuity = ValueList.From(Known.Select(k => new ActorId(k))),
                Excluded = ValueList.From(Excluded.Select(k => new ActorId(k))),
                SeparatedBodies = SeparatedBody is null ? [] : [new BodyId(SeparatedBody)],
                Widened = WidenedToRoot ? root : null,
            },
        };
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At} {string.Join('+', Skills)} L{Level} W{Weight}");
}
