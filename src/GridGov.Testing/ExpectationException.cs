namespace GridGov.Testing;

/// <summary>Something is not as a test expects it; any test framework shows it as a failure. The message tells the difference.</summary>
/// <param name="message">What was expected, and what came.</param>
/// <param name="inner">What led to it, or null.</param>
public sealed class ExpectationException(string message, Exception? inner = null) : Exception(message, inner);
