using System.Runtime.InteropServices;

namespace GridGov;

/// <summary>
/// The heads of all cases under one Merkle root (案件头部默克尔树). The root depends on the heads alone and not on the order
/// in which they came. A change costs a walk down the tree; hashes are made anew only when the root is asked for, and only
/// above what has changed since. For one thread at a time.
/// </summary>
/// <remarks>About 100 bytes a case, 101 MB for a million (their numbers not counted). The form of the tree is in <c>docs/log-format.md</c>.</remarks>
public sealed class CaseHeads
{
    private readonly List<Leaf> _leaves = [];
    private readonly List<Node> _nodes = [];
    private int _root = int.MinValue;

    /// <summary>The number of cases.</summary>
    public int Count => _leaves.Count;

    /// <summary>The Merkle root over all heads; zero for none.</summary>
    public Hash256 Root => Count == 0 ? default : HashOf(_root);

    /// <summary>Sets the head of a case, new or known.</summary>
    /// <param name="head">The head.</param>
    /// <exception cref="ArgumentException">The case has no number.</exception>
    public void Set(in CaseHead head)
    {
        if (head.Case == default)
            throw new ArgumentException("A case has a number.", nameof(head));
        Span<byte> room = stackalloc byte[HeadHashing.KeyRoom];
        var key = HeadHashing.KeyOf(head.Case, room);
        if (Count == 0)
        {
            _root = Add(head);
            return;
        }

        var near = Nearest(key);
        Span<byte> other = stackalloc byte[HeadHashing.KeyRoom];
        var difference = HeadHashing.FirstDifference(key, HeadHashing.KeyOf(_leaves[near].Head.Case, other));
        if (difference < 0)
        {
            CollectionsMarshal.AsSpan(_leaves)[near].Head = head;
            Touch(key);
        }
        else
        {
            Insert(key, difference, head);
        }
    }

    /// <summary>The head of a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="head">Its head, if it is known.</param>
    public bool TryGet(CaseId id, out CaseHead head)
    {
        head = default;
        if (Count == 0 || id == default)
            return false;
        Span<byte> room = stackalloc byte[HeadHashing.KeyRoom];
        var near = _leaves[Nearest(HeadHashing.KeyOf(id, room))].Head;
        if (near.Case != id)
            return false;
        head = near;
        return true;
    }

    /// <summary>The steps that lead from a case's head to <see cref="Root"/> without the other cases, or null for an unknown case.</summary>
    /// <param name="id">The case.</param>
    public CheckpointProof? Prove(CaseId id)
    {
        if (!TryGet(id, out var head))
            return null;
        Span<byte> room = stackalloc byte[HeadHashing.KeyRoom];
        var key = HeadHashing.KeyOf(id, room);
        var steps = new List<ProofStep>();
        for (var at = _root; at >= 0;)
        {
            var node = _nodes[at];
            var right = HeadHashing.BitOf(key, node.Bit);
            steps.Add(new(node.Bit, HashOf(right ? node.Left : node.Right)));
            at = right ? node.Right : node.Left;
        }

        steps.Reverse();
        return new(head, ValueList.From(steps));
    }

    private int Add(in CaseHead head)
    {
        _leaves.Add(new() { Head = head });
        return ~(_leaves.Count - 1);
    }

    private int Nearest(ReadOnlySpan<byte> key)
    {
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var at = _root;
        while (at >= 0)
        {
            ref readonly var node = ref nodes[at];
            at = HeadHashing.BitOf(key, node.Bit) ? node.Right : node.Left;
        }

        return ~at;
    }

    // The hashes above a changed head are no longer true.
    private void Touch(ReadOnlySpan<byte> key)
    {
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        for (var at = _root; at >= 0;)
        {
            ref var node = ref nodes[at];
            node.IsHashed = false;
            at = HeadHashing.BitOf(key, node.Bit) ? node.Right : node.Left;
        }
    }

    // Bits grow on the way down, so the new node stands above the first one that looks at a later bit.
    private void Insert(ReadOnlySpan<byte> key, int difference, in CaseHead head)
    {
        Touch(key);
        var leaf = Add(head);
        var inserted = _nodes.Count;
        _nodes.Add(default);
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        ref var place = ref _root;
        while (place >= 0 && nodes[place].Bit < difference)
        {
            ref var node = ref nodes[place];
            place = ref HeadHashing.BitOf(key, node.Bit) ? ref node.Right : ref node.Left;
        }

        nodes[inserted] = HeadHashing.BitOf(key, difference)
            ? new() { Bit = difference, Left = place, Right = leaf }
            : new() { Bit = difference, Left = leaf, Right = place };
        place = inserted;
    }

    // As deep as a key has bits at most: 1,544.
    private Hash256 HashOf(int at)
    {
        if (at < 0)
            return HeadHashing.Leaf(_leaves[~at].Head);
        ref var node = ref CollectionsMarshal.AsSpan(_nodes)[at];
        if (!node.IsHashed)
        {
            node.Hash = HeadHashing.Node(node.Bit, HashOf(node.Left), HashOf(node.Right));
            node.IsHashed = true;
        }

        return node.Hash;
    }

    private struct Leaf
    {
        public CaseHead Head;
    }

    private struct Node
    {
        public int Bit;

        // A node from 0, or the complement of a leaf.
        public int Left;
        public int Right;
        public bool IsHashed;
        public Hash256 Hash;
    }
}
