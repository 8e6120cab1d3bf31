namespace GridGov.Testing;

/// <summary>One thing that every case store has to do. Immutable and thread-safe; each run makes a store of its own.</summary>
public sealed class CaseStoreCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Func<CaseStoreFixture, CancellationToken, Task> _run;

    internal CaseStoreCheck(string name, Func<CaseStoreFixture, CancellationToken, Task> run) => (Name, _run) = (name, run);

    /// <summary>What has to hold, as a sentence; stable, so that a test can be named by it.</summary>
    public string Name { get; }

    /// <summary>Runs it.</summary>
    /// <param name="fixture">Makes the store.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ExpectationException">The store does not do it, or lets somebody wait for more than half a minute.</exception>
    public async Task RunAsync(CaseStoreFixture fixture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await _run(fixture, patience.Token).WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ExpectationException && !cancellationToken.IsCancellationRequested)
        {
            throw new ExpectationException($"{Name}: {(e is TimeoutException ? "the store lets somebody wait in vain" : e.Message)}", e);
        }
        finally
        {
            await patience.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
