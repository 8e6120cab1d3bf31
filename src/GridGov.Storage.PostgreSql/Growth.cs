namespace GridGov.Storage.PostgreSql;

/// <summary>Wakes whoever waits for more. Thread-safe.</summary>
internal sealed class Growth
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends at the next <see cref="Pulse"/>; take it before looking, and nothing is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
