using System.Security.Cryptography;
using System.Text;

namespace GridGov.Community;

/// <summary>
/// The urn of one vote (票箱): takes electronic votes and paper batches, each elector once, the first counts; counts at
/// the end. Thread-safe: votes may come from many threads. It keeps nothing on disk: a box is filled again from the
/// sheets that its owner keeps.
/// </summary>
public sealed class BallotBox
{
    internal const ushort Nothing = ushort.MaxValue;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _batches = new(StringComparer.Ordinal);
    private readonly List<RefusedSheet> _refused = [];
    private readonly BallotCounts _counts;
    private readonly bool[] _hasVoted;
    private readonly bool[] _isPresent;
    private Hash256 _roll;
    private int _refusedElectronic;

    /// <summary>Makes an empty box.</summary>
    /// <param name="ballot">The vote.</param>
    public BallotBox(Ballot ballot)
    {
        ArgumentNullException.ThrowIfNull(ballot);
        Ballot = ballot;
        var electors = ballot.Terms.Electorate.Electors.Count;
        _counts = new(ballot, electors);
        _hasVoted = new bool[electors];
        _isPresent = new bool[electors];
    }

    /// <summary>The vote.</summary>
    public Ballot Ballot { get; }

    /// <summary>Notes that an elector came to the meeting, or was reached with the sheet, whether or not a vote follows.</summary>
    /// <param name="elector">The elector.</param>
    /// <returns>Whether the elector may take part at all.</returns>
    public bool MarkPresent(PersonId elector)
    {
        if (!Ballot.Terms.Electorate.TryFind(elector, out var handle))
            return false;
        lock (_gate)
            _isPresent[handle] = true;
        return true;
    }

    /// <summary>Takes an electronic vote.</summary>
    /// <param name="sheet">The vote.</param>
    /// <returns>A receipt, or every reason why it is not counted.</returns>
    public Outcome<VoteReceipt> Cast(BallotSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        lock (_gate)
        {
            var taken = Take(sheet, "electronic");
            if (taken.Refusal is { } refusal)
                _refused.Add(new(null, ++_refusedElectronic, refusal));
            return taken;
        }
    }

    /// <summary>
    /// Takes a batch of paper sheets: refused whole when its heading is not in order, else sheet by sheet.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The receipts and the sheets that are not counted, or why the batch is not taken.</returns>
    public Outcome<PaperBatchResult> Enter(PaperBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_gate)
        {
            if (HeadingOf(batch) is { } refusal)
                return refusal;
            _batches.Add(batch.Id);
            var receipts = new List<VoteReceipt>(batch.Sheets.Count);
            var refused = new List<RefusedSheet>();
            foreach (var (i, sheet) in batch.Sheets.Index())
            {
                var taken = Take(sheet, batch.Id);
                if (taken.TryGetValue(out var receipt))
                    receipts.Add(receipt);
                else
                    refused.Add(new(batch.Id, i + 1, taken.Refusal!));
            }

            _refused.AddRange(refused);
            return new PaperBatchResult(ValueList.From(receipts), ValueList.From(refused));
        }
    }

    /// <summary>Counts all that was taken.</summary>
    /// <param name="at">The moment of counting: not before the vote closes, unless everybody has voted.</param>
    /// <returns>The count, or why it is too early.</returns>
    public Outcome<Tally> Count(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (at < Ballot.Terms.Closes && _counts.Sheets < _hasVoted.Length)
                return TooEarly();
            return _counts.ToTally(_hasVoted, _isPresent, ValueList.From(_refused));
        }
    }

    private Outcome<VoteReceipt> Take(BallotSheet sheet, string channel)
    {
        var isEntitled = Ballot.Terms.Electorate.TryFind(sheet.Elector, out var handle);
        Span<ushort> choices = Ballot.Weights.Count <= 32 ? stackalloc ushort[Ballot.Weights.Count] : new ushort[Ballot.Weights.Count];
        if (SheetRules.Check(Ballot, sheet, choices, isEntitled, isEntitled && _hasVoted[handle]) is { } refusal)
            return refusal;
        _hasVoted[handle] = true;
        _isPresent[handle] = true;
        _counts.Add(handle, choices, sheet.IsSpoilt);
        _roll = NextRoll(sheet, channel);
        return new VoteReceipt(Ballot.Terms.Id, _counts.Sheets, _roll);
    }

    private Hash256 NextRoll(BallotSheet sheet, string channel)
    {
        // Choices are bound into the roll only where they are no secret: four possible sheets are soon tried.
        var choices = Ballot.Terms.IsSecret ? string.Empty : string.Join('\u001f', sheet.Choices);
        var text = $"{_roll}\n{Ballot.Terms.Id}\n{_counts.Sheets}\n{sheet.Elector}\n{sheet.At.UtcTicks}\n{channel}\n{choices}";
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private Refusal? HeadingOf(PaperBatch batch)
    {
        var unmet = new List<UnmetCondition>();
        if (!TextId.IsValid(batch.Id, out var reason))
            unmet.Add(new("batch.id", new($"the batch has an id: {reason}", "批次须有编号")));
        if (_batches.Contains(batch.Id))
            unmet.Add(new("batch.once", new($"batch {batch.Id} was not entered before", $"批次{batch.Id}未曾录入")));
        if (batch.EnteredBy == batch.CheckedBy)
            unmet.Add(new("batch.checked", new("somebody else than who entered it has checked it", "录入人与核对人不得为同一人")));
        if (batch.CountedSheets != batch.Sheets.Count)
        {
            unmet.Add(new("batch.count", new(
                FormattableString.Invariant($"{batch.CountedSheets} sheets were counted by hand, {batch.Sheets.Count} were entered"),
                FormattableString.Invariant($"手工清点{batch.CountedSheets}张，录入{batch.Sheets.Count}张"))));
        }

        return unmet.Count == 0 ? null : SheetRules.Refuse(Ballot, unmet) with
        {
            Summary = new($"paper batch {batch.Id} is not taken", $"纸质票批次{batch.Id}不予录入"),
            Remedy = new("count the pile again and enter it with two people", "重新清点并由两人录入、核对"),
        };
    }

    private Refusal TooEarly() => new()
    {
        Code = CommunityRefusalCodes.CountTooEarly,
        Summary = new($"\"{Ballot.Terms.Id}\" is still open", $"“{Ballot.Terms.Id}”投票尚未结束"),
        Unmet = [new("vote.closed", new(FormattableString.Invariant($"the vote is closed, at {Ballot.Terms.Closes:O}, or everybody has voted"), FormattableString.Invariant($"投票已于{Ballot.Terms.Closes:O}截止，或全部投票完毕")))],
        Remedy = new("count when it has closed", "截止后计票"),
    };
}
