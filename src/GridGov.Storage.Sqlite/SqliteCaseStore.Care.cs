using static System.FormattableString;

namespace GridGov.Storage;

/// <content>Copies, and looking for damage.</content>
public sealed partial class SqliteCaseStore
{
    /// <summary>
    /// Copies the store while it is used (在线备份): all that was acknowledged before the call, as one whole file that can be
    /// opened as a store. The copy takes its name only when it is complete.
    /// </summary>
    /// <param name="path">Where; nothing may be there.</param>
    /// <param name="cancellationToken">Cancels it before it begins.</param>
    /// <exception cref="CaseStoreException">It could not be written; nothing is there then.</exception>
    /// <exception cref="ArgumentException">Something is there already.</exception>
    public Task BackUpAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (File.Exists(path))
            throw new ArgumentException($"There is a file at {path} already; a backup overwrites nothing.", nameof(path));
        return Task.Run(() => BackUp(path), cancellationToken);
    }

    /// <summary>
    /// Looks at the whole store: the structure of the file, every row, and the chain of every case. What is damaged is told
    /// with its extent; it changes nothing and can be done while the store is used.
    /// </summary>
    /// <param name="verifier">
    /// How the chain is checked: with checkpoints that were kept elsewhere, and the keys that are trusted; null for the chain
    /// alone.
    /// </param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<StoreExamination> ExamineAsync(LogVerifier? verifier = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Use(r => StoreExaminer.Examine(r.Connection, verifier, cancellationToken)), cancellationToken);

    /// <summary>For tests: how large the file may become, in pages.</summary>
    internal void LimitPages(int most) => HandAsync(new LimitWork(most), default).AsTask().GetAwaiter().GetResult();

    private void BackUp(string path)
    {
        var unfinished = path + ".unfinished";
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))))
            throw new CaseStoreException(StoreFailure.Unreachable, mayBeStored: false, "The folder of the backup is not there.\nMake it first.");
        try
        {
            File.Delete(unfinished);
            using (var connection = Connection.Open(_options, forWriting: false))
                connection.BackUp(unfinished);
            using (var file = File.Open(unfinished, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            File.Move(unfinished, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            throw e as CaseStoreException ?? new CaseStoreException(StoreFailure.Io, mayBeStored: false, Invariant($"The backup could not be written: {e.Message}\nLook at the folder and its room."), e);
        }
    }
}
