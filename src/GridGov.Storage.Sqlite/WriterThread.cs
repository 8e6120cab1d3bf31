using System.Threading.Channels;

namespace GridGov.Storage;

/// <summary>
/// The thread that writes: it takes all that waits, writes it in one transaction, and answers everybody once that is
/// flushed (成组提交). After a failure that leaves the disk unknown it writes nothing any more.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    private readonly Channel<Work> _waiting = Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    private readonly Writer _writer;
    private readonly int _most;
    private readonly Action _grown;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CaseStoreException? _stopped;

    public WriterThread(Writer writer, int most, Action grown)
    {
        _writer = writer;
        _most = most;
        _grown = grown;
        _thread = new(Run) { IsBackground = true, Name = "GridGov store writer" };
        _thread.Start();
    }

    /// <summary>Why it writes nothing any more, or null.</summary>
    public CaseStoreException? StoppedBy => _stopped;

    /// <summary>Hands something over; it is answered when its group is flushed.</summary>
    public Task<AppendResult> Hand(Work work)
    {
        if (_stopped is { } cause)
            return Task.FromException<AppendResult>(Failures.Stopped(cause));
        return _waiting.Writer.TryWrite(work) ? work.Answer : Task.FromException<AppendResult>(Failures.Closed());
    }

    /// <summary>Takes nothing more, writes what waits, and ends.</summary>
    public Task CloseAsync()
    {
        _waiting.Writer.TryComplete();
        return _ended.Task;
    }

    public void Dispose() => CloseAsync().GetAwaiter().GetResult();

    private void Run()
    {
        var group = new List<Work>();
        while (WaitForWork())
        {
            group.Clear();
            while (group.Count < _most && _waiting.Reader.TryRead(out var work))
                group.Add(work);
            Write(group);
        }

        _writer.Dispose();
        _ended.SetResult();
    }

    private bool WaitForWork()
    {
        var waiting = _waiting.Reader.WaitToReadAsync();
        return waiting.IsCompletedSuccessfully ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void Write(List<Work> group)
    {
        try
        {
            if (_stopped is { } cause)
                throw Failures.Stopped(cause);
            _writer.WriteGroup(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(group));
        }
        catch (CaseStoreException failure)
        {
            if (_stopped is null && Failures.LeavesDiskUnknown(failure))
                _stopped = failure;
            foreach (var work in group)
                work.Fail(failure);
            return;
        }
        catch (ArgumentException) when (group.Count > 1)
        {
            // One of them cannot be written down at all: the others are not its hostages.
            foreach (var work in group)
                Write([work]);
            return;
        }
        catch (ArgumentException e)
        {
            group[0].Refuse(e);
            return;
        }

        foreach (var work in group)
            work.Succeed();
        _grown();
    }
}
