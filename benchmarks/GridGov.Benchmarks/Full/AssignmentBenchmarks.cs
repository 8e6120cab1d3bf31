namespace GridGov.Benchmarks;

/// <summary>Dispatch against LINQ by grid.</summary>
public class AssignmentDispatch() : Versus(new DispatchAgainstLinq());

/// <summary>Dispatch against LINQ over everybody.</summary>
public class AssignmentDispatchScan() : Versus(new DispatchAgainstScan());

/// <summary>Dispatch against a bare loop.</summary>
public class AssignmentDispatchArray() : Versus(new DispatchAgainstArray());
