using System.Security.Cryptography;

namespace GridGov.Core.Tests;

/// <summary>Two key pairs for the tests, and checkpoints signed over the first entries of a log.</summary>
internal static class Keys
{
    public static readonly EcdsaCheckpointSigner Ours = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));
    public static readonly EcdsaCheckpointSigner Forger = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private static readonly ECDsa Known = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>A key pair of which the test holds both halves.</summary>
    public static readonly EcdsaCheckpointSigner Signer = new(Known);

    public static EcdsaCheckpointVerifier Trusted => EcdsaCheckpointVerifier.FromPem(Known.ExportSubjectPublicKeyInfoPem());

    /// <summary>Checkpoints that cover the first so many entries, one for each number.</summary>
    public static async Task<Checkpoint[]> OverAsync(IReadOnlyList<CaseEntry> log, IEnumerable<int> positions, ICheckpointSigner? signer = null)
    {
        var store = new InMemoryCaseStore();
        var checkpointer = new Checkpointer(store, signer ?? Signer, TimeProvider.System);
        var made = new List<Checkpoint>();
        foreach (var position in positions)
        {
            while (store.Count < position)
                Assert.Equal(AppendResult.Appended, await store.AppendAsync(log[store.Count], TestContext.Current.CancellationToken));
            made.Add(await checkpointer.TakeAsync(TestContext.Current.CancellationToken));
        }

        return [.. made];
    }
}
