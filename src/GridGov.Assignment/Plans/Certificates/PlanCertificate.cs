using System.Globalization;
using System.Numerics;

namespace GridGov.Assignment;

/// <summary>What a check of a plan against its dual prices came to.</summary>
public enum PlanVerdict
{
    /// <summary>The plan breaks a rule of its problem, or its witness does not hold; <see cref="PlanCertificate{T}.Fault"/> says where.</summary>
    Wrong,

    /// <summary>The plan keeps every rule, and no plan is better: its cost equals the bound that the prices prove.</summary>
    Optimal,

    /// <summary>The plan keeps every rule, and no plan is better by more than <see cref="PlanCertificate{T}.Gap"/>.</summary>
    WithinGap,

    /// <summary>No plan keeps every rule: the plan's <see cref="PlanShortage"/> was counted again and holds.</summary>
    Infeasible,
}

/// <summary>
/// The proof that comes with a plan: its cost added up again, and a bound that follows from the prices alone (linear
/// programming duality). Whoever checks it trusts neither the solver nor the plan. Immutable and thread-safe.
/// </summary>
/// <typeparam name="T">The type of costs.</typeparam>
/// <param name="Verdict">What the check came to.</param>
/// <param name="Cost">The plan's cost, added up from the problem; zero where the plan is wrong or there is none.</param>
/// <param name="Bound">What no plan can beat: a lower bound, or an upper bound where the most was sought.</param>
/// <param name="Fault">Where the plan breaks a rule, or null.</param>
public readonly record struct PlanCertificate<T>(PlanVerdict Verdict, T Cost, T Bound, string? Fault = null)
    where T : struct, INumber<T>
{
    /// <summary>How much better than this plan another one could be at most; zero or more.</summary>
    public T Gap => T.Abs(Cost - Bound);

    /// <summary>The certificate in one English sentence.</summary>
    public override string ToString() => Verdict switch
    {
        PlanVerdict.Optimal => string.Create(CultureInfo.InvariantCulture, $"Optimal: the plan costs {Cost}, and the prices prove that no plan is better than {Bound}."),
        PlanVerdict.WithinGap => string.Create(CultureInfo.InvariantCulture, $"Within {Gap}: the plan costs {Cost}, and the prices prove that no plan is better than {Bound}."),
        PlanVerdict.Infeasible => "Infeasible: the shortage was counted again and holds.",
        _ => $"Wrong: {Fault}",
    };

    internal static PlanCertificate<T> Wrong(FormattableString fault) =>
        new(PlanVerdict.Wrong, T.Zero, T.Zero, fault.ToString(CultureInfo.InvariantCulture));
}
