using System.Text;

namespace CityDay.Output;

/// <summary>The folder given with --out. A file appears under its name only when it is whole.</summary>
internal sealed class OutputFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;

    /// <exception cref="UnusableOutputException">The folder cannot be made or written.</exception>
    public OutputFolder(string path)
    {
        _path = path;
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, ".probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableOutputException(path, e);
        }
    }

    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Takes a file away, so that a run that is killed leaves no file of an older one that vouches for it.</summary>
    public void Remove(string name) => File.Delete(PathOf(name));

    public void Write(string name, Action<Stream> write)
    {
        var partial = PathOf(name) + ".partial";
        try
        {
            using (var stream = File.Create(partial))
                write(stream);
            File.Move(partial, PathOf(name), overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    public async Task WriteAsync(string name, Func<Stream, Task> write)
    {
        var partial = PathOf(name) + ".partial";
        try
        {
            await using (var stream = File.Create(partial))
                await write(stream);
            File.Move(partial, PathOf(name), overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    public void WriteText(string name, Action<TextWriter> write) => Write(name, stream =>
    {
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });
}

/// <summary>The folder for the output cannot be used.</summary>
internal sealed class UnusableOutputException(string path, Exception inner)
    : Exception($"{path}: this folder cannot be written: {inner.Message}\nName another with --out.", inner);
