namespace GridGov.Benchmarks;

/// <summary>Admission against a bare lookup.</summary>
public class RulesAdmission() : Versus(new AdmissionAgainstLookup());

/// <summary>Admission against the conditions by hand.</summary>
public class RulesAdmissionHandwritten() : Versus(new AdmissionAgainstHandwritten());
