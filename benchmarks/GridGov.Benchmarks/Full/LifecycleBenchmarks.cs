namespace GridGov.Benchmarks;

/// <summary>One guarded decision.</summary>
public class LifecycleDecide() : Versus(new DecideAgainstFire());

/// <summary>Seven decisions against a machine per case.</summary>
public class LifecycleMachinePerCase() : Versus(new DecideAgainstMachinePerCase());

/// <summary>Seven steps with the audit chain against a machine per case.</summary>
public class LifecycleWalk() : Versus(new WalkAgainstMachinePerCase());

/// <summary>One guarded decision with its deadline.</summary>
public class LifecycleDecideDue() : Versus(new DecideDueAgainstFire());

/// <summary>One guarded decision, and the case after it.</summary>
public class LifecycleDecideApply() : Versus(new DecideApplyAgainstFire());
