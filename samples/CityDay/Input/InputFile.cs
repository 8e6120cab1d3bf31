namespace CityDay.Input;

/// <summary>Opens a file for <see cref="InputReader"/>.</summary>
internal static class InputFile
{
    /// <summary>Opens the file when enumeration begins and closes it when that ends.</summary>
    /// <exception cref="InputException">While enumerated.</exception>
    public static IEnumerable<InputItem> Read(string path, IInputFormat format, CancellationToken ct = default)
    {
        using FileStream stream = Open(path);
        foreach (InputItem item in InputReader.Read(stream, path, format, ct))
            yield return item;
    }

    private static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new InputException(path, "this is a directory", "Name a file in it");

        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Access = FileAccess.Read,
                Mode = FileMode.Open,
                Share = FileShare.ReadWrite,
                BufferSize = 0,
                Options = FileOptions.SequentialScan,
            });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, "there is no such file", "Check the path and the directory you are in", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InputException(path, "you may not read the file", "Ask for the right to read it, or copy it to where you have it", fault);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, $"the file cannot be opened: {fault.Message}", "Check the path", fault);
        }
    }
}
