namespace GridGov.Testing;

/// <summary>The entries that the checks append, and what they expect to read.</summary>
internal static class StoreLogs
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, 123, TimeSpan.FromHours(8));

    /// <summary>The entries of one case, from its opening, with every field used by some.</summary>
    public static CaseEntry[] Case(string id, int count, int seed = 0)
    {
        var entries = new CaseEntry[count];
        for (var i = 0; i < count; i++)
            entries[i] = Next(new(id), i == 0 ? null : entries[i - 1], seed);
        return entries;
    }

    /// <summary>One more entry of a case.</summary>
    public static CaseEntry Next(CaseId id, CaseEntry? last, int seed = 0, string trigger = "note")
    {
        var number = (last?.Number ?? 0) + 1;
        // Ticks below a microsecond and offsets of half an hour are what databases lose first.
        var at = Morning.AddMinutes(number).AddTicks(7).ToOffset(TimeSpan.FromMinutes(number % 2 == 0 ? 480 : 330));
        return CaseChain.Seal(
            new()
            {
                Case = id,
                Number = number,
                At = at,
                Kind = number == 1 ? EntryKind.Opened : (EntryKind)(2 + (number % 19)),
                By = number % 3 == 0 ? Actor.System : new(new("网格员-7"), new("区级网格中心"), Role.Collector),
                Trigger = trigger,
                From = number == 1 ? string.Empty : "受理",
                To = "受理",
                Lead = new("区级网格中心"),
                Handler = number % 2 == 0 ? new ActorId("handler 3") : null,
                StepDue = number % 4 == 3 ? null : at.AddHours(2),
                CaseDue = at.AddDays(2),
                Note = (number % 4) switch { 0 => string.Empty, 1 => null, _ => $"井盖 🚲 \"'\\;-- \t\n \u0000 {seed}" },
                Lifecycle = number == 1 ? new("eight-step", 1) : null,
                Report = number == 1
                    ? new() { Id = new(id.Value), At = at.AddMinutes(-5), Grid = new("g11"), Class = new("01037"), Channel = "12345", Position = GeoPoint.Wgs84(114.05790000000001, 22.5431) }
                    : null,
                Facts = number % 5 == 0 ? null : new()
                {
                    Key = $"key-{id}-{number}",
                    Outcome = number % 2 == 0 ? CaseOutcome.PartlySolved : null,
                    Until = at.AddDays(30),
                    Limit = TimeLimit.WorkDays(2),
                    Share = number,
                    Evidence = [new(EvidenceKind.PhotoAfter, "photos/1") { Hash = last?.Hash, At = GeoPoint.Gcj02(-0.1, 0.1 + 0.2), Taken = at }],
                },
            },
            last?.Hash ?? default);
    }

    public static async Task AppendAsync(ICaseStore store, IEnumerable<CaseEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
            Must(await store.AppendAsync(entry, ct).ConfigureAwait(false) == AppendResult.Appended, $"entry {entry.Number} of case {entry.Case} is refused at its version");
    }

    public static async Task<List<StoredEntry>> ReadAsync(IAsyncEnumerable<StoredEntry> stored, CancellationToken ct)
    {
        var all = new List<StoredEntry>();
        await foreach (var one in stored.WithCancellation(ct).ConfigureAwait(false))
            all.Add(one);
        return all;
    }

    /// <summary>The same entries in the same order; the personal fields of a report may be kept elsewhere.</summary>
    public static void Same(IEnumerable<CaseEntry> expected, IEnumerable<CaseEntry> actual, string where)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            Must(Plain(left[i]) == Plain(right[i]), $"{where}: in place {i + 1} entry {left[i].Number} of case {left[i].Case} is expected, but it is entry {right[i].Number} of case {right[i].Case}{(left[i].Case == right[i].Case && left[i].Number == right[i].Number ? " with other content" : string.Empty)}");
            Must(left[i].At.Offset == right[i].At.Offset, $"{where}: entry {left[i].Number} of case {left[i].Case} has lost the offset of its time");
        }

        Must(left.Length == right.Length, $"{where}: {left.Length} entries are expected, but there are {right.Length}");
    }

    public static void InPositions(IReadOnlyList<StoredEntry> stored, long first = 1)
    {
        for (var i = 0; i < stored.Count; i++)
            Must(stored[i].Position == first + i, $"position {first + i} is expected, but it is {stored[i].Position}: a gap, a double or another order");
    }

    public static void Must(bool holds, string otherwise)
    {
        if (!holds)
            throw new ExpectationException(otherwise);
    }

    private static CaseEntry Plain(CaseEntry entry) => entry.Report is { } report ? entry with { Report = report with { Contact = null, Description = null } } : entry;
}
