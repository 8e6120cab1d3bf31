using System.Text;
using System.Text.Json;

namespace CityDay.Tests.Cli;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("city-day-");

    public string Path => _folder.FullName;

    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Text(string name) => File.ReadAllText(this[name]);

    public byte[] Bytes(string name) => File.ReadAllBytes(this[name]);

    public string[] Lines(string name) => File.ReadAllLines(this[name]);

    public List<JsonElement> Json(string name) => [.. File.ReadLines(this[name]).Select(line => JsonElement.Parse(line))];

    public JsonElement Summary() => JsonElement.Parse(Text("summary.json"));

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
