namespace CityDay.Tests.Cli;

public sealed class UnusableInputTests
{
    private const string PingshanHeader =
        "REC_ID,REPORT_NUM,CREATE_TIME,DISTRICT_NAME,DISTRICT_ID,STREET_NAME,STREET_ID,COMMUNITY_NAME,COMMUNITY_ID,EVENT_TYPE_NAME,EVENT_TYPE_ID,MAIN_TYPE_NAME,MAIN_TYPE_ID,SUB_TYPE_NAME,SUB_TYPE_ID,DISPOSE_UNIT_NAME,DISPOSE_UNIT_ID,EVENT_SRC_NAME,EVENT_SRC_ID,OPERATE_NUM,OVERTIME_ARCHIVE_NUM,INTIME_TO_ARCHIVE_NUM,INTIME_ARCHIVE_NUM,EVENT_PROPERTY_ID,EVENT_PROPERTY_NAME,OCCUR_PLACE";

    [Theory]
    [InlineData("gridgov")]
    [InlineData("pingshan")]
    [InlineData("boston")]
    public async Task A_file_that_is_not_there_is_named(string format)
    {
        using var folder = new Folder();

        await FailsAsync(folder["missing.csv"], format, "there is no such file", "Check the path");
    }

    [Fact]
    public async Task A_directory_is_told_from_a_file()
    {
        using var folder = new Folder();

        await FailsAsync(folder.Path, "gridgov", "this is a directory", "Name a file in it");
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "line 1")]
    [InlineData("", "no header")]
    [InlineData("report_id,reported_at,grid,class,channel\n", "no rows")]
    [InlineData("report_id,reported_at,grid,class,channel\nR1,yesterday,LJ0101001,市容环卫,12345\nR2,,,,\n", "none of the 2 rows can be used")]
    public async Task A_file_without_a_row_that_can_be_used_is_told(string text, string reason)
    {
        using var folder = new Folder();

        await FailsAsync(folder.Write("city.csv", text), "gridgov", "city.csv", reason);
    }

    [Fact]
    public async Task A_file_of_kinds_that_have_no_standard_names_the_first_of_them()
    {
        using var folder = new Folder();
        string file = folder.Write("city.csv", $"{PingshanHeader}\n1,1,2018-07-04 17:24:41,坪山区,1,龙田街道,101,南布社区,10018,天外来客,5,市容城管,1159,市容环卫,1160,队,8508,12345,13,1,0,0,1,2,投诉,-\n");

        await FailsAsync(file, "pingshan", "line 2", "天外来客", "Use one of the 18 kinds");
    }

    private static async Task FailsAsync(string file, string format, params string[] told)
    {
        using var output = new Folder();
        Played played = await Played.RunAsync("--input", file, "--format", format, "--out", output.Path);

        Assert.Equal(2, played.Exit);
        Assert.All(told, text => Assert.Contains(text, played.Errors, StringComparison.Ordinal));
        Assert.True(played.Errors.TrimEnd().Split('\n').Length > 1, "The way out stands on a line of its own.");
        Assert.Empty(output.Names);
    }
}
