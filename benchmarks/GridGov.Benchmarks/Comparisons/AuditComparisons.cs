using System.Buffers;
using System.Security.Cryptography;
using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>What the audit comparisons share: the entries of many late cases that lie between one another, and their bytes.</summary>
internal abstract class AuditComparison(string id, string what, string peer, string unit) : IComparison
{
    /// <summary>As many cases as fit the caches of no machine.</summary>
    private const int Cases = 4_000;

    public string Id => id;

    public string Area => Areas.Audit;

    public string What => what;

    public string Peer => peer;

    public string Unit => unit;

    /// <summary>The log, in the order in which it was stored.</summary>
    protected StoredEntry[] Log { get; private set; } = [];

    /// <summary>The canonical bytes of each of its entries.</summary>
    protected byte[][] Bytes { get; private set; } = [];

    public virtual void Setup()
    {
        var walk = new LateCase();
        var entries = new List<CaseEntry>();
        var last = new CaseEntry[Cases];
        CaseEntry[] one = [walk.Opening, .. walk.Steps.Select((s, i) => LateCase.Lifecycle.Decide(walk.Before[i], s.Command, s.Context).ToEntry())];
        foreach (var entry in one)
        {
            for (var i = 0; i < Cases; i++)
            {
                last[i] = CaseChain.Seal(
                    entry with { Case = new($"20260302-{i:000000}") }, entry.Number == 1 ? default : last[i].Hash);
                entries.Add(last[i]);
            }
        }

        Log = [.. entries.Select((e, i) => new StoredEntry(i + 1, e))];
        Bytes = [.. entries.Select(e =>
        {
            var bytes = new ArrayBufferWriter<byte>();
            CaseChain.WriteCanonical(e, e.Previous, bytes);
            return bytes.WrittenSpan.ToArray();
        })];
    }

    public abstract long Ours(int n);

    public abstract long Theirs(int n);

    /// <summary>The place of the i-th operation, from the beginning again after the end.</summary>
    protected int At(int i) => i % Log.Length;

    /// <summary>Hashes the bytes of n entries and holds each against the entry's hash.</summary>
    protected long HashAlone(int n)
    {
        long sum = 0;
        Span<byte> hash = stackalloc byte[Hash256.Size];
        for (var i = 0; i < n; i++)
        {
            SHA256.HashData(Bytes[At(i)], hash);
            sum += new Hash256(hash) == Log[At(i)].Entry.Hash ? 1 : 0;
        }

        return sum;
    }

    /// <summary>Checks the first n entries of the log; longer runs check it several times over.</summary>
    protected long Verify(int n, int parallelism)
    {
        long sum = 0;
        for (var left = n; left > 0; left -= Log.Length)
        {
            var found = new LogVerifier { Parallelism = parallelism }.VerifyAsync(First(Math.Min(left, Log.Length))).AsTask().GetAwaiter().GetResult();
            sum += found.IsSound ? found.Entries : throw new InvalidOperationException(found.Fault!.ToString());
        }

        return sum;
    }

#pragma warning disable CS1998 // The entries are in memory; nothing is waited for.
    private async IAsyncEnumerable<StoredEntry> First(int count)
    {
        for (var i = 0; i < count; i++)
            yield return Log[i];
    }
#pragma warning restore CS1998
}

/// <summary>Sealing an entry against hashing its bytes.</summary>
internal sealed class SealAgainstHash() : AuditComparison(
    "audit.seal",
    "an entry gets its hash: canonical bytes written and hashed, the entry copied",
    "SHA256.HashData over the same bytes, ready",
    "ns/entry")
{
    public override long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var entry = Log[At(i)].Entry;
            sum += CaseChain.Seal(entry, entry.Previous).Hash == entry.Hash ? 1 : 0;
        }

        return sum;
    }

    public override long Theirs(int n) => HashAlone(n);
}

/// <summary>Verifying on one core against hashing the bytes.</summary>
internal sealed class VerifyAgainstHash() : AuditComparison(
    "audit.verify",
    "a log of 4,000 interleaved cases checked on one core: order, chains, hashes",
    "SHA256.HashData over the same bytes, ready",
    "ns/entry")
{
    public override long Ours(int n) => Verify(n, parallelism: 1);

    public override long Theirs(int n) => HashAlone(n);
}

/// <summary>Verifying on two cores against one.</summary>
internal sealed class VerifyOnTwoAgainstOne() : AuditComparison(
    "audit.verify.two",
    "the same log checked with two batches hashed at a time",
    "the library's own verifier on one core",
    "ns/entry")
{
    public override long Ours(int n) => Verify(n, parallelism: 2);

    public override long Theirs(int n) => Verify(n, parallelism: 1);
}

