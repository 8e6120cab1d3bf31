namespace GridGov;

/// <summary>Reads what <see cref="FactBytes"/> writes.</summary>
internal static class FactReading
{
    private static readonly int LastOutcome = (int)Enum.GetValues<CaseOutcome>().Max();
    private static readonly int LastAnswer = (int)Enum.GetValues<Satisfaction>().Max();
    private static readonly int LastLevel = (int)Enum.GetValues<ResponsibilityLevel>().Max();
    private static readonly int LastClock = (int)Enum.GetValues<CaseClock>().Max();
    private static readonly int LastEvidence = (int)Enum.GetValues<EvidenceKind>().Max();

    public static CaseFacts? Read(
        ref EntryCursor from,
        EntryKind kind,
        ref Report? report,
        SharedTexts<string> texts,
        SharedTexts<BodyId> bodies,
        SharedTexts<ActorId> people,
        SharedTexts<CaseId> cases)
    {
        var mask = from.Int32();
        if ((mask & ~FactBytes.All) != 0 || (mask == 0 && kind <= EntryKind.Urged))
            throw EntryCursor.Bad("its facts are not known");
        var facts = (mask & ~FactBytes.Position) == 0 ? null : new CaseFacts
        {
            Key = Has(FactBytes.Key) ? System.Text.Encoding.UTF8.GetString(from.Text()) : null,
            Outcome = Has(FactBytes.Outcome) ? from.Known<CaseOutcome>(LastOutcome) : null,
            Answer = Has(FactBytes.Answer) ? from.Known<Satisfaction>(LastAnswer) : null,
            Body = Has(FactBytes.Body) ? bodies[from.Text()] : null,
            Person = Has(FactBytes.Person) ? people[from.Text()] : null,
            Related = Has(FactBytes.Related) ? cases[from.Text()] : null,
            Until = Has(FactBytes.Until) ? from.Instant() : null,
            Limit = Has(FactBytes.Limit) ? new TimeLimit(from.Int32(), (LimitUnit)from.Int32()) : null,
            Level = Has(FactBytes.Level) ? from.Known<ResponsibilityLevel>(LastLevel) : null,
            Clock = Has(FactBytes.Clock) ? from.Known<CaseClock>(LastClock) : null,
            Share = Has(FactBytes.Share) ? from.Int32() : null,
            Authority = Has(FactBytes.Authority) ? texts[from.Text()] : null,
            Evidence = Has(FactBytes.EvidenceList) ? ReadEvidence(ref from, texts) : [],
        };
        if (Has(FactBytes.Position))
            report = (report ?? throw EntryCursor.Bad("a place without a report")) with { Position = from.Point() };
        return facts;

        bool Has(int bit) => (mask & bit) != 0;
    }

    private static ValueList<Evidence> ReadEvidence(ref EntryCursor from, SharedTexts<string> texts)
    {
        var count = from.Int32();
        var pieces = new List<Evidence>(Math.Clamp(count, 1, 16));
        for (var i = 0; i < count; i++)
        {
            pieces.Add(new(from.Known<EvidenceKind>(LastEvidence), texts[from.Text()])
            {
                Hash = from.Flag() ? from.Hash() : null,
                At = from.Flag() ? from.Point() : null,
                Taken = from.OptionalInstant(),
            });
        }

        return pieces.Count > 0 ? ValueList.From(pieces) : throw EntryCursor.Bad("an empty list of evidence");
    }
}
