namespace GridGov;

/// <summary>Why a store could not do what it was asked. A program may switch on it; which store it is does not matter.</summary>
public enum StoreFailure
{
    /// <summary>The store was closed, or is being closed.</summary>
    Closed = 1,

    /// <summary>It can be read only: a file without the right to write, a server in recovery.</summary>
    ReadOnly = 2,

    /// <summary>Somebody else held it for longer than one waits. It may be tried again.</summary>
    Busy = 3,

    /// <summary>There is no room left. It may be tried again when there is.</summary>
    Full = 4,

    /// <summary>Reading or writing failed below the store: a disk, a connection.</summary>
    Io = 5,

    /// <summary>What is stored is damaged. What is intact can still be read.</summary>
    Damaged = 6,

    /// <summary>
    /// A flush failed before, so nobody knows what the disk holds: the writer has stopped. Close the store, look after the
    /// disk, open it again.
    /// </summary>
    Stopped = 7,

    /// <summary>It is not there, or cannot be opened or reached.</summary>
    Unreachable = 8,

    /// <summary>It was written by a later version of the library, or by another program.</summary>
    UnknownFormat = 9,

    /// <summary>It was refused for want of a right.</summary>
    Denied = 10,
}

/// <summary>
/// A store failed. It says what is known about what was to be stored: when <see cref="MayBeStored"/> is true, send the same
/// command again with its key (<see cref="CaseFacts.Key"/>), or read the case; never guess. Holds no data of any case.
/// </summary>
public sealed class CaseStoreException : IOException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="mayBeStored">Whether what was to be stored may be stored all the same.</param>
    /// <param name="message">What happened, and on a line of its own what to do.</param>
    /// <param name="innerException">What the driver said.</param>
    public CaseStoreException(StoreFailure failure, bool mayBeStored, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        MayBeStored = mayBeStored;
    }

    /// <summary>Why.</summary>
    public StoreFailure Failure { get; }

    /// <summary>Whether what was to be stored may be stored all the same; false when it is certain that it is not.</summary>
    public bool MayBeStored { get; }
}
