using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class InputFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cityday-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_read_and_closed_again()
    {
        string path = Path.Combine(_folder.FullName, "rows.csv");
        File.WriteAllText(path, "id,text,more\n1,a,x\n");

        Assert.Equal("1", Assert.Single(InputFile.Read(path, new ProbeFormat(), TestContext.Current.CancellationToken)).Row().Id);

        using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    [Theory]
    [InlineData("missing.csv", "there is no such file")]
    [InlineData("missing/rows.csv", "there is no such file")]
    [InlineData(".", "this is a directory")]
    public void A_path_that_is_no_file_is_unusable(string name, string reason)
    {
        InputException fault = Fault(Path.Combine(_folder.FullName, name));

        Assert.Equal(reason, fault.Reason);
        Assert.NotEmpty(fault.Remedy);
        Assert.Equal(Path.Combine(_folder.FullName, name), fault.File);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_name_that_cannot_be_is_unusable(string path) => Assert.StartsWith("the file cannot be opened", Fault(path).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_no_bytes_is_unusable()
    {
        string path = Path.Combine(_folder.FullName, "empty.csv");
        File.WriteAllBytes(path, []);

        Assert.Equal("the file has no header", Fault(path).Reason);
    }

    [Fact]
    public void A_medium_that_fails_while_it_is_read_makes_the_file_unusable()
    {
        using var stream = new FailingStream("id,text,more\n1,a,x\n"u8.ToArray());
        var items = new List<InputItem>();

        InputException fault = Assert.Throws<InputException>(
            () => items.AddRange(InputReader.Read(stream, Read.FileName, new ProbeFormat(), TestContext.Current.CancellationToken)));

        Assert.Equal((3, "the file cannot be read on: the cable is out"), (fault.Line, fault.Reason));
        Assert.IsType<IOException>(fault.InnerException);
    }

    private static InputException Fault(string path) =>
        Assert.Throws<InputException>(() => InputFile.Read(path, new ProbeFormat(), TestContext.Current.CancellationToken).ToList());

    private sealed class FailingStream(byte[] bytes) : ReadOnlyStream
    {
        private bool _given;

        public override int Read(Span<byte> buffer)
        {
            if (_given)
                throw new IOException("the cable is out");

            _given = true;
            bytes.CopyTo(buffer);
            return bytes.Length;
        }
    }
}
