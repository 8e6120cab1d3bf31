namespace GridGov;

/// <summary>
/// That the head of one case is among those under a checkpoint's root, told without the other cases (包含证明). Immutable
/// and thread-safe. Handed to a reporter or an auditor, it holds for as long as the checkpoint is known.
/// </summary>
/// <param name="Head">The head of the case at the checkpoint.</param>
/// <param name="Steps">From the leaf to the root; each step looks at an earlier bit than the one before.</param>
public sealed record CheckpointProof(CaseHead Head, ValueList<ProofStep> Steps)
{
    /// <summary>Whether it leads to the root of a checkpoint. Whether that is signed is for <see cref="CheckpointChain"/> to say.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    public bool Holds(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return TryRoot(out var root) && root == checkpoint.Root;
    }

    /// <summary>Whether the entries of the case are those whose head was signed, or begin with them.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="entries">The entries of the case, from the first.</param>
    /// <returns>The first fault, or null.</returns>
    public ChainFault? Verify(Checkpoint checkpoint, IReadOnlyList<CaseEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (!Holds(checkpoint))
            return new(Head.Case, Head.Version, "the proof does not lead to the root of the checkpoint");
        if (CaseChain.Verify(entries) is { } fault)
            return fault;
        if (entries.Count < Head.Version || entries[Head.Version - 1].Case != Head.Case)
            return new(Head.Case, Head.Version, "it was signed, but is not there");
        return entries[Head.Version - 1].Hash == Head.Hash
            ? null
            : new(Head.Case, Head.Version, "it or one before it is not the one that was signed");
    }

    private bool TryRoot(out Hash256 root)
    {
        root = default;
        if (Head.Case == default || Head.Version < 1)
            return false;
        Span<byte> room = stackalloc byte[HeadHashing.KeyRoom];
        var key = HeadHashing.KeyOf(Head.Case, room);
        root = HeadHashing.Leaf(Head);
        var below = 8 * key.Length;
        foreach (var (bit, sibling) in Steps)
        {
            if (bit < 0 || bit >= below)
                return false;
            root = HeadHashing.BitOf(key, bit) ? HeadHashing.Node(bit, sibling, root) : HeadHashing.Node(bit, root, sibling);
            below = bit;
        }

        return true;
    }
}
