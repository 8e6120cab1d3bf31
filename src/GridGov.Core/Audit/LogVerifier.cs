namespace GridGov;

/// <summary>
/// Checks a log of any number of cases in one pass (日志核验): the chain of every case, the order of positions, and the
/// checkpoints. It keeps the head of each case and no entry. Immutable and thread-safe.
/// </summary>
public sealed class LogVerifier
{
    private const int BatchSize = 512;

    /// <summary>How many batches of entries are hashed at a time, from 1. The fault named is the first by position, whatever it is.</summary>
    public int Parallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 1;

    /// <summary>The checkpoints to hold the log to, in order; they come from where whoever can write to the store cannot write.</summary>
    public ValueList<Checkpoint> Checkpoints { get; init; }

    /// <summary>Knows the keys that are trusted; needed where there are checkpoints.</summary>
    public ICheckpointVerifier? Signatures { get; init; }

    /// <summary>Told the number of entries checked, now and then and at the end.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Checks a log from its first position.</summary>
    /// <param name="entries">Its entries; those of different cases may lie between one another.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="InvalidOperationException">There are checkpoints and no <see cref="Signatures"/>.</exception>
    public async ValueTask<LogVerification> VerifyAsync(IAsyncEnumerable<StoredEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var pass = new LogPass(this);
        if (pass.Fault is not null)
            return pass.End();
        // Twice as many as are hashed, so that whoever hashes finds the next one ready.
        var depth = Parallelism == 1 ? 1 : 2 * Parallelism;
        var flight = new Queue<LogBatch>();
        var spare = new Stack<LogBatch>();
        try
        {
            var batch = new LogBatch(BatchSize);
            await foreach (var stored in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (!batch.Add(stored))
                    continue;
                batch.Begin(apart: Parallelism > 1);
                flight.Enqueue(batch);
                if (flight.Count >= depth && !await LandAsync(flight, spare, pass).ConfigureAwait(false))
                    return pass.End();
                cancellationToken.ThrowIfCancellationRequested();
                batch = spare.TryPop(out var free) ? free : new(BatchSize);
            }

            batch.Begin(apart: false);
            flight.Enqueue(batch);
            while (flight.Count > 0)
            {
                if (!await LandAsync(flight, spare, pass).ConfigureAwait(false))
                    return pass.End();
            }

            pass.CheckEnd();
            return pass.End();
        }
        finally
        {
            // Nobody hashes on after the answer was given.
            foreach (var batch in flight.Concat(spare))
                await batch.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Checks a log whose entries stand in their order: the first is at position 1.</summary>
    /// <param name="entries">Its entries; those of different cases may lie between one another.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="InvalidOperationException">There are checkpoints and no <see cref="Signatures"/>.</exception>
    public LogVerification Verify(IEnumerable<CaseEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var pass = new LogPass(this);
        if (pass.Fault is not null)
            return pass.End();
        var position = 0L;
        Span<StoredEntry> one = new StoredEntry[1];
        Span<bool> matches = stackalloc bool[1];
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            one[0] = new(++position, entry);
            EntryHasher.Match(one, matches);
            if (!pass.Check(one, matches))
                return pass.End();
        }

        pass.CheckEnd();
        return pass.End();
    }

    private static async ValueTask<bool> LandAsync(Queue<LogBatch> flight, Stack<LogBatch> spare, LogPass pass)
    {
        var batch = flight.Peek();
        await batch.Hashed.ConfigureAwait(false);
        if (!pass.Check(batch.Entries, batch.Matches))
            return false;
        flight.Dequeue();
        batch.Clear();
        spare.Push(batch);
        return true;
    }
}
