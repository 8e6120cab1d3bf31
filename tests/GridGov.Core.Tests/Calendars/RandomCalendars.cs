using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Random weeks, shifts, holidays and make-up workdays round the days on which clocks change.</summary>
internal static class RandomCalendars
{
    private static readonly (string Zone, DateTimeOffset Near)[] Places =
    [
        (Clock.Shanghai, Clock.Exactly("2026-10-01 00:00 +00:00")),
        ("Asia/Kathmandu", Clock.Exactly("2026-02-27 12:00 +00:00")),
        (Clock.NewYork, Clock.Exactly("2011-03-13 07:00 +00:00")),
        (Clock.NewYork, Clock.Exactly("2011-11-06 06:00 +00:00")),
        ("Australia/Lord_Howe", Clock.Exactly("2024-04-06 15:00 +00:00")),
        ("Australia/Lord_Howe", Clock.Exactly("2024-10-05 15:30 +00:00")),
    ];

    /// <summary>Calendars with instants near them, to the minute, in order.</summary>
    public static readonly Gen<(MinuteByMinute Model, DateTimeOffset[] Instants)> WithInstants =
        from place in Gen.Int[0, Places.Length - 1].Select(i => Places[i])
        from earliest in Gen.Int[0, 10]
        from shifts in Shifts(earliest)
        from others in Shifts(earliest / 2).Array[3]
        from kinds in Gen.Int[0, 3]
        from edge in Gen.Int[-5, 5]
        from week in Gen.Bool.Array[7].Where(w => w.Contains(true))
        from marks in Gen.Int[0, 4].Array[20]
        from minutes in Gen.OneOf(Gen.Int[-4 * 1440, 4 * 1440], Gen.Int[-90, 90]).Array[4]
        select (
            new MinuteByMinute(
                TimeZoneInfo.FindSystemTimeZoneById(place.Zone),
                shifts,
                [.. Enum.GetValues<DayOfWeek>().Where(d => week[(int)d])],
                Marked(DateOnly.FromDateTime(place.Near.UtcDateTime), marks, 1),
                Marked(DateOnly.FromDateTime(place.Near.UtcDateTime), marks, 2))
            {
                // None of the three in a quarter of the calendars, all of them in another.
                Dates = kinds < 1 ? [] : [.. Marked(DateOnly.FromDateTime(place.Near.UtcDateTime), marks, 4).Select(d => (d, others[0]))],
                Own = kinds < 2 ? [] : [(DayOfWeek.Saturday, others[1])],
                Season = kinds < 3 ? null : (DayOfYear(place.Near.AddDays(edge)), DayOfYear(place.Near.AddDays(edge + 200)), others[2]),
            },
            minutes.Order().Select(m => place.Near.AddMinutes(m)).ToArray());

    /// <summary>Limits in working units that end within weeks.</summary>
    public static readonly Gen<TimeLimit> Limits = Gen.OneOf(
        Gen.Int[1, 40].Select(TimeLimit.WorkHours),
        Gen.Int[1, 6].Select(TimeLimit.WorkDays));

    /// <summary>Pauses round the instants, whole minutes, in any order, some without an end.</summary>
    public static Gen<Pause[]> Pauses(DateTimeOffset near) =>
        Gen.Select(Gen.Int[-4 * 1440, 5 * 1440], Gen.Int[0, 1440 * 2], Gen.Int[0, 40])
            .Select((from, length, open) => new Pause(near.AddMinutes(from), open == 0 ? null : near.AddMinutes(from + length)))
            .Array[0, 4];

    private static string DayOfYear(DateTimeOffset at) => at.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Gen<(int From, int To)[]> Shifts(int earliest) =>
        from lengths in Gen.Select(Gen.Int[0, 8], Gen.Int[2, 12]).Array[1, 3]
        select Lay(earliest * 30, lengths);

    private static (int From, int To)[] Lay(int at, (int Pause, int Length)[] lengths)
    {
        var shifts = new List<(int, int)>();
        foreach (var (pause, length) in lengths)
        {
            var from = at + (pause * 30);
            at = Math.Min(from + (length * 30), 1440);
            if (from < at)
                shifts.Add((from, at));
        }

        return [.. shifts];
    }

    private static DateOnly[] Marked(DateOnly near, int[] marks, int mark) =>
        [.. Enumerable.Range(0, marks.Length).Where(i => marks[i] == mark).Select(i => near.AddDays(i - 7))];
}
