using GridGov;
using GridGov.Workflows;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection().AddGridGov(city =>
{
    city.Center = new("District grid centre");
    city.Calendar = WorkCalendar.Weekdays("08:00-12:00", "14:00-18:00").In("Asia/Shanghai");
    city.Grids = GridTree.Build([
        new(new("330199001"), null, "Linjiang Street 临江街道", GridLevel.Street),
        new(new("330199001001"), new("330199001"), "Wangjiang Community 望江社区", GridLevel.Community)]);
    city.Duties = DutyList.Freeze("town-2026", 1, new("District grid centre"), new("Duty list of the town, 2026"), [
        new() { Code = new("D-07"), Name = new("Street lamps", "路灯"), Kind = DutyKind.Assisted, Basis = new("Urban Road Regulation") },
        new() { Code = new("D-99"), Name = new("Selling insurance", "推销保险"), Kind = DutyKind.Forbidden, Basis = new("Duty list of the town, 2026", "item 99") }]);
    city.Standards = CaseStandards.Freeze("town-2026", 1, [
        new() { Class = new("01037"), Name = new("Lamp out", "路灯不亮"), Duty = new("D-07"), Limit = TimeLimit.WorkDays(2) },
        new() { Class = new("99001"), Name = new("Insurance", "保险"), Duty = new("D-99"), Limit = TimeLimit.WorkDays(5) }]);
    city.Workers = [new() { Id = new("G-0012"), Body = new("Lamp crew"), Covers = [new("330199001")], Capacity = 6 }];
});
await using var provider = services.BuildServiceProvider();
var desk = provider.GetRequiredService<CaseDesk>();
var acceptor = new Actor(new("A-1"), desk.City.Center, Role.Acceptor);

var report = new Report { Id = new("R-1"), At = DateTimeOffset.UtcNow, Grid = new("330199001001"), Class = new("01037"), Channel = "12345" };
var opened = await desk.OpenAsync(report, acceptor);
var assigned = await desk.AssignAsync(opened.Value.Id, Actor.System);
Console.WriteLine($"{assigned.Value.Id}: {assigned.Value.Step}, handled by {assigned.Value.Handler}, {assigned.Value.Lead} answers for it");

var handler = new Actor(new("G-0012"), new("Lamp crew"), Role.Handler);
await desk.DoAsync(opened.Value.Id, new(EightStep.Triggers.Start, handler));
await desk.DoAsync(opened.Value.Id, new(EightStep.Triggers.Report, handler) { Note = "lamp replaced", Facts = new() { Outcome = CaseOutcome.Solved } });
var judged = await desk.DoAsync(opened.Value.Id, new(EightStep.Triggers.Verify, handler with { Role = Role.Verifier }));
Console.WriteLine(judged.Refusal);   // whoever handled it may not verify it
Console.WriteLine((await desk.OpenAsync(report with { Id = new("R-2"), Class = new("99001") }, acceptor)).Refusal);
