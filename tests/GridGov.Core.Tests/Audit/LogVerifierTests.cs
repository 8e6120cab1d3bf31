using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Whatever is done to a log, it is found, and the first bad entry or the checkpoint that tells is named.</summary>
public class LogVerifierTests
{
    private static readonly Gen<(CaseEntry[] Log, int At, int Other)> Case = Gen.Select(
        EntryGen.Log, Gen.Int[0, 999], Gen.Int[0, 999], (log, at, other) => (log, at % log.Length, other % log.Length));

    [Fact]
    public Task A_log_as_it_was_written_holds() => Case.SampleAsync(
        async t =>
        {
            var whole = await VerifyAsync(t.Log, await Keys.OverAsync(t.Log, [0, t.At, t.Log.Length]));
            Assert.Null(whole.Fault);
            Assert.Equal((t.Log.Length, 3, t.Log.Length), (whole.Entries, whole.Checkpoints, whole.VouchedUpTo));
            Assert.Equal(t.Log.Select(e => e.Case).Distinct().Count(), whole.Cases);
        },
        iter: 60);

    [Fact]
    public Task A_changed_entry_is_named() => Case.SampleAsync(
        async t =>
        {
            CaseEntry[] log = [.. t.Log];
            log[t.At] = log[t.At] with { Note = log[t.At].Note + "!" };
            await IsNamedAsync(log, t.At);
        },
        iter: 60);

    [Fact]
    public Task Of_a_dropped_entry_the_next_of_its_case_is_named_or_else_the_checkpoint() => Case.SampleAsync(
        async t =>
        {
            CaseEntry[] log = [.. t.Log[..t.At], .. t.Log[(t.At + 1)..]];
            var next = Array.FindIndex(log, t.At, e => e.Case == t.Log[t.At].Case);
            if (next >= 0)
                await IsNamedAsync(log, next);
            else
                await IsFoundByCheckpointAsync(t.Log, log, [t.Log.Length], 1);
        },
        iter: 60);

    [Fact]
    public Task An_entry_that_is_missing_from_the_positions_of_a_store_is_found_without_a_checkpoint() => Case.SampleAsync(
        async t =>
        {
            if (t.Log.Length < 2)
                return;
            var at = Math.Min(t.At, t.Log.Length - 2);
            var stored = t.Log.Select((e, i) => new StoredEntry(i + 1, e)).Where((_, i) => i != at);
            var fault = (await new LogVerifier().VerifyAsync(stored.ToAsyncEnumerable(), TestContext.Current.CancellationToken)).Fault;
            Assert.Equal(at + 2, fault?.Position);
        },
        iter: 60);

    [Fact]
    public Task A_doubled_entry_is_named_where_it_stands_again() => Case.SampleAsync(
        async t => await IsNamedAsync([.. t.Log[..(t.At + 1)], t.Log[t.At], .. t.Log[(t.At + 1)..]], t.At + 1),
        iter: 60);

    [Fact]
    public Task Of_two_entries_of_a_case_that_were_swapped_the_first_is_named() => Case.SampleAsync(
        async t =>
        {
            var other = Array.FindIndex(t.Log, t.At + 1, e => e.Case == t.Log[t.At].Case);
            if (other < 0)
                return;
            CaseEntry[] log = [.. t.Log];
            (log[t.At], log[other]) = (log[other], log[t.At]);
            await IsNamedAsync(log, t.At);
        },
        iter: 60);

    [Fact]
    public Task An_inserted_entry_is_named_or_the_one_that_it_displaces() => Case.SampleAsync(
        async t =>
        {
            var before = t.Log[t.At];
            var inserted = CaseChain.Seal(before with { Number = before.Number + 1, Kind = EntryKind.Noted, Report = null, Lifecycle = null, From = before.To }, before.Hash);
            CaseEntry[] log = [.. t.Log[..(t.At + 1)], inserted, .. t.Log[(t.At + 1)..]];
            var next = Array.FindIndex(log, t.At + 2, e => e.Case == before.Case);
            if (next >= 0)
            {
                await IsNamedAsync(log, next);
            }
            else if (t.At < t.Log.Length - 1)
            {
                await IsFoundByCheckpointAsync(t.Log, log, [t.Log.Length], 1);
            }
            else
            {
                // After all that was signed: whoever may append may append, and nobody vouches for it yet.
                var appended = await VerifyAsync(log, await Keys.OverAsync(t.Log, [t.Log.Length]));
                Assert.Equal((true, log.Length - 1), (appended.IsSound, appended.VouchedUpTo));
            }
        },
        iter: 60);

