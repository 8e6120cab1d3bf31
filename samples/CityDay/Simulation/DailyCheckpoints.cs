using System.Security.Cryptography;
using GridGov;

namespace CityDay.Simulation;

/// <summary>
/// Signs a checkpoint over all cases every 24 hours of the city's time and at the end, with a key that is made for this run
/// and never leaves the process. For one thread.
/// </summary>
internal sealed class DailyCheckpoints : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<Checkpoint> _made = [];
    private readonly Checkpointer _checkpointer;
    private readonly SimulatedTime _time;
    private DateTimeOffset _next;

    public DailyCheckpoints(ICaseStore store, DateTimeOffset start)
    {
        _time = new(start);
        _checkpointer = new(store, new EcdsaCheckpointSigner(_key), _time);
        _next = start + Day;
    }

    public IReadOnlyList<Checkpoint> Made => _made;

    /// <summary>The public half of the key: whoever has it can check, and nobody can sign with it.</summary>
    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>Told that the clock is about to be set to an instant: what was appended so far happened before it.</summary>
    public async ValueTask BeforeAsync(DateTimeOffset now)
    {
        if (now < _next)
            return;
        while (_next + Day <= now)
            _next += Day;
        await TakeAsync(_next);
        _next += Day;
    }

    /// <summary>Signs what has come since.</summary>
    public async ValueTask TakeAsync(DateTimeOffset at)
    {
        _time.AdvanceTo(at);
        _made.Add(await _checkpointer.TakeAsync(CancellationToken.None));
    }

    public void Dispose() => _key.Dispose();
}
