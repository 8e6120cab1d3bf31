using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Arbitrary entries: any kind, any facts, texts of any script; and whole logs whose chains hold.</summary>
internal static class EntryGen
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Among(string.Empty),
        Gen.String[Gen.Char.AlphaNumeric, 1, 40],
        Gen.String[Among('井', '盖', ' ', '"', '\\', '<', '\0', '\n', 'é', '\ufffd', '\uffff', '\u2028'), 1, 12],
        Among("🚲", "a🚲盖", "\u0301"));

    private static readonly Gen<string> IdText = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 1, 64], Among("区级网格中心", "A", "AB", "A🚲", "é-1", new string('盖', 64)));

    private static readonly Gen<DateTimeOffset> Instant = Gen.Select(
        Gen.Long[TimeSpan.TicksPerDay, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60],
        (ticks, minutes) => new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes)));

    private static readonly Gen<GeoPoint> Point = Gen.Select(
        Gen.OneOf(Gen.Double[-180, 180], Among(0.0, -0.0, 180, -180, double.Epsilon)),
        Gen.OneOf(Gen.Double[-90, 90], Among(0.0, -0.0, 90, -90)),
        Gen.Int[0, 2],
        (x, y, system) => system switch { 0 => GeoPoint.Wgs84(x, y), 1 => GeoPoint.Cgcs2000(x, y), _ => GeoPoint.Gcj02(x, y) });

    private static readonly Gen<Hash256> Hash = Gen.Byte.Array[32].Select(b => new Hash256(b));

    private static readonly Gen<Evidence> Evidence = Gen.Select(
        Gen.Enum<EvidenceKind>(), Text, Optional(Hash), Optional(Point), Optional(Instant),
        (kind, reference, hash, at, taken) => new Evidence(kind, reference) { Hash = hash, At = at, Taken = taken });

    public static readonly Gen<CaseFacts> Facts = Gen.Select(
        Gen.Select(OptionalText, Optional(Gen.Enum<CaseOutcome>()), Optional(Gen.Enum<Satisfaction>()), Optional(IdText.Select(BodyId.From)), Optional(IdText.Select(ActorId.From))),
        Gen.Select(Optional(IdText.Select(CaseId.From)), Optional(Instant), Optional(Gen.Select(Gen.Int[1, TimeLimit.MaxAmount], Gen.Enum<LimitUnit>(), (n, unit) => new TimeLimit(n, unit))), Optional(Gen.Enum<ResponsibilityLevel>()), Optional(Gen.Enum<CaseClock>())),
        Gen.Select(Optional(Gen.Int), OptionalText, Evidence.List[0, 3]),
        (a, b, c) => new CaseFacts
        {
            Key = a.Item1,
            Outcome = a.Item2,
            Answer = a.Item3,
            Body = a.Item4,
            Person = a.Item5,
            Related = b.Item1,
            Until = b.Item2,
            Limit = b.Item3,
            Level = b.Item4,
            Clock = b.Item5,
            Share = c.Item1,
            Authority = c.Item2,
            Evidence = ValueList.From(c.Item3),
        });

    private static readonly Gen<Report> Report = Gen.Select(
        IdText, Instant, IdText, IdText, Text, Optional(Point),
        (id, at, grid, kind, channel, position) => new Report { Id = new(id), At = at, Grid = new(grid), Class = new(kind), Channel = channel, Position = position });

    /// <summary>Any entry but the first of a case, not sealed.</summary>
    public static readonly Gen<CaseEntry> Later = Gen.Select(
        Gen.Select(IdText, Gen.Int[2, int.MaxValue], Instant, Gen.Enum<EntryKind>(), IdText),
        Gen.Select(Optional(IdText.Select(BodyId.From)), Gen.Enum<Role>(), Text, Text, Text),
        Gen.Select(Gen.Bool, IdText, Optional(IdText.Select(ActorId.From)), Optional(Instant), Optional(Instant)),
        Gen.Select(OptionalText, OptionalFacts, Optional(Gen.Select(Text, Gen.Int, (id, version) => new LifecycleVersion(id, version)))),
        (a, b, c, d) => new CaseEntry
        {
            Case = new(a.Item1),
            Number = a.Item2,
            At = a.Item3,
            Kind = a.Item4,
            By = new(new(a.Item5), b.Item1 ?? default, b.Item2),
            Trigger = b.Item3,
            From = b.Item4,
            To = b.Item5,
            Ends = c.Item1,
            Lead = new(c.Item2),
            Handler = c.Item3,
            StepDue = c.Item4,
            CaseDue = c.Item5,
            Note = d.Item1,
            Facts = d.Item2,
            Lifecycle = d.Item3,
        });

    /// <summary>Any first entry of a case, not sealed.</summary>
    public static readonly Gen<CaseEntry> First = Gen.Select(Later, Report, Text, Gen.Int, (entry, report, id, version) =>
        entry with { Number = 1, Kind = EntryKind.Opened, Report = report, Lifecycle = new(id, version) });

    public static readonly Gen<CaseEntry> Any = Gen.OneOf(First, Later);

    /// <summary>A log of one to seven cases that lie between one another, sealed, in the order of their instants.</summary>
    public static readonly Gen<CaseEntry[]> Log = Gen.Select(Gen.Int[1, 7].Array[1, 40], Facts.Array[3], (cases, facts) =>
    {
        var last = new Dictionary<int, CaseEntry>();
        return cases.Select((name, i) =>
        {
            var before = last.GetValueOrDefault(name);
            var entry = (before is null ? ChainSamples.Opened : ChainSamples.Assigned) with
            {
                Case = new($"C-{name}"),
                Number = (before?.Number ?? 0) + 1,
                At = ChainSamples.Opened.At.AddMinutes(i / 2),
                Facts = i % 4 == 3 ? null : facts[i % 3] with { Key = facts[i % 3].Key is { } key ? $"{key}-{i}" : null },
            };
            return last[name] = CaseChain.Seal(entry, before?.Hash ?? default);
        }).ToArray();
    });

    private static Gen<string?> OptionalText => Gen.OneOf(Among<string?>([null]), Text.Select(t => (string?)t));

    private static Gen<CaseFacts?> OptionalFacts => Gen.OneOf(Among<CaseFacts?>([null]), Facts.Select(f => f.IsEmpty ? null : f));

    private static Gen<T?> Optional<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Among<T?>([null]), gen.Select(v => (T?)v));

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
