using System.Text;

namespace CityDay.Tests.Cli;

/// <summary>A console that presses Ctrl-C when a text is printed.</summary>
internal sealed class CancelAt(string text) : StringWriter
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    public override void Write(char value)
    {
        base.Write(value);
        Look();
    }

    public override void Write(string? value)
    {
        base.Write(value);
        Look();
    }

    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        Look();
    }

    public override Encoding Encoding => Encoding.UTF8;

    protected override void Dispose(bool disposing)
    {
        _source.Dispose();
        base.Dispose(disposing);
    }

    private void Look()
    {
        if (!_source.IsCancellationRequested && GetStringBuilder().ToString().Contains(text, StringComparison.Ordinal))
            _source.Cancel();
    }
}
