using CityDay.Input;

namespace CityDay.Tests.Input;

/// <summary>Real files, which stand beside the repository and never in it.</summary>
public sealed class RealFileTests
{
    [Fact]
    public void Every_line_of_pingshan_is_taken()
    {
        List<InputItem> items = Items("pingshan/minsheng.csv", new PingshanFormat());

        List<InputRow> rows = [.. items.Select(item => item.Row())];
        Assert.Equal(6_993, rows.Count);
        Assert.Equal([("", 6_987), ("no street given", 6)], Notes(rows));
        Assert.Equal(6, rows.Where(row => row.Place.Count > 0).Select(row => row.Place[0]).Distinct().Count());
        Assert.Equal(23, rows.Where(row => row.Place.Count == 2).Select(row => row.Place[1]).Distinct().Count());
        Assert.Equal(18, rows.Select(row => row.Category).Distinct().Count());
        Assert.Equal((6_364, 627, 2), (rows.Count(row => row.OnTime == true), rows.Count(row => row.OnTime == false), rows.Count(row => row.OnTime is null)));
        Assert.Equal(17, rows.Count(row => row.Unit is null));
        Assert.DoesNotContain(rows, row => row.StillOpen);
    }

    [Fact]
    public void Every_line_of_boston_is_taken()
    {
        List<InputItem> items = Items("boston/boston311_2011q3.csv", new BostonFormat());

        List<InputRow> rows = [.. items.Select(item => item.Row())];
        Assert.Equal(31_828, rows.Count);
        Assert.Equal([("", 30_383), ("contradiction", 8), ("no precinct given", 47), ("no ward given", 1_390)], Notes(rows));
        Assert.Equal(22, rows.Where(row => row.Place.Count > 0).Select(row => row.Place[0]).Distinct().Count());
        Assert.Equal((25_369, 6_376, 83), (rows.Count(row => row.OnTime == true), rows.Count(row => row.OnTime == false), rows.Count(row => row.OnTime is null)));
        Assert.Equal(1_747, rows.Count(row => row.StillOpen));
        Assert.Equal(1_747, rows.Count(row => row.HandledAt is null));
        Assert.Equal(5_013, rows.Count(row => row.Target is null));
    }

    [Fact]
    public void A_real_file_read_in_the_other_format_is_told_apart()
    {
        InputException fault = Assert.Throws<InputException>(() => Items("boston/boston311_2011q3.csv", new PingshanFormat()));

        Assert.Equal("this looks like boston: use --format boston", fault.Remedy);
    }

    private static List<(string Note, int Count)> Notes(List<InputRow> rows) =>
    [
        .. rows.GroupBy(row => row.PlaceNote is { } note && note.StartsWith("ward ", StringComparison.Ordinal) ? "contradiction" : row.PlaceNote ?? "")
            .Select(notes => (notes.Key, notes.Count()))
            .OrderBy(notes => notes.Key, StringComparer.Ordinal),
    ];

    private static List<InputItem> Items(string file, IInputFormat format)
    {
        string path = Path.Combine(SharedData.Folder ?? "", file);
        Assert.SkipUnless(File.Exists(path), $"no shared/data/{file} above the tests, and GRIDGOV_DATA names no folder that has it");
        return [.. InputFile.Read(path, format, TestContext.Current.CancellationToken)];
    }
}
