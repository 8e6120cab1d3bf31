using System.Globalization;

namespace GridGov;

/// <summary>
/// The changes of one grid system in their order (网格变更记录). Immutable and thread-safe. It keeps no trees: a tree of
/// any later day is made from an earlier one, and a code is mapped without any.
/// </summary>
public sealed class GridHistory
{
    private GridHistory(ValueList<GridChange> changes) => Changes = changes;

    /// <summary>The changes, the earliest first; those of one day in the order in which they were made.</summary>
    public ValueList<GridChange> Changes { get; }

    /// <summary>Makes a history.</summary>
    /// <param name="changes">The changes in the order in which they were made; there may be none.</param>
    /// <exception cref="DefinitionException">A change is null or dated before the one that it follows: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is null.</exception>
    public static GridHistory Freeze(IEnumerable<GridChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        GridChange?[] all = [.. changes];
        var faults = new List<Fault>();
        for (var i = 0; i < all.Length; i++)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"change {i + 1}");
            if (all[i] is not { } change)
                faults.Add(new(where, "it is null"));
            else if (i > 0 && all[i - 1] is { } before && change.Note.Date < before.Note.Date)
                faults.Add(new(where, string.Create(CultureInfo.InvariantCulture, $"it is of {change.Note.Date:O}, before the one that it follows, of {before.Note.Date:O}")));
        }

        return faults.Count == 0 ? new(ValueList.From(all)!) : throw new DefinitionException("The grid history", faults);
    }

    /// <summary>Reads a history from JSON, see docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">It is not such a document (with line, byte and path), or has faults: every one is listed.</exception>
    public static GridHistory FromJson(ReadOnlySpan<byte> utf8) => GridHistoryJson.Format.Read(utf8);

    /// <summary>The history as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same changes.</summary>
    public byte[] ToJson() => GridHistoryJson.Format.Write(this);

    /// <summary>Where what was filed under a code at the end of one day is filed at the end of a later one.</summary>
    /// <param name="code">A code as of <paramref name="from"/>.</param>
    /// <param name="from">The earlier day; its own changes are not applied.</param>
    /// <param name="to">The later day; its changes are applied.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public GridSuccession Map(GridCode code, DateOnly from, DateOnly to)
    {
        SortedSet<GridCode> codes = [code];
        var hasLoss = false;
        foreach (var change in Between(from, to))
        {
            var next = new SortedSet<GridCode>();
            foreach (var succession in codes.Select(change.Map))
            {
                hasLoss |= succession.Kind == SuccessionKind.None || succession.HasLoss;
                next.UnionWith(succession.After);
            }

            codes = next;
        }

        return new(code, ValueList.From(codes), hasLoss);
    }

    /// <summary>The tree at the end of a later day.</summary>
    /// <param name="tree">The tree at the end of <paramref name="from"/>.</param>
    /// <param name="from">The earlier day; its own changes are not applied.</param>
    /// <param name="to">The later day; its changes are applied.</param>
    /// <exception cref="DefinitionException">The tree is not in the state in which a change was made.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    public GridTree Replay(GridTree tree, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Between(from, to).Aggregate(tree, (at, change) => change.ApplyTo(at));
    }

    private IEnumerable<GridChange> Between(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return Changes.Where(c => c.Note.Date > from && c.Note.Date <= to);
    }
}
