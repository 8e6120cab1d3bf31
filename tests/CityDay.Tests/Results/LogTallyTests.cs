using CityDay.Results;
using GridGov;
using GridGov.Workflows;
using static CityDay.Tests.Results.Entries;

namespace CityDay.Tests.Results;

public sealed class LogTallyTests
{
    [Fact]
    public async Task Cases_entries_and_arrows_are_counted()
    {
        LogTally tally = await TallyAsync(
            Opened("A", Monday),
            Opened("B", Monday),
            Entry("A", 2, Monday, EightStep.Triggers.Assign, EightStep.Accept, EightStep.Refer) with { Handler = new("w") },
            Entry("B", 2, Monday, EightStep.Triggers.Assign, EightStep.Accept, EightStep.Refer),
            Entry("A", 3, Monday, EightStep.Triggers.Archive, EightStep.Publish, EightStep.Archive));

        Assert.Equal((5, 2, 1), (tally.Entries, tally.Opened, tally.Archived));
        Assert.Equal(2, tally.Arrows[(EightStep.Accept, EightStep.Triggers.Assign, EightStep.Refer)]);
        Assert.Equal(1, tally.Arrows[(EightStep.Publish, EightStep.Triggers.Archive, EightStep.Archive)]);
        Assert.Equal(2, tally.Arrows.Count);
        Assert.Equal((true, false), (tally.Fates[new("A")].WasAssigned, tally.Fates[new("B")].WasAssigned));
    }

    [Fact]
    public async Task The_first_entry_that_is_not_what_was_written_is_named()
    {
        CaseEntry first = CaseChain.Seal(Opened("A", Monday), default);
        CaseEntry second = CaseChain.Seal(Entry("A", 2, Monday, "assign", "accept", "refer"), first.Hash);
        CaseEntry third = CaseChain.Seal(Entry("A", 3, Monday, "start", "refer", "track"), second.Hash);

        Assert.Null((await TallyAsync(first, second, third)).Fault);
        Assert.Equal(2, (await TallyAsync(first, second with { To = "track" }, third)).Fault!.Number);
        Assert.Equal(3, (await TallyAsync(first, third)).Fault!.Number);
    }

    [Fact]
    public async Task Handling_ends_with_the_last_result()
    {
        CaseFate fate = (await TallyAsync(
            Opened("A", Monday, due: Monday.AddHours(5)),
            Entry("A", 2, Monday.AddHours(1), EightStep.Triggers.Report, EightStep.Track, EightStep.Feedback),
            Entry("A", 3, Monday.AddHours(2), EightStep.Triggers.Urge, EightStep.Feedback, EightStep.Feedback),
            Entry("A", 4, Monday.AddHours(3), EightStep.Triggers.Rework, EightStep.Feedback, EightStep.Track),
            Entry("A", 5, Monday.AddHours(6), EightStep.Triggers.Report, EightStep.Track, EightStep.Feedback),
            Entry("A", 6, Monday.AddHours(7), EightStep.Triggers.Urge, EightStep.Feedback, EightStep.Feedback))).Fates[new("A")];

        Assert.Equal(Monday.AddHours(6), fate.HandledAt);
        Assert.Equal((2, 1), (fate.Urgings, fate.Reworks));
        Assert.False(fate.IsOnTime(Monday.AddHours(6)));
    }

    [Fact]
    public async Task An_open_case_is_late_from_its_deadline_on_and_undecided_before()
    {
        CaseFate fate = (await TallyAsync(Opened("A", Monday, due: Monday.AddHours(5)))).Fates[new("A")];

        Assert.Null(fate.IsOnTime(Monday.AddHours(5)));
        Assert.False(fate.IsOnTime(Monday.AddHours(5).AddTicks(1)));
    }

    [Fact]
    public async Task What_is_handled_at_its_deadline_is_on_time()
    {
        CaseFate fate = (await TallyAsync(
            Opened("A", Monday, due: Monday.AddHours(5)),
            Entry("A", 2, Monday.AddHours(5), EightStep.Triggers.Report, EightStep.Track, EightStep.Feedback))).Fates[new("A")];

        Assert.True(fate.IsOnTime(Monday.AddDays(9)));
    }
}
