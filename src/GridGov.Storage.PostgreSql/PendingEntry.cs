using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GridGov.Storage.PostgreSql;

/// <summary>An entry in line, in the bytes that are stored, and whoever waits for it.</summary>
internal sealed class PendingEntry
{
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PendingEntry(CaseEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        CaseEntryBinary.Write(entry, bytes);
        Data = bytes.WrittenSpan.ToArray();
        Case = entry.Case;
        Number = entry.Number;

        // A key may be of any length, and an index entry may not.
        Key = entry.Facts?.Key is { } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;
    }

    public CaseId Case { get; }

    public int Number { get; }

    public byte[]? Key { get; }

    public byte[] Data { get; }

    public Task<AppendResult> Answer => _answer.Task;

    public void Tell(AppendResult result) => _answer.TrySetResult(result);

    public void Fail(Exception e) => _answer.TrySetException(e);
}
