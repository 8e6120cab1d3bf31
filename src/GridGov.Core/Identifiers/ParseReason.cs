namespace GridGov;

/// <summary>Why a text is not an identifier. The numbers are stable.</summary>
public enum ParseReason
{
    /// <summary>There is no error.</summary>
    None = 0,

    /// <summary>There is no character but spaces.</summary>
    Empty = 1,

    /// <summary>A character that cannot stand at its place.</summary>
    Character = 2,

    /// <summary>The text ends too early, or goes on after its last character.</summary>
    Length = 3,

    /// <summary>The first two digits are no province.</summary>
    Province = 4,

    /// <summary>A division names a lower level and leaves out the one above it.</summary>
    Gap = 5,

    /// <summary>The division is not of the level that the identifier needs.</summary>
    Level = 6,

    /// <summary>The date does not exist, or lies before the first one allowed.</summary>
    Date = 7,

    /// <summary>The century of the birth cannot be told from a number of 15 digits.</summary>
    Century = 8,

    /// <summary>A part that is counted from one is zero.</summary>
    Zero = 9,

    /// <summary>The check character of the organisation code inside a credit code is wrong.</summary>
    InnerCheck = 10,

    /// <summary>The last character does not fit the others: something was mistyped.</summary>
    Check = 11,
}
