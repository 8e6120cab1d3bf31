namespace GridGov;

/// <summary>Turns typed characters into the plain ones of an identifier, and remembers where each one stood.</summary>
internal ref struct Folding(Span<byte> folded, Span<int> places, bool keepsMarks)
{
    private readonly Span<byte> _folded = folded;
    private readonly Span<int> _places = places;

    // The place of a separator that is allowed only if a character follows (hyphen) or none does (space).
    private int _pending = -1;

    public int Count { get; private set; }

    public readonly bool IsFull => Count == _folded.Length;

    public readonly ReadOnlySpan<byte> Folded => _folded[..Count];

    public void Add(char typed, int place)
    {
        var c = typed switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(typed - 0xFEE0),
            '\u3000' or '\u00A0' => ' ',
            _ => typed,
        };
        if (c is >= 'a' and <= 'z')
            c = (char)(c - 0x20);

        if (c == ' ')
        {
            if (keepsMarks && Count > 0 && _pending < 0)
                _pending = place;
            return;
        }

        if (c == '-' && !keepsMarks && Count > 0 && _pending < 0)
        {
            _pending = place;
            return;
        }

        if (keepsMarks && _pending >= 0)
            Append(0, _pending);
        _pending = -1;
        var known = char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || (keepsMarks && c is '-' or '/' or '_');
        Append(known ? (byte)c : (byte)0, place);
    }

    public void End()
    {
        if (!keepsMarks && _pending >= 0)
            Append(0, _pending);
    }

    private void Append(byte c, int place)
    {
        if (IsFull)
            return;
        _folded[Count] = c;
        _places[Count++] = place;
    }
}