    [Fact]
    public Task An_end_that_was_cut_off_is_found_by_the_checkpoint_over_it() => Case.SampleAsync(
        async t =>
        {
            var found = await IsFoundByCheckpointAsync(t.Log, t.Log[..t.At], [t.At, t.Log.Length], 2);
            Assert.Equal(t.At, found.Position);
        },
        iter: 60);

    [Fact]
    public Task A_case_that_was_written_and_sealed_anew_is_found_by_the_first_checkpoint_over_it() => Case.SampleAsync(
        async t =>
        {
            CaseEntry[] log = [.. t.Log];
            Hash256? previous = null;
            for (var i = t.At; i < log.Length; i++)
            {
                if (log[i].Case == t.Log[t.At].Case)
                    previous = (log[i] = CaseChain.Seal(log[i] with { Note = "forged" }, previous ?? log[i].Previous)).Hash;
            }

            Assert.Null((await VerifyAsync(log, [])).Fault);
            await IsFoundByCheckpointAsync(t.Log, log, [t.At, t.At + 1, t.Log.Length], 2);
        },
        iter: 60);

    [Fact]
    public Task A_case_that_was_taken_away_is_found_by_the_first_checkpoint_over_it() => Case.SampleAsync(
        async t =>
        {
            CaseEntry[] log = [.. t.Log.Where(e => e.Case != t.Log[t.At].Case)];
            Assert.Null((await VerifyAsync(log, [])).Fault);
            var first = Array.FindIndex(t.Log, e => e.Case == t.Log[t.At].Case);
            await IsFoundByCheckpointAsync(t.Log, log, [first, t.Log.Length], 2);
        },
        iter: 60);

    [Fact]
    public Task Entries_of_two_cases_that_changed_places_are_found_when_a_checkpoint_lies_between() => Case.SampleAsync(
        async t =>
        {
            // Both chains hold; only a checkpoint knows which of the two was first.
            var at = Enumerable.Range(0, t.Log.Length - 1).Select(i => (t.At + i) % (t.Log.Length - 1)).FirstOrDefault(
                i => t.Log[i].Case != t.Log[i + 1].Case, -1);
            if (at < 0)
                return;
            CaseEntry[] log = [.. t.Log];
            (log[at], log[at + 1]) = (log[at + 1], log[at]);
            await IsFoundByCheckpointAsync(t.Log, log, [at + 1], 1);
        },
        iter: 60);

