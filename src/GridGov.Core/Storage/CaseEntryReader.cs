using System.Security.Cryptography;

namespace GridGov;

/// <summary>
/// Reads entries from the form in which stores keep them (<see cref="CaseEntryBinary"/>). It shares the texts that come
/// again, so whoever reads many entries does it with one reader. For one thread at a time.
/// </summary>
public sealed class CaseEntryReader : IDisposable
{
    private static readonly int LastKind = (int)Enum.GetValues<EntryKind>().Max();
    private static readonly int LastRole = (int)Enum.GetValues<Role>().Max();

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SharedTexts<CaseId> _cases = new(1 << 13, static text => text.Length == 0 ? default : new(text));
    private readonly SharedTexts<ActorId> _people = new(1 << 10, static text => text.Length == 0 ? default : new(text));
    private readonly SharedTexts<BodyId> _bodies = new(1 << 9, static text => text.Length == 0 ? default : new(text));
    private readonly SharedTexts<GridCode> _grids = new(1 << 10, static text => text.Length == 0 ? default : new(text));
    private readonly SharedTexts<ClassCode> _classes = new(1 << 9, static text => text.Length == 0 ? default : new(text));
    private readonly SharedTexts<string> _texts = new(1 << 10, static text => text);

    /// <summary>Reads an entry.</summary>
    /// <param name="stored">What <see cref="CaseEntryBinary.Write"/> wrote.</param>
    /// <exception cref="InvalidDataException">It is no entry of this form. Whether what it holds was changed is for <see cref="HashHolds"/> and <see cref="CaseChain"/> to say.</exception>
    public CaseEntry Read(ReadOnlySpan<byte> stored)
    {
        if (!CaseEntryBinary.TrySplit(stored, out var canonical, out var hash))
            throw EntryCursor.Bad(stored.IsEmpty || stored[0] == CaseEntryBinary.Format ? "it ends too early" : $"form {stored[0]} is not known");
        var rest = stored[(CaseEntryBinary.HeadSize + canonical.Length)..];
        var offsets = rest[2..];
        if (offsets.Length != 2 * (rest[0] | (rest[1] << 8)))
            throw EntryCursor.Bad("its offsets are not as many as they say");
        try
        {
            return Read(new EntryCursor(canonical, offsets), hash);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("These bytes are no stored entry: a value is out of range.", e);
        }
    }

    /// <summary>Whether the canonical bytes of a stored entry are those that were hashed; nothing is read for it.</summary>
    /// <param name="stored">What <see cref="CaseEntryBinary.Write"/> wrote.</param>
    public bool HashHolds(ReadOnlySpan<byte> stored)
    {
        if (!CaseEntryBinary.TrySplit(stored, out var canonical, out var expected))
            return false;
        Span<byte> hash = stackalloc byte[Hash256.Size];
        _digest.AppendData(canonical);
        _digest.GetHashAndReset(hash);
        return new Hash256(hash) == expected;
    }

    /// <summary>Lets go of the digest.</summary>
    public void Dispose() => _digest.Dispose();

    private CaseEntry Read(EntryCursor from, Hash256 hash)
    {
        var magic = from.Take(4);
        var isSecond = magic.SequenceEqual("GGE2"u8);
        if (!isSecond && !magic.SequenceEqual("GGE1"u8))
            throw EntryCursor.Bad("its canonical form is not known");
        var previous = from.Hash();
        var id = _cases[from.Text()];
        var number = from.Int32();
        var at = from.Instant();
        var kind = from.Known<EntryKind>(LastKind);
        var by = new Actor(_people[from.Text()], _bodies[from.Text()], from.Known<Role>(LastRole, first: 0));
        var (trigger, step, next) = (_texts[from.Text()], _texts[from.Text()], _texts[from.Text()]);
        var ends = from.Flag();
        var lead = _bodies[from.Text()];
        ActorId? handler = from.Text(out var person) ? _people[person] : null;
        var (stepDue, caseDue) = (from.OptionalInstant(), from.OptionalInstant());
        var note = from.Text(out var text) ? _texts[text] : null;
        var lifecycle = from.Text(out var name) ? _texts[name] : null;
        var version = from.Int32();
        var report = from.Flag() ? ReadReport(ref from) : null;
        CaseFacts? facts = null;
        if (isSecond)
            facts = FactReading.Read(ref from, kind, ref report, _texts, _bodies, _people, _cases);
        else if (kind > EntryKind.Urged)
            throw EntryCursor.Bad("its canonical form cannot say its kind");
        if (!from.IsAtEnd || !from.HasAllOffsets || (lifecycle is null && version != 0))
            throw EntryCursor.Bad("it says more than it should");
        return new()
        {
            Case = id,
            Number = number,
            At = at,
            Kind = kind,
            By = by,
            Trigger = trigger,
            From = step,
            To = next,
            Ends = ends,
            Lead = lead,
            Handler = handler,
            StepDue = stepDue,
            CaseDue = caseDue,
            Note = note,
            Facts = facts,
            Lifecycle = lifecycle is null ? null : new(lifecycle, version),
            Report = report,
            Previous = previous,
            Hash = hash,
        };
    }

    private Report ReadReport(ref EntryCursor from)
    {
        var id = from.Text();
        return new()
        {
            Id = id.IsEmpty ? default : new(System.Text.Encoding.UTF8.GetString(id)),
            At = from.Instant(),
            Grid = _grids[from.Text()],
            Class = _classes[from.Text()],
            Channel = _texts[from.Text()],
        };
    }
}
