using System.Globalization;
using System.Text;
using System.Text.Json;
using GridGov;

namespace CityDay.Output;

/// <summary>What checking a log file found.</summary>
/// <param name="Entries">Entries read before the fault, or all.</param>
/// <param name="Cases">Cases among them.</param>
/// <param name="Fault">The first bad line or checkpoint, or null.</param>
internal sealed record LogCheckResult(int Entries, int Cases, string? Fault)
{
    /// <summary>Checkpoints that hold.</summary>
    public int Checkpoints { get; init; }

    /// <summary>Entries that no checkpoint covers yet.</summary>
    public int Uncovered { get; init; }
}

/// <summary>The checkpoints to hold a log to, and the key that is trusted.</summary>
internal sealed record LogSeals(string Checkpoints, string KeyPem);

/// <summary>Reads a <c>log.jsonl</c> back and checks the chain of every case, and the checkpoints over all.</summary>
internal static class LogCheck
{
    public static LogCheckResult Run(string path, CancellationToken ct) => Run(path, null, ct);

    public static LogCheckResult Run(string path, LogSeals? seals, CancellationToken ct)
    {
        var lines = new Lines(path);
        using var signatures = seals is null ? null : EcdsaCheckpointVerifier.FromPem(seals.KeyPem);
        ValueList<Checkpoint> checkpoints;
        try
        {
            checkpoints = seals is null ? [] : ReadCheckpoints(seals.Checkpoints);
        }
        catch (JsonException e)
        {
            return new(0, 0, e.Message);
        }

        var found = new LogVerifier { Checkpoints = checkpoints, Signatures = signatures }.Verify(lines.Entries(), ct);
        var fault = lines.Fault ?? found.Fault switch
        {
            null => null,
            { Case: { } id, Number: { } number } f => $"line {f.Position}: {new ChainFault(id, number, f.Reason)}",
            { Position: > 0 } f when found.Entries > 0 => $"line {f.Position}: checkpoint {f.Checkpoint}: {f.Reason}",
            { } f => $"checkpoint {f.Checkpoint}: {f.Reason}",
        };
        return new((int)found.Entries, found.Cases, fault) { Checkpoints = found.Checkpoints, Uncovered = (int)(found.Entries - found.VouchedUpTo) };
    }

    private static ValueList<Checkpoint> ReadCheckpoints(string path)
    {
        var checkpoints = new List<Checkpoint>();
        foreach (var text in File.ReadLines(path))
        {
            try
            {
                checkpoints.Add(CheckpointJson.Read(Encoding.UTF8.GetBytes(text)));
            }
            catch (JsonException e)
            {
                throw new JsonException($"{Path.GetFileName(path)}, line {checkpoints.Count + 1}: not a checkpoint: {Reason(e)}");
            }
        }

        return ValueList.From(checkpoints);
    }

    // The parser's own position counts from the line's first byte; the line is named already.
    private static string Reason(JsonException e)
    {
        var position = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? e.Message : string.Create(CultureInfo.InvariantCulture, $"{e.Message[..position]} (byte {e.BytePositionInLine + 1})");
    }

    /// <summary>The entries of a file up to the first line that is none.</summary>
    private sealed class Lines(string path)
    {
        public string? Fault { get; private set; }

        public IEnumerable<CaseEntry> Entries()
        {
            var line = 0;
            foreach (var text in File.ReadLines(path))
            {
                line++;
                if (Read(text, line) is not { } entry)
                    yield break;
                yield return entry;
            }
        }

        private CaseEntry? Read(string text, int line)
        {
            try
            {
                return CaseEntryJson.Read(Encoding.UTF8.GetBytes(text));
            }
            catch (JsonException e)
            {
                Fault = $"line {line}: not an entry of a log: {Reason(e)}";
                return null;
            }
        }
    }
}
