namespace GridGov.Benchmarks;

/// <summary>Dispatch against LINQ by grid.</summary>
public class AssignmentDispatch() : Versus(new DispatchAgainstLinq());

/// <summary>Dispatch against LINQ over everybody.</summary>
public class AssignmentDispatchScan() : Versus(new DispatchAgainstScan());

/// <summary>Dispatch against a bare loop.</summary>
public class AssignmentDispatchArray() : Versus(DispatchAgainstArray.Usual());

/// <summary>Dispatch against a bare loop, 100,000 workers.</summary>
public class AssignmentDispatchArrayLarge() : Versus(DispatchAgainstArray.Large());

/// <summary>Dispatch against a bare loop with vectors.</summary>
public class AssignmentDispatchVectors() : Versus(DispatchAgainstVectors.Usual());

/// <summary>Dispatch against a bare loop with vectors, 100,000 workers.</summary>
public class AssignmentDispatchVectorsLarge() : Versus(DispatchAgainstVectors.Large());

/// <summary>Dispatch on two threads against two bare loops.</summary>
public class AssignmentDispatchThreads() : Versus(new DispatchOnTwoThreads());

/// <summary>Every feature against none.</summary>
public class AssignmentFeatures() : Versus(new DispatchWithFeatures());

/// <summary>An explanation against a decision.</summary>
public class AssignmentExplain() : Versus(new ExplainAgainstAssign());

/// <summary>Freezing a roster against reading its rows.</summary>
public class AssignmentRoster() : Versus(new RosterAgainstReading());
