namespace GridGov.Storage;

/// <summary>Something to be written, and who waits for it. Answered once its group is flushed, and not before.</summary>
internal abstract class Work
{
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppendResult _result;

    public Task<AppendResult> Answer => _answer.Task;

    /// <summary>Does it inside the transaction of its group.</summary>
    public void Do(Writer writer) => _result = DoIn(writer);

    public void Succeed() => _answer.TrySetResult(_result);

    public void Fail(CaseStoreException failure) => _answer.TrySetException(failure);

    /// <summary>It cannot be written down, whoever tries.</summary>
    public void Refuse(ArgumentException mistake) => _answer.TrySetException(mistake);

    protected abstract AppendResult DoIn(Writer writer);
}

internal sealed class EntryWork(CaseEntry entry) : Work
{
    protected override AppendResult DoIn(Writer writer) => writer.Append(entry);
}

internal sealed class CheckpointWork(Checkpoint checkpoint) : Work
{
    protected override AppendResult DoIn(Writer writer) => writer.Append(checkpoint);
}

internal sealed class SnapshotWork(StoreSnapshot? snapshot) : Work
{
    protected override AppendResult DoIn(Writer writer)
    {
        if (snapshot is null)
            writer.DropSnapshots();
        else
            writer.Save(snapshot);
        return AppendResult.Appended;
    }
}

internal sealed class LimitWork(int pages) : Work
{
    protected override AppendResult DoIn(Writer writer)
    {
        writer.LimitPages(pages);
        return AppendResult.Appended;
    }
}
