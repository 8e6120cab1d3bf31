namespace GridGov.Storage.PostgreSql.Tests;

/// <summary>Entries of some 300 bytes, each with its key.</summary>
internal static class Entries
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));

    public static CaseEntry Next(CaseId id, CaseEntry? last, string note = "井盖破损，已到场", string? key = null)
    {
        var number = (last?.Number ?? 0) + 1;
        return CaseChain.Seal(
            new()
            {
                Case = id,
                Number = number,
                At = Morning.AddMinutes(number),
                Kind = number == 1 ? EntryKind.Opened : EntryKind.Noted,
                By = new(new("网格员-7"), new("区级网格中心"), Role.Collector),
                Trigger = number == 1 ? "open" : "note",
                From = number == 1 ? string.Empty : "受理",
                To = "受理",
                Lead = new("区级网格中心"),
                CaseDue = Morning.AddDays(2),
                Note = note,
                Facts = new() { Key = key ?? $"{id}/{number}" },
                Lifecycle = number == 1 ? new("eight-step", 1) : null,
            },
            last?.Hash ?? default);
    }
}
