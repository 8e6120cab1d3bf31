namespace GridGov;

/// <summary>What stands where an identifier went wrong: a class of characters, never the character. The numbers are stable.</summary>
public enum CharacterKind
{
    /// <summary>Nothing: there is no error, or no place for it.</summary>
    None = 0,

    /// <summary>The end of the text.</summary>
    End = 1,

    /// <summary>A digit 0 to 9, full-width ones included.</summary>
    Digit = 2,

    /// <summary>A Latin letter without accents, full-width ones included.</summary>
    Letter = 3,

    /// <summary>A space or another character of white space.</summary>
    Space = 4,

    /// <summary>A hyphen or a dash.</summary>
    Hyphen = 5,

    /// <summary>An asterisk: the number is masked, and what is masked cannot be read back.</summary>
    Mask = 6,

    /// <summary>A character of control.</summary>
    Control = 7,

    /// <summary>Any other character.</summary>
    Other = 8,

    /// <summary>Bytes that are not UTF-8, or half a surrogate pair.</summary>
    Invalid = 9,
}
