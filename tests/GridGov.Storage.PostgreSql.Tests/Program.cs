namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>Runs the tests, or as a client of one of them.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args is ["client", var connection, var schema, var prefix]
        ? Client.RunAsync(connection, schema, prefix)
        : Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
