namespace CityDay.Page;

/// <summary>Writes elements that read the same as HTML and as XML. All text and every attribute is cleaned and escaped.</summary>
internal sealed class Markup(TextWriter output)
{
    private readonly Stack<string> _open = new();
    private bool _startTagOpen;

    /// <summary>Starts an element; attributes without a value (null) are left out.</summary>
    public Markup Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        EndStartTag();
        if (!IsInline(name)) output.Write('\n');
        output.Write('<');
        output.Write(name);
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is null) continue;
            output.Write(' ');
            output.Write(attribute);
            output.Write("=\"");
            output.Write(Escape(value));
            output.Write('"');
        }
        _open.Push(name);
        _startTagOpen = true;
        return this;
    }

    public Markup Text(string text)
    {
        EndStartTag();
        output.Write(Escape(text));
        return this;
    }

    /// <summary>A style sheet of the page's own; it may hold neither an angle bracket nor an ampersand.</summary>
    public Markup Style(string sheet)
    {
        EndStartTag();
        output.Write('\n');
        output.Write(sheet.ReplaceLineEndings("\n"));
        return this;
    }

    public Markup Close()
    {
        string name = _open.Pop();
        if (_startTagOpen && MayBeEmpty(name))
        {
            output.Write(" />");
            _startTagOpen = false;
            return this;
        }
        EndStartTag();
        output.Write("</");
        output.Write(name);
        output.Write('>');
        return this;
    }

    public Markup Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Close();

    public Markup Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close();

    /// <summary>Text from outside: isolated in direction, shortened, in full as a tooltip if it was cut.</summary>
    public Markup Data(string text, int maxWidth = int.MaxValue, string? style = null)
    {
        string clean = PlainText.Clean(text);
        string shown = PlainText.Shorten(clean, maxWidth);
        return Element("bdi", shown, ("class", style), ("title", shown == clean ? null : clean));
    }

    private void EndStartTag()
    {
        if (_startTagOpen) output.Write('>');
        _startTagOpen = false;
    }

    private static string Escape(string text) => PlainText.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private static bool IsInline(string name) => name is "bdi" or "span" or "tspan" or "title" or "code" or "i";

    private static bool MayBeEmpty(string name) =>
        name is "meta" or "col" or "rect" or "path" or "polygon" or "line" or "circle";
}
