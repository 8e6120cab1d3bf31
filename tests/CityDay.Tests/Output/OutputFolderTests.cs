using CityDay.Output;
using CityDay.Tests.Cli;

namespace CityDay.Tests.Output;

public sealed class OutputFolderTests
{
    [Fact]
    public void A_file_that_could_not_be_finished_leaves_the_old_one_whole_and_nothing_else()
    {
        using var folder = new Folder();
        folder.Write("a.txt", "old");

        Assert.Throws<IOException>(() => new OutputFolder(folder.Path).Write("a.txt", stream =>
        {
            stream.WriteByte((byte)'n');
            throw new IOException("disk full");
        }));

        Assert.Equal(["a.txt"], folder.Names);
        Assert.Equal("old", folder.Text("a.txt"));
    }

    [Fact]
    public async Task So_it_is_where_writing_takes_its_time()
    {
        using var folder = new Folder();
        folder.Write("a.txt", "old");

        await Assert.ThrowsAsync<IOException>(() => new OutputFolder(folder.Path).WriteAsync("a.txt", _ => Task.FromException(new IOException("disk full"))));

        Assert.Equal(["a.txt"], folder.Names);
        Assert.Equal("old", folder.Text("a.txt"));
    }

    [Fact]
    public void Text_is_utf_8_without_a_mark_and_with_line_feeds()
    {
        using var folder = new Folder();

        new OutputFolder(folder.Path).WriteText("a.txt", writer => writer.WriteLine("网格"));

        Assert.Equal("网格\n"u8, folder.Bytes("a.txt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_names_no_folder_is_refused(string path) => Assert.Throws<UnusableOutputException>(() => new OutputFolder(path));
}
