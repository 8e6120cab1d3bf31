namespace GridGov;

/// <summary>The end of an entry's form 2: a mask of what is present, then those values in the order of their bits.</summary>
internal static class FactBytes
{
    public const int Key = 1 << 0;
    public const int Outcome = 1 << 1;
    public const int Answer = 1 << 2;
    public const int Body = 1 << 3;
    public const int Person = 1 << 4;
    public const int Related = 1 << 5;
    public const int Until = 1 << 6;
    public const int Limit = 1 << 7;
    public const int Level = 1 << 8;
    public const int Clock = 1 << 9;
    public const int Share = 1 << 10;
    public const int Authority = 1 << 11;
    public const int EvidenceList = 1 << 12;
    public const int Position = 1 << 13;
    public const int All = (1 << 14) - 1;

    public static int MaskOf(CaseEntry entry)
    {
        var mask = entry.Report?.Position is null ? 0 : Position;
        if (entry.Facts is not { } f)
            return mask;
        return mask
            | (f.Key is null ? 0 : Key)
            | (f.Outcome is null ? 0 : Outcome)
            | (f.Answer is null ? 0 : Answer)
            | (f.Body is null ? 0 : Body)
            | (f.Person is null ? 0 : Person)
            | (f.Related is null ? 0 : Related)
            | (f.Until is null ? 0 : Until)
            | (f.Limit is null ? 0 : Limit)
            | (f.Level is null ? 0 : Level)
            | (f.Clock is null ? 0 : Clock)
            | (f.Share is null ? 0 : Share)
            | (f.Authority is null ? 0 : Authority)
            | (f.Evidence.IsEmpty ? 0 : EvidenceList);
    }

    public static void Write(CaseEntry entry, int mask, ref CanonicalBytes bytes)
    {
        bytes.Int32(mask);
        if (entry.Facts is { } f)
            Write(f, mask, ref bytes);
        if (entry.Report?.Position is { } position)
            Point(position, ref bytes);
    }

    private static void Write(CaseFacts f, int mask, ref CanonicalBytes bytes)
    {
        if ((mask & Key) != 0)
            bytes.Text(f.Key);
        Number((int?)f.Outcome, ref bytes);
        Number((int?)f.Answer, ref bytes);
        if ((mask & Body) != 0)
            bytes.Text(f.Body?.Value);
        if ((mask & Person) != 0)
            bytes.Text(f.Person?.Value);
        if ((mask & Related) != 0)
            bytes.Text(f.Related?.Value);
        if ((mask & Until) != 0)
            bytes.Instant(f.Until);
        Number(f.Limit?.Amount, ref bytes);
        Number((int?)f.Limit?.Unit, ref bytes);
        Number((int?)f.Level, ref bytes);
        Number((int?)f.Clock, ref bytes);
        Number(f.Share, ref bytes);
        if ((mask & Authority) != 0)
            bytes.Text(f.Authority);
        if ((mask & EvidenceList) != 0)
            Write(f.Evidence, ref bytes);
    }

    private static void Number(int? value, ref CanonicalBytes bytes)
    {
        if (value is { } present)
            bytes.Int32(present);
    }

    private static void Write(ValueList<Evidence> list, ref CanonicalBytes bytes)
    {
        bytes.Int32(list.Count);
        foreach (var evidence in list)
        {
            bytes.Int32((int)evidence.Kind);
            bytes.Text(evidence.Reference);
            bytes.Int32(evidence.Hash is null ? 0 : 1);
            if (evidence.Hash is { } hash)
                bytes.Hash(hash);
            bytes.Int32(evidence.At is null ? 0 : 1);
            if (evidence.At is { } at)
                Point(at, ref bytes);
            bytes.Instant(evidence.Taken);
        }
    }

    private static void Point(GeoPoint point, ref CanonicalBytes bytes)
    {
        if (point.System == default)
            throw new ArgumentException("A point of the entry has no coordinate system.");
        bytes.Int32((int)point.System);
        bytes.Double(point.Longitude);
        bytes.Double(point.Latitude);
    }
}