/// <summary>What the chain adds to a whole case, against hashing its bytes.</summary>
internal sealed class ChainedWalkAgainstUnchained() : AuditComparison(
    "audit.walk.chained",
    "a late case through seven triggers, decided, sealed, folded and stored in memory",
    "the same without the hash, and SHA256.HashData over the same bytes, ready",
    "ns/case")
{
    private readonly WalkStore _walks = new();

    private byte[][] _bytes = [];

    public override void Setup()
    {
        base.Setup();
        _bytes = _walks.Bytes();
    }

    public override long Ours(int n) => _walks.Walk(n, chained: true);

    public override long Theirs(int n)
    {
        var sum = _walks.Walk(n, chained: false);
        Span<byte> hash = stackalloc byte[Hash256.Size];
        for (var i = 0; i < n; i++)
        {
            foreach (var bytes in _bytes)
                SHA256.HashData(bytes, hash);
        }

        return sum;
    }
}

/// <summary>A whole case without the hash against a machine per case without an audit.</summary>
internal sealed class UnchainedWalkAgainstMachine() : AuditComparison(
    "audit.walk.unchained",
    "a late case through seven triggers, with deadlines, entries in the in-memory store and the folded case, without the hash",
    "one Stateless machine built per case, no deadline and no audit",
    "ns/case")
{
    private readonly WalkStore _walks = new();

    private StatelessCase.Command[] _commands = [];

    public override void Setup() => _commands = StatelessCase.CommandsOf(new());

    public override long Ours(int n) => _walks.Walk(n, chained: false);

    public override long Theirs(int n) => DecideAgainstMachinePerCase.WalkMachines(n, _commands);
}

/// <summary>One changed case under a root over a hundred thousand, against hashing all heads.</summary>
internal sealed class RootAgainstRebuild() : IComparison
{
    private const int Cases = 100_000;

    private readonly CaseHeads _heads = new();
    private readonly CaseId[] _ids = new CaseId[Cases];
    private readonly Numbers _ours = new(7);
    private readonly Numbers _theirs = new(7);
    private readonly CaseHead[] _all = new CaseHead[Cases];

    public string Id => "audit.root";

    public string Area => Areas.Audit;

    public string What => "one case of 100,000 gets a new head, and the root over all is made anew";

    public string Peer => "SHA256.HashData over all heads side by side";

    public string Unit => "ns/root";

    public void Setup()
    {
        for (var i = 0; i < Cases; i++)
        {
            _ids[i] = new($"20260302-{i:000000}");
            _heads.Set(_all[i] = new(_ids[i], 1, HashOf(i)));
        }

        _ = _heads.Root;
    }

    public long Ours(int n)
    {
        for (var i = 0; i < n; i++)
        {
            var at = _ours.Next(Cases);
            _heads.Set(new(_ids[at], 2, HashOf(_ours.Next(int.MaxValue))));
            _ = _heads.Root;
        }

        return n;
    }

    public long Theirs(int n)
    {
        var bytes = new byte[Cases * Hash256.Size];
        Span<byte> root = stackalloc byte[Hash256.Size];
        for (var i = 0; i < n; i++)
        {
            var at = _theirs.Next(Cases);
            _all[at] = new(_ids[at], 2, HashOf(_theirs.Next(int.MaxValue)));
            for (var j = 0; j < Cases; j++)
                _all[j].Hash.CopyTo(bytes.AsSpan(j * Hash256.Size));
            SHA256.HashData(bytes, root);
        }

        return n;
    }

    private static Hash256 HashOf(int value) => new(SHA256.HashData(BitConverter.GetBytes(value)));
}

/// <summary>What a checkpoint over a million cases costs from nothing: time, and by its bytes the memory that the heads take.</summary>
internal sealed class HeadsAgainstDictionary() : IComparison
{
    private const int Cases = 1_000_000;

    private readonly CaseHead[] _all = new CaseHead[Cases];

    public string Id => "audit.heads";

    public string Area => Areas.Audit;

    public string What => "the heads of 1,000,000 cases gathered and their root made";

    public string Peer => "a Dictionary of the heads, then sorted by number and hashed side by side";

    public string Unit => "ns/log";

    public bool IsWhole => true;

    public void Setup()
    {
        for (var i = 0; i < Cases; i++)
            _all[i] = new(new($"20260302-{i * 7_919L % Cases:000000}"), 1, new(SHA256.HashData(BitConverter.GetBytes(i))));
    }

    public void Ready() => GC.Collect();

    public long Ours(int n)
    {
        var heads = new CaseHeads();
        foreach (ref readonly var head in _all.AsSpan())
            heads.Set(head);
        return heads.Root == default ? -1 : heads.Count;
    }

    public long Theirs(int n)
    {
        var heads = new Dictionary<CaseId, CaseHead>();
        foreach (ref readonly var head in _all.AsSpan())
            heads[head.Case] = head;
        var sorted = heads.Values.ToArray();
        Array.Sort(sorted, static (a, b) => a.Case.CompareTo(b.Case));
        var bytes = new byte[sorted.Length * Hash256.Size];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i].Hash.CopyTo(bytes.AsSpan(i * Hash256.Size));
        Span<byte> root = stackalloc byte[Hash256.Size];
        SHA256.HashData(bytes, root);
        return sorted.Length;
    }
}
