using System.Globalization;
using GridGov;
using GridGov.Storage;

// StoreWriter PATH RUN WRITERS: WRITERS callers append cases of up to nine entries each, one after another. Each line on
// the output is an entry that was acknowledged: case, number, key. It ends when it is killed, or after a minute.
if (args is not [var path, var run, var writers])
{
    await Console.Error.WriteLineAsync("StoreWriter PATH RUN WRITERS");
    return 2;
}

using var time = new CancellationTokenSource(TimeSpan.FromMinutes(1));
await using var store = SqliteCaseStore.Open(new() { Path = path }, TimeProvider.System);
var output = Console.OpenStandardOutput();
var gate = new Lock();
await Task.WhenAll(Enumerable.Range(0, int.Parse(writers, CultureInfo.InvariantCulture)).Select(w => Task.Run(() => WriteAsync(w))));
return 0;

async Task WriteAsync(int writer)
{
    for (var i = 0; !time.IsCancellationRequested; i++)
    {
        CaseEntry? last = null;
        for (var number = 1; number <= 9; number++)
        {
            last = Next(new($"{run}-{writer}-{i}"), last);
            if (await store.AppendAsync(last) != AppendResult.Appended)
                throw new InvalidOperationException($"Entry {number} of {last.Case} was refused.");
            Say($"{last.Case} {number} {last.Facts!.Key}\n");
        }
    }
}

void Say(string line)
{
    var bytes = System.Text.Encoding.UTF8.GetBytes(line);
    lock (gate)
        output.Write(bytes);
}

static CaseEntry Next(CaseId id, CaseEntry? last)
{
    var number = (last?.Number ?? 0) + 1;
    var at = new DateTimeOffset(2026, 3, 2, 8, number, 0, TimeSpan.FromHours(8));
    return CaseChain.Seal(
        new()
        {
            Case = id,
            Number = number,
            At = at,
            Kind = number == 1 ? EntryKind.Opened : EntryKind.Moved,
            By = new(new("worker-7"), new("centre"), Role.Collector),
            Trigger = "move",
            From = number == 1 ? string.Empty : $"step-{number - 1}",
            To = $"step-{number}",
            Lead = new("centre"),
            StepDue = at.AddHours(2),
            CaseDue = at.AddDays(2),
            Note = "as seen on site",
            Lifecycle = number == 1 ? new LifecycleVersion("eight-step", 1) : null,
            Report = number == 1 ? new() { Id = new(id.Value), At = at, Grid = new("g11"), Class = new("01037"), Channel = "12345" } : null,
            Facts = new() { Key = $"{id}#{number}" },
        },
        last?.Hash ?? default);
}
