namespace GridGov.Workflows;

/// <content>What other desks on the same store do: read from the log, in its order.</content>
public sealed partial class CaseDesk
{
    // What a desk that never ticks remembers of the cases that ended at it, before it reads on by itself.
    private const int MostEnded = 4096;

    private readonly Lock _learning = new();

    // The position up to which entries of the store are known here.
    private long _learnedTo;

    /// <summary>
    /// Keeps up with what other desks on the same store have done: opens, moves and ends what they did here too, with clocks
    /// and workloads. <see cref="TickAsync"/> begins with it, and the host's clock service follows the store all the time;
    /// whoever does neither calls it before asking <see cref="NextDue"/>.
    /// </summary>
    /// <remarks>
    /// Entries of this desk are read too, and change nothing. Where two desks tick, both try what is due, and one of them finds
    /// it done.
    /// </remarks>
    /// <param name="cancellationToken">Cancels between entries; the next call goes on from there.</param>
    /// <returns>How many entries were read.</returns>
    public async ValueTask<int> LearnAsync(CancellationToken cancellationToken = default)
    {
        var read = 0;
        await foreach (var stored in _store.ReadFromAsync(LearnedTo, cancellationToken).ConfigureAwait(false))
        {
            Learn(stored);
            read++;
        }

        return read;
    }

    /// <summary>Learns of every entry as it is stored, until it is cancelled.</summary>
    internal async Task KeepLearningAsync(CancellationToken cancellationToken)
    {
        await foreach (var stored in _store.FollowAsync(LearnedTo, cancellationToken).ConfigureAwait(false))
            Learn(stored);
    }

    private long LearnedTo
    {
        get
        {
            lock (_learning)
                return _learnedTo;
        }
    }

    // Two readers may be on their way at once: each position counts once, and none is passed over.
    private void Learn(in StoredEntry stored)
    {
        lock (_learning)
        {
            if (stored.Position != _learnedTo + 1)
                return;
            _book.Learn(stored.Entry);
            _learnedTo = stored.Position;
        }
    }

    private async ValueTask LearnAsync(Tick tick, CancellationToken cancellationToken)
    {
        try
        {
            await LearnAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            tick.FailedLearning(e);
        }
    }

    // A command that was stored is done, whatever becomes of this; the next one tries again.
    private async ValueTask ReadOnAsync(CancellationToken cancellationToken)
    {
        if (_book.EndedCount < MostEnded)
            return;
        try
        {
            await LearnAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A store that is away; nothing is lost but memory.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
