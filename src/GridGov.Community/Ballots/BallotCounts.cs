using System.Numerics;

namespace GridGov.Community;

/// <summary>
/// What the sheets of a box come to. A vote that is open keeps its sheets as places of option handles, side by side; a
/// secret one keeps sums only. Not thread-safe: the box guards it.
/// </summary>
internal sealed class BallotCounts(Ballot ballot, int electors)
{
    private readonly int _places = ballot.Weights.Count;
    private readonly int[]? _sums = ballot.Terms.IsSecret ? new int[ballot.Weights.Count * ballot.Options.Count] : null;
    private readonly VoteChoice[]? _answers = ballot is { Form: BallotForm.Motion, Terms.IsSecret: false } ? new VoteChoice[electors] : null;
    private readonly decimal[] _area = new decimal[3];
    private readonly int[] _people = new int[3];
    private readonly int[] _delegates = new int[3];
    private ushort[] _sheets = [];

    public int Sheets { get; private set; }

    public int Spoilt { get; private set; }

    public void Add(int elector, ReadOnlySpan<ushort> choices, bool isSpoilt)
    {
        if (_sums is null)
            Keep(choices);
        else
            Sum(choices);
        if (ballot.Form == BallotForm.Motion && !isSpoilt)
            Answer(elector, choices[0]);
        Sheets++;
        Spoilt += isSpoilt ? 1 : 0;
    }

    public Tally ToTally(bool[] hasVoted, bool[] isPresent, ValueList<RefusedSheet> refused)
    {
        var sums = _sums ?? SumKept();
        var options = ballot.Options.Count;
        var lines = new TallyLine[options];
        for (var o = 0; o < options; o++)
        {
            var byPlace = new int[_places];
            long score = 0;
            for (var p = 0; p < _places; p++)
            {
                byPlace[p] = sums[(p * options) + o];
                score += (long)byPlace[p] * ballot.Weights[p];
            }

            lines[o] = new(ballot.Options[o], 0, score, ValueList.Create<int>(byPlace), byPlace.Sum());
        }

        var figures = ballot.Form == BallotForm.Motion ? Figures(hasVoted, isPresent) : ballot.Terms.Electorate.Count(Roll(hasVoted, isPresent));
        return new(ballot, TallyOrder.Rank(lines), Sheets, Spoilt, figures, refused);
    }

    private void Keep(ReadOnlySpan<ushort> choices)
    {
        var end = (Sheets + 1) * _places;
        if (end > _sheets.Length)
            Array.Resize(ref _sheets, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(end, 64)));
        choices.CopyTo(_sheets.AsSpan(Sheets * _places));
    }

    private void Sum(ReadOnlySpan<ushort> choices)
    {
        for (var p = 0; p < choices.Length; p++)
        {
            if (choices[p] != BallotBox.Nothing)
                _sums![(p * ballot.Options.Count) + choices[p]]++;
        }
    }

    private int[] SumKept()
    {
        var options = ballot.Options.Count;
        var sums = new int[_places * options];

        // Two tables in turn: neighbours who choose alike would wait for each other's sum.
        var others = new int[sums.Length];
        var sheets = _sheets.AsSpan(0, Sheets * _places);
        var at = 0;
        for (var s = 0; s < Sheets; s++, (sums, others) = (others, sums))
        {
            for (var row = 0; row < sums.Length; row += options)
            {
                var choice = sheets[at++];
                if (choice != BallotBox.Nothing)
                    sums[row + choice]++;
            }
        }

        for (var i = 0; i < sums.Length; i++)
            sums[i] += others[i];
        return sums;
    }

    private void Answer(int elector, ushort answer)
    {
        if (_answers is not null)
            _answers[elector] = (VoteChoice)(answer + 1);
        var who = ballot.Terms.Electorate.Electors[elector];
        _people[answer]++;
        _area[answer] += who.Area;
        _delegates[answer] += who.IsDelegate ? 1 : 0;
    }

    private QuorumFigures Figures(bool[] hasVoted, bool[] isPresent)
    {
        var electorate = ballot.Terms.Electorate;
        if (_answers is null)
        {
            var roll = electorate.Count(Roll(hasVoted, isPresent));
            return roll with
            {
                People = roll.People! with { Yes = _people[0], No = _people[1] },
                Area = roll.Area is null ? null : roll.Area with { Yes = _area[0], No = _area[1] },
                Delegates = roll.Delegates is null ? null : roll.Delegates with { Yes = _delegates[0], No = _delegates[1] },
            };
        }

        var silent = !ballot.Terms.SilentJoinMajority || _people[0] == _people[1] ? (VoteChoice?)null
            : _people[0] > _people[1] ? VoteChoice.Yes : VoteChoice.No;
        var groups = Roll(hasVoted, isPresent);
        for (var i = 0; i < groups.Length; i++)
        {
            var said = hasVoted[i] ? _answers[i] : isPresent[i] ? silent : null;
            groups[i] = said switch
            {
                VoteChoice.Yes => VoteGroups.Yes,
                VoteChoice.No => VoteGroups.No,
                _ => groups[i],
            };
        }

        return electorate.Count(groups);
    }

    private static VoteGroups[] Roll(bool[] hasVoted, bool[] isPresent)
    {
        var groups = new VoteGroups[hasVoted.Length];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = hasVoted[i] ? VoteGroups.TookPart : isPresent[i] ? VoteGroups.Present : VoteGroups.Entitled;
        return groups;
    }
}
