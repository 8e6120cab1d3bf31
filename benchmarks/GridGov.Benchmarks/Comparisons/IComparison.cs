namespace GridGov.Benchmarks;

/// <summary>
/// One piece of work done in two ways. Both sides do the same n operations in the same order and return the same
/// checksum of their answers; both carry on where they stopped, so they are always called in pairs with the same n.
/// </summary>
internal interface IComparison
{
    /// <summary>The stable name, its area first.</summary>
    string Id { get; }

    /// <summary>One of <see cref="Areas"/>.</summary>
    string Area { get; }

    /// <summary>What is measured on both sides.</summary>
    string What { get; }

    /// <summary>What the library is held against.</summary>
    string Peer { get; }

    /// <summary>What the times are given in: nanoseconds for one operation.</summary>
    string Unit { get; }

    /// <summary>
    /// Whether one operation is long enough to be timed by itself. Then it is done once a call, and the sides are timed
    /// in turn without a search for the number of operations.
    /// </summary>
    bool IsWhole => false;

    /// <summary>How many times the library does the work while the peer does it once; only where <see cref="IsWhole"/>.</summary>
    int OursToTheirs => 1;

    /// <summary>Makes the data of both sides; not timed.</summary>
    void Setup();

    /// <summary>Brings the library's side to where a timing begins, before each; not timed.</summary>
    void Ready()
    {
    }

    /// <summary>Does n operations with the library.</summary>
    long Ours(int n);

    /// <summary>Does the same n operations with the peer.</summary>
    long Theirs(int n);
}