    [Fact]
    public async Task A_forged_checkpoint_is_named_before_any_entry_is_read()
    {
        using var trusted = Keys.Trusted;
        var forged = await Keys.OverAsync(ChainSamples.All, [2, 4], Keys.Forger);
        var found = await VerifyAsync(ChainSamples.All, forged);
        Assert.Equal((1, 0L), (found.Fault?.Checkpoint, found.Entries));
        Assert.Contains("signature", found.Fault?.Reason, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new LogVerifier { Checkpoints = ValueList.From(forged) }.VerifyAsync(Stored(ChainSamples.All), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_a_long_log_the_first_of_several_bad_entries_is_named_however_many_batches_are_hashed_at_once()
    {
        var log = Long(4_000);
        await Gen.Select(Gen.Int[0, log.Length - 1].Array[1, 4], Gen.Int[1, 5]).SampleAsync(
            async (places, parallelism) =>
            {
                CaseEntry[] changed = [.. log];
                foreach (var place in places)
                    changed[place] = changed[place] with { Trigger = "forged" };
                var found = await new LogVerifier { Parallelism = parallelism }.VerifyAsync(Stored(changed), TestContext.Current.CancellationToken);
                Assert.Equal((places.Min() + 1, places.Min()), (found.Fault!.Position, found.Entries));
                Assert.Equal(changed[places.Min()].Case, found.Fault.Case);
            },
            iter: 40);
    }

    [Fact]
    public async Task It_tells_how_far_it_is_and_stops_when_cancelled()
    {
        var log = Long(40_000);
        var told = new Told();
        var all = await new LogVerifier { Parallelism = 2, Progress = told }.VerifyAsync(Stored(log), TestContext.Current.CancellationToken);
        Assert.True(all.IsSound);
        Assert.Equal([16_384, 32_768, 40_000], told.Values);

        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new LogVerifier { Parallelism = 2 }.VerifyAsync(
            Stored(log).Select((s, i) =>
            {
                if (i == 5_000)
                    source.Cancel();
                return s;
            }),
            source.Token));
        Assert.Throws<OperationCanceledException>(() => new LogVerifier().Verify(log, source.Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogVerifier { Parallelism = 0 });
    }

    [Fact]
    public async Task A_fault_says_where_and_why_on_one_line()
    {
        var found = await VerifyAsync([ChainSamples.Opened, ChainSamples.Assigned with { Note = "x" }], []);
        Assert.Equal("position 2, case C-1, entry 2: its content does not match its hash", found.Fault?.ToString());
        var cut = await VerifyAsync(ChainSamples.All[..1], await Keys.OverAsync(ChainSamples.All, [1, 3]));
        Assert.Equal("position 1, checkpoint 2: the log ends here, but was signed up to position 3: its end was cut off, or the store rolled back", cut.Fault?.ToString());
    }

    private static CaseEntry[] Long(int count)
    {
        var last = new Dictionary<int, CaseEntry>();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var name = (i * 7) % 500;
            var before = last.GetValueOrDefault(name);
            return last[name] = CaseChain.Seal(
                (before is null ? ChainSamples.Opened : ChainSamples.Assigned) with { Case = new($"C-{name}"), Number = (before?.Number ?? 0) + 1, At = ChainSamples.Opened.At.AddSeconds(i) },
                before?.Hash ?? default);
        })];
    }

    private static async Task IsNamedAsync(CaseEntry[] log, int at)
    {
        var found = await VerifyAsync(log, []);
        Assert.Equal((at + 1, log[at].Case, log[at].Number), (found.Fault!.Position, found.Fault.Case, found.Fault.Number));
        Assert.Equal(at, found.Entries);
        Assert.Null(found.Fault.Checkpoint);
    }

    private static async Task<LogFault> IsFoundByCheckpointAsync(CaseEntry[] original, CaseEntry[] log, int[] positions, int checkpoint)
    {
        var fault = (await VerifyAsync(log, await Keys.OverAsync(original, positions))).Fault;
        Assert.True(fault is not null, "It is not found.");
        if (fault.Checkpoint is { } named)
            Assert.Equal(checkpoint, named);
        return fault;
    }

    // The same answer in one go, in batches side by side, and from a plain sequence.
    private static async Task<LogVerification> VerifyAsync(CaseEntry[] log, Checkpoint[] checkpoints)
    {
        using var trusted = Keys.Trusted;
        var verifier = new LogVerifier { Checkpoints = ValueList.From(checkpoints), Signatures = trusted };
        var found = await verifier.VerifyAsync(Stored(log), TestContext.Current.CancellationToken);
        Assert.Equal(found, verifier.Verify(log, TestContext.Current.CancellationToken));
        var apart = new LogVerifier { Checkpoints = verifier.Checkpoints, Signatures = trusted, Parallelism = 2 };
        Assert.Equal(found, await apart.VerifyAsync(Stored(log), TestContext.Current.CancellationToken));
        return found;
    }

    private static IAsyncEnumerable<StoredEntry> Stored(IEnumerable<CaseEntry> log) => log.Select((e, i) => new StoredEntry(i + 1, e)).ToAsyncEnumerable();

    private sealed class Told : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
