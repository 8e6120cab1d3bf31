using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CityDay.Output;

/// <summary>JSON as the sample writes it: Chinese stays readable, line ends are LF.</summary>
internal static class JsonText
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static JsonWriterOptions Line { get; } = new() { Encoder = Encoder };

    public static JsonWriterOptions Page { get; } = new() { Encoder = Encoder, Indented = true, NewLine = "\n" };
}
