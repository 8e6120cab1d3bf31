using GridGov;

namespace CityDay.Results;

/// <summary>Everything counted from the log alone, so that it can be held against what the run counted.</summary>
internal sealed class LogTally
{
    private readonly Dictionary<CaseId, CaseFate> _fates = [];
    private readonly Dictionary<(string From, string Trigger, string To), int> _arrows = [];

    private LogTally()
    {
    }

    public int Entries { get; private set; }

    public int Opened => _fates.Count;

    public int Archived { get; private set; }

    /// <summary>The first entry that is not what was written; null: the chain of every case holds.</summary>
    public ChainFault? Fault { get; private set; }

    public IReadOnlyDictionary<CaseId, CaseFate> Fates => _fates;

    public IReadOnlyDictionary<(string From, string Trigger, string To), int> Arrows => _arrows;

    public static async Task<LogTally> ReadAsync(IAsyncEnumerable<CaseEntry> log)
    {
        var tally = new LogTally();
        await foreach (var entry in log)
            tally.Add(entry);
        return tally;
    }

    private void Add(CaseEntry entry)
    {
        Entries++;
        _fates.TryGetValue(entry.Case, out var fate);
        Fault ??= CaseChain.VerifyNext(fate?.Last, entry);
        if (fate is null)
            _fates.Add(entry.Case, new(entry));
        else
            fate.Follow(entry);
        if (entry.Ends)
            Archived++;
        if (entry.From.Length > 0)
        {
            var arrow = (entry.From, entry.Trigger, entry.To);
            _arrows[arrow] = _arrows.GetValueOrDefault(arrow) + 1;
        }
    }
}
