using GridGov.Rules.Inference;

namespace GridGov.Rules.NRules.Tests;

internal static class Running
{
    /// <summary>Runs until the test is stopped.</summary>
    public static Outcome<InferenceResult> RunNow(this InferenceEngine engine, IEnumerable<object> facts) => engine.Run(facts, TestContext.Current.CancellationToken);
}
