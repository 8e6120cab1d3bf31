using System.Globalization;
using System.Text;
using System.Text.Json;
using GridGov;

namespace CityDay.Output;

/// <summary>What checking a log file found.</summary>
/// <param name="Entries">Entries read before the fault, or all.</param>
/// <param name="Cases">Cases among them.</param>
/// <param name="Fault">The first bad line, or null.</param>
internal sealed record LogCheckResult(int Entries, int Cases, string? Fault);

/// <summary>Reads a <c>log.jsonl</c> back and checks the chain of every case.</summary>
internal static class LogCheck
{
    public static LogCheckResult Run(string path, CancellationToken ct)
    {
        var last = new Dictionary<CaseId, CaseEntry>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            ct.ThrowIfCancellationRequested();
            line++;
            CaseEntry entry;
            try
            {
                entry = CaseEntryJson.Read(Encoding.UTF8.GetBytes(text));
            }
            catch (JsonException e)
            {
                return new(line - 1, last.Count, $"line {line}: not an entry of a log: {Reason(e)}");
            }

            if (CaseChain.VerifyNext(last.GetValueOrDefault(entry.Case), entry) is { } fault)
                return new(line - 1, last.Count, $"line {line}: {fault}");
            last[entry.Case] = entry;
        }

        return new(line, last.Count, null);
    }

    // The parser's own position counts from the line's first byte; the line is named already.
    private static string Reason(JsonException e)
    {
        var position = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return position < 0 ? e.Message : string.Create(CultureInfo.InvariantCulture, $"{e.Message[..position]} (byte {e.BytePositionInLine + 1})");
    }
}
