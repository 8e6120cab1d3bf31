using System.Globalization;
using System.Text;

namespace GridGov.Community;

/// <summary>What became of one option. Immutable and thread-safe.</summary>
/// <param name="Option">The option.</param>
/// <param name="Rank">Its rank, from 1; options that no rule tells apart share one.</param>
/// <param name="Score">The sum of what its places are worth.</param>
/// <param name="ByPlace">How often it stood on each place, first place first.</param>
/// <param name="Votes">How often it stood on any place.</param>
public sealed record TallyLine(BallotOption Option, int Rank, long Score, ValueList<int> ByPlace, int Votes);

/// <summary>
/// The count of a vote (计票结果). It explains itself: each option with its score and how it came about, and each sheet
/// that is not counted with the reason. Immutable and thread-safe.
/// </summary>
/// <param name="Ballot">The vote.</param>
/// <param name="Lines">
/// The options in order: the higher score first; of equal scores the one with more first places, then more second
/// places, and so on. Options that are equal in all of it share a rank and stand as on the sheet: ids and names never
/// decide.
/// </param>
/// <param name="Sheets">How many sheets were taken, spoilt ones among them.</param>
/// <param name="Spoilt">How many of them were spoilt.</param>
/// <param name="Figures">Who took part and, for a motion, who said what, for a <see cref="QuorumRule"/> to judge.</param>
/// <param name="Refused">The sheets that are not counted.</param>
public sealed record Tally(Ballot Ballot, ValueList<TallyLine> Lines, int Sheets, int Spoilt, QuorumFigures Figures, ValueList<RefusedSheet> Refused)
{
    /// <summary>
    /// The first options. Where the last place falls among options of one rank, none of them is chosen: they go to a
    /// run-off for the places that are left.
    /// </summary>
    /// <param name="places">How many are wanted, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one is wanted.</exception>
    public TallySelection Top(int places)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        if (Lines.Count <= places || Lines[places - 1].Rank != Lines[places].Rank)
            return new(ValueList.From(Lines.Take(places).Select(l => l.Option)), [], 0);
        var tied = Lines[places].Rank;
        BallotOption[] chosen = [.. Lines.Where(l => l.Rank < tied).Select(l => l.Option)];
        return new(ValueList.Create<BallotOption>(chosen), ValueList.From(Lines.Where(l => l.Rank == tied).Select(l => l.Option)), places - chosen.Length);
    }

    /// <summary>The count for a reader: options by rank, sheets, and what is not counted.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    public string Explain(CultureInfo culture)
    {
        var text = new StringBuilder();
        var zh = new LocalizedText("en", "zh").For(culture) == "zh";
        text.Append(Ballot.Terms.Question.For(culture));
        foreach (var line in Lines)
        {
            var places = string.Join(" + ", line.ByPlace.Select((n, p) => string.Create(CultureInfo.InvariantCulture, $"{n}×{Ballot.Weights[p]}")));
            text.Append(CultureInfo.InvariantCulture, $"\n  {line.Rank}. {line.Option.Name.For(culture)}: {line.Score} = {places}");
        }

        return text.Append(zh
            ? FormattableString.Invariant($"\n  收到{Sheets}张，废票{Spoilt}张，不计入{Refused.Count}张")
            : FormattableString.Invariant($"\n  {Sheets} sheets, {Spoilt} of them spoilt; {Refused.Count} not counted")).ToString();
    }

    /// <summary>The English explanation, whatever the current culture.</summary>
    public override string ToString() => Explain(CultureInfo.InvariantCulture);
}

/// <summary>Who is chosen. Immutable and thread-safe.</summary>
/// <param name="Chosen">The options that are chosen, best first.</param>
/// <param name="RunOff">The options among which a run-off decides (重选), as on the sheet; empty where none is needed.</param>
/// <param name="PlacesLeft">For how many places the run-off is.</param>
public sealed record TallySelection(ValueList<BallotOption> Chosen, ValueList<BallotOption> RunOff, int PlacesLeft);

internal static class TallyOrder
{
    public static ValueList<TallyLine> Rank(TallyLine[] lines)
    {
        TallyLine[] ordered = [.. lines.Order(Comparer<TallyLine>.Create(Compare))];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = ordered[i] with { Rank = i > 0 && Compare(ordered[i - 1], ordered[i]) == 0 ? ordered[i - 1].Rank : i + 1 };
        return ValueList.Create<TallyLine>(ordered);
    }

    private static int Compare(TallyLine left, TallyLine right)
    {
        var result = right.Score.CompareTo(left.Score);
        for (var p = 0; result == 0 && p < left.ByPlace.Count; p++)
            result = right.ByPlace[p].CompareTo(left.ByPlace[p]);
        return result;
    }
}
