using System.Text;
using CityDay.Input;

namespace CityDay.Tests.Input;

/// <summary>Reads text as if it were a file.</summary>
internal static class Read
{
    public const string FileName = "city.csv";

    public static List<InputItem> All(string text, IInputFormat? format = null) => All(Encoding.UTF8.GetBytes(text), format);

    public static List<InputItem> All(byte[] bytes, IInputFormat? format = null) => All(new MemoryStream(bytes), format);

    public static List<InputItem> All(Stream stream, IInputFormat? format = null) =>
        [.. InputReader.Read(stream, FileName, format ?? new ProbeFormat(), TestContext.Current.CancellationToken)];

    /// <summary>Lines of the probe format, below its header.</summary>
    public static List<InputItem> Lines(params string[] lines) => All($"{ProbeFormat.Header}\n{string.Join('\n', lines)}\n");

    public static InputException Fault(string text, IInputFormat? format = null) => Assert.Throws<InputException>(() => All(text, format));

    public static InputException Fault(byte[] bytes, IInputFormat? format = null) => Assert.Throws<InputException>(() => All(bytes, format));

    public static Rejection Rejection(this InputItem item)
    {
        Assert.Null(item.Row);
        Assert.NotNull(item.Rejection);
        return item.Rejection;
    }

    public static InputRow Row(this InputItem item)
    {
        Assert.Null(item.Rejection);
        Assert.NotNull(item.Row);
        return item.Row;
    }

    public static byte[] Join(params ReadOnlySpan<object> parts)
    {
        var bytes = new List<byte>();
        foreach (object part in parts)
            bytes.AddRange(part as byte[] ?? Encoding.UTF8.GetBytes((string)part));
        return [.. bytes];
    }
}
