namespace GridGov.Benchmarks;

/// <summary>Sealing an entry.</summary>
public class AuditSeal() : Versus(new SealAgainstHash());

/// <summary>Verifying on one core.</summary>
public class AuditVerify() : Versus(new VerifyAgainstHash());

/// <summary>Verifying on two cores.</summary>
public class AuditVerifyOnTwo() : Versus(new VerifyOnTwoAgainstOne());

/// <summary>What the chain adds to a whole case.</summary>
public class AuditWalkChained() : Versus(new ChainedWalkAgainstUnchained());

/// <summary>A whole case without the hash.</summary>
public class AuditWalkUnchained() : Versus(new UnchainedWalkAgainstMachine());

/// <summary>The root over all cases after one change.</summary>
public class AuditRoot() : Versus(new RootAgainstRebuild());
