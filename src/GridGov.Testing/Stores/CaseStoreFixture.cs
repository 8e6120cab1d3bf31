namespace GridGov.Testing;

/// <summary>How the conformance suite gets stores of one kind.</summary>
public abstract class CaseStoreFixture
{
    /// <summary>Makes a store that holds nothing.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public abstract ValueTask<ICaseStore> CreateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Closes a store and opens it again as another process would, or gives null for a store that ends with its process. A
    /// fixture of a durable store that does not override this leaves out what matters most.
    /// </summary>
    /// <param name="store">A store that <see cref="CreateAsync"/> made.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public virtual ValueTask<ICaseStore?> ReopenAsync(ICaseStore store, CancellationToken cancellationToken) => new((ICaseStore?)null);

    /// <summary>A fixture that only makes stores.</summary>
    /// <param name="create">Makes a store that holds nothing.</param>
    public static CaseStoreFixture Of(Func<ICaseStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return new Plain(create);
    }

    private sealed class Plain(Func<ICaseStore> create) : CaseStoreFixture
    {
        public override ValueTask<ICaseStore> CreateAsync(CancellationToken cancellationToken) => new(create());
    }
}
