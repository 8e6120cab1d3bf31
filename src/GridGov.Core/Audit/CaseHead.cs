namespace GridGov;

/// <summary>The last entry of a case, by its number and hash: whoever knows it can tell any change of the entries up to it. A value; thread-safe.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">The number of its last entry, from 1.</param>
/// <param name="Hash">The hash of its last entry.</param>
public readonly record struct CaseHead(CaseId Case, int Version, Hash256 Hash);

/// <summary>One step of a <see cref="CheckpointProof"/>, from the leaf towards the root. A value; thread-safe.</summary>
/// <param name="Bit">The bit of the case's key by which the two sides are told apart.</param>
/// <param name="Sibling">The hash of the other side.</param>
public readonly record struct ProofStep(int Bit, Hash256 Sibling);
