using System.Globalization;

namespace CityDay.Input;

/// <summary>Holds one line against the quote rules of RFC 4180, with a line end inside quotes refused.</summary>
internal static class LineScanner
{
    private enum State
    {
        FieldStart,
        Bare,
        Quoted,
        AfterQuote,
    }

    /// <summary>Fills <paramref name="starts"/> with the index of each field's first character, up to the fault.</summary>
    /// <returns>Null when the line is well formed.</returns>
    public static LineDefect? Check(ReadOnlySpan<char> line, List<int> starts)
    {
        starts.Clear();
        starts.Add(0);
        var state = State.FieldStart;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (char.IsControl(c) && c != '\t')
                return Control(line, starts, i);

            switch (state, c)
            {
                case (State.FieldStart, '"'):
                    state = State.Quoted;
                    break;
                case (State.Bare, '"'):
                    return At(line, starts, i, "a quote inside a field that is not quoted", "Quote the whole field and double the quotes in it");
                case (State.Quoted, '"'):
                    state = State.AfterQuote;
                    break;
                case (State.AfterQuote, '"'):
                    state = State.Quoted;
                    break;
                case (State.Quoted, _):
                    break;
                case (_, ','):
                    state = State.FieldStart;
                    starts.Add(i + 1);
                    break;
                case (State.AfterQuote, _):
                    return At(line, starts, i, "text after a closing quote", "Double the quotes inside a quoted field");
                default:
                    state = State.Bare;
                    break;
            }
        }

        return state == State.Quoted ? Unclosed(line, starts) : null;
    }

    private static LineDefect Control(ReadOnlySpan<char> line, List<int> starts, int at) => line[at] switch
    {
        '\0' => At(line, starts, at, "a NUL character: not a UTF-8 text file", Utf8Remedy.FromUtf16),
        '\r' => At(line, starts, at, "a carriage return inside the line", "End lines with LF or CRLF"),
        char c => At(line, starts, at, string.Create(CultureInfo.InvariantCulture, $"control character U+{(int)c:X4}"), "Remove it"),
    };

    private static LineDefect Unclosed(ReadOnlySpan<char> line, List<int> starts)
    {
        int open = starts[^1];
        return At(
            line,
            starts,
            open,
            string.Create(CultureInfo.InvariantCulture, $"quote opened at column {open + 1} is not closed on this line"),
            "Close the quote; a field may not run over a line end");
    }

    private static LineDefect At(ReadOnlySpan<char> line, List<int> starts, int at, string reason, string remedy) =>
        new(starts.Count - 1, at + 1, Shown.Of(line[starts[^1]..]), reason, remedy);
}
