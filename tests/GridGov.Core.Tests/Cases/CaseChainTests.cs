namespace GridGov.Core.Tests;

public class CaseChainTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>For each property of an entry, and of what it holds, ways to change it.</summary>
    private static readonly (string Property, Func<CaseEntry, CaseEntry> Change)[] Changes =
    [
        ("Case", e => e with { Case = new("C-2") }),
        ("Number", e => e with { Number = e.Number + 1 }),
        ("At", e => e with { At = e.At + Tick }),
        ("At", e => e with { At = e.At - Tick }),
        ("Kind", e => e with { Kind = e.Kind == EntryKind.Urged ? EntryKind.Moved : EntryKind.Urged }),
        ("By", e => e with { By = e.By with { Id = new("other") } }),
        ("By", e => e with { By = e.By with { Body = new("other") } }),
        ("By", e => e with { By = e.By with { Role = Role.Leader } }),
        ("Trigger", e => e with { Trigger = e.Trigger + " " }),
        ("From", e => e with { From = e.From + "'" }),
        ("To", e => e with { To = e.To + "'" }),
        ("To", e => e with { From = e.From + e.To[..1], To = e.To[1..] }),
        ("Ends", e => e with { Ends = !e.Ends }),
        ("Lead", e => e with { Lead = new("other") }),
        ("Handler", e => e with { Handler = new ActorId("other") }),
        ("Handler", e => e with { Handler = e.Handler is null ? default(ActorId) : null }),
        ("StepDue", e => e with { StepDue = e.StepDue is { } due ? due + Tick : e.At }),
        ("StepDue", e => e with { StepDue = e.StepDue is null ? e.At : null }),
        ("CaseDue", e => e with { CaseDue = e.CaseDue + Tick }),
        ("CaseDue", e => e with { CaseDue = null }),
        ("Note", e => e with { Note = e.Note is null ? string.Empty : null }),
        ("Note", e => e with { Note = e.Note + "\ud800" }),
        ("Lifecycle", e => e with { Lifecycle = new("eight-step", 2) }),
        ("Lifecycle", e => e with { Lifecycle = new("other", 1) }),
        ("Lifecycle", e => e with { Lifecycle = e.Lifecycle is null ? default(LifecycleVersion) : null }),
        ("Report", e => e with { Report = e.Report is null ? ChainSamples.Opened.Report : null }),
        ("Report", e => e with { Report = ChainSamples.Opened.Report! with { Id = new("R-2") } }),
        ("Report", e => e with { Report = ChainSamples.Opened.Report! with { At = e.At } }),
        ("Report", e => e with { Report = ChainSamples.Opened.Report! with { Grid = new("G") } }),
        ("Report", e => e with { Report = ChainSamples.Opened.Report! with { Class = new("2") } }),
        ("Report", e => e with { Report = ChainSamples.Opened.Report! with { Channel = "app" } }),
        ("Report", e => e with { Report = ChainSamples.Opened.Report! with { Position = GeoPoint.Wgs84(113.9, 22.5) } }),
        ("Facts", e => e with { Facts = Full(e) with { Key = "k2" } }),
        ("Facts", e => e with { Facts = Full(e) with { Outcome = CaseOutcome.NotOurs } }),
        ("Facts", e => e with { Facts = Full(e) with { Answer = Satisfaction.NotReached } }),
        ("Facts", e => e with { Facts = Full(e) with { Body = new BodyId("other") } }),
        ("Facts", e => e with { Facts = Full(e) with { Person = new ActorId("other") } }),
        ("Facts", e => e with { Facts = Full(e) with { Related = new CaseId("other") } }),
        ("Facts", e => e with { Facts = Full(e) with { Until = e.At } }),
        ("Facts", e => e with { Facts = Full(e) with { Limit = TimeLimit.WorkHours(1) } }),
        ("Facts", e => e with { Facts = Full(e) with { Level = ResponsibilityLevel.City } }),
        ("Facts", e => e with { Facts = Full(e) with { Clock = CaseClock.Case } }),
        ("Facts", e => e with { Facts = Full(e) with { Share = 81 } }),
        ("Facts", e => e with { Facts = Full(e) with { Authority = "other" } }),
        ("Facts", e => e with { Facts = Full(e) with { Evidence = [new(EvidenceKind.Reply, "r2")] } }),
        ("Facts", e => e with { Facts = Full(e) with { Evidence = [new(EvidenceKind.Reply, "r") { Taken = e.At }] } }),
        ("Facts", e => e with { Facts = Full(e) with { Evidence = [new(EvidenceKind.Reply, "r") { Hash = e.Hash }] } }),
        ("Facts", e => e with { Facts = Full(e) with { Evidence = [new(EvidenceKind.Reply, "r") { At = GeoPoint.Wgs84(1, 2) }] } }),
        ("Previous", e => e with { Previous = e.Hash }),
        ("Hash", e => e with { Hash = default }),
        ("Hash", e => e with { Hash = OneBitOff(e.Hash) }),
    ];

    private static CaseFacts Full(CaseEntry entry) => entry.Facts ?? new();

    [Fact]
    public void A_chain_as_it_was_written_holds()
    {
        Assert.Null(CaseChain.Verify(ChainSamples.All));
        Assert.Null(CaseChain.Verify([]));
    }

    [Fact]
    public void A_sealed_entry_is_bound_to_the_one_before()
    {
        Assert.Equal(default, ChainSamples.Opened.Previous);
        Assert.Equal(ChainSamples.Opened.Hash, ChainSamples.Assigned.Previous);
        Assert.NotEqual(ChainSamples.Assigned.Hash, CaseChain.Seal(ChainSamples.Assigned, default).Hash);
    }

    [Fact]
    public void A_change_of_any_field_of_any_entry_is_found_at_that_entry()
    {
        for (var i = 0; i < ChainSamples.All.Length; i++)
        {
            foreach (var (property, change) in Changes)
            {
                var entries = ChainSamples.All;
                entries[i] = change(entries[i]);

                var fault = CaseChain.Verify(entries);

                Assert.True(fault is not null, $"A change of {property} in entry {i + 1} is not found.");
                Assert.Equal(entries[i].Number, fault.Number);
                Assert.Equal(entries[i].Case, fault.Case);
            }
        }
    }

    [Fact]
    public void The_changes_above_cover_every_property_of_an_entry_and_of_a_report()
    {
        Assert.Equal(
            typeof(CaseEntry).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal),
            Changes.Select(c => c.Property).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["At", "Channel", "Class", "Contact", "Description", "Grid", "Id", "Position"],
            typeof(Report).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_that_was_changed_and_sealed_again_is_found_at_the_next()
    {
        var entries = ChainSamples.All;
        entries[1] = CaseChain.Seal(entries[1] with { Note = "forged" }, entries[0].Hash);

        Assert.Equal(3, CaseChain.Verify(entries)?.Number);
    }

    [Fact]
    public void A_text_that_only_its_replacement_character_makes_equal_is_another_text()
    {
        var entry = CaseChain.Seal(ChainSamples.Opened with { Note = "\ufffd" }, default);

        Assert.Null(CaseChain.Verify([entry]));
        Assert.NotNull(CaseChain.Verify([entry with { Note = "\ud800" }]));
        Assert.ThrowsAny<ArgumentException>(() => CaseChain.Seal(entry with { Note = "\ud800" }, default));
    }

    [Theory]
    [InlineData(new[] { 0, 1, 3 }, 4)]
    [InlineData(new[] { 0, 2, 1, 3 }, 3)]
    [InlineData(new[] { 0, 1, 1, 2, 3 }, 2)]
    [InlineData(new[] { 0, 1, 2, 3, 3 }, 4)]
    [InlineData(new[] { 1, 2, 3 }, 2)]
    [InlineData(new[] { 3 }, 4)]
    [InlineData(new[] { 3, 2, 1, 0 }, 4)]
    public void A_dropped_swapped_or_doubled_entry_is_found_where_the_order_breaks(int[] order, int number) =>
        Assert.Equal(number, CaseChain.Verify(order.Select(i => ChainSamples.All[i]))?.Number);

    [Fact]
    public void A_dropped_head_is_found_also_when_the_rest_is_numbered_anew()
    {
        var entries = ChainSamples.All.Skip(1).Select((e, i) => e with { Number = i + 1 });
        Assert.Equal(1, CaseChain.Verify(entries)?.Number);
    }

    [Fact]
    public void An_entry_of_another_case_is_found()
    {
        var other = CaseChain.Seal(ChainSamples.Assigned with { Case = new("C-2") }, ChainSamples.Opened.Hash);
        var fault = CaseChain.Verify([ChainSamples.Opened, other]);

        Assert.Equal("case C-2, entry 2: it stands among the entries of case C-1", fault?.ToString());
    }

    [Fact]
    public void An_entry_that_is_older_than_the_one_before_is_found()
    {
        var entry = CaseChain.Seal(ChainSamples.Assigned with { At = ChainSamples.Opened.At - Tick }, ChainSamples.Opened.Hash);
        Assert.Contains("older", CaseChain.VerifyNext(ChainSamples.Opened, entry)?.Reason, StringComparison.Ordinal);
        Assert.Null(CaseChain.VerifyNext(ChainSamples.Opened, CaseChain.Seal(entry with { At = ChainSamples.Opened.At }, ChainSamples.Opened.Hash)));
    }

    [Fact]
    public void The_same_instant_on_other_clocks_is_the_same_entry() =>
        Assert.Null(CaseChain.Verify(ChainSamples.All.Select(e => e with { At = e.At.ToUniversalTime(), CaseDue = e.CaseDue?.ToUniversalTime() })));

    [Fact]
    public void A_hash_does_not_follow_the_culture() => Cultures.InEach(_ =>
        Assert.Equal(ChainSamples.Assigned.Hash, CaseChain.Seal(ChainSamples.Assigned, ChainSamples.Opened.Hash).Hash));

    private static Hash256 OneBitOff(Hash256 hash)
    {
        var bytes = new byte[Hash256.Size];
        hash.CopyTo(bytes);
        bytes[31] ^= 1;
        return new(bytes);
    }
}
