namespace CityDay.Input;

/// <summary>The whole file is unusable.</summary>
internal sealed class InputException(string file, string reason, string remedy, Exception? inner = null)
    : Exception(null, inner)
{
    /// <summary>The length to which a value is shown; the columns of a header need more than a field.</summary>
    public const int ValueLimit = 400;

    public string File { get; } = file;

    public string Reason { get; } = reason;

    public string Remedy { get; } = remedy;

    /// <summary>From 1; null where the fault is not on a line.</summary>
    public int? Line { get; init; }

    /// <summary>From 1; null where the fault is not at one character.</summary>
    public int? Column { get; init; }

    /// <summary>The text at fault, shortened and escaped; null where there is none.</summary>
    public string? Value { get; init; }

    public override string Message
    {
        get
        {
            string place = (Line, Column) switch
            {
                (int line, int column) => FormattableString.Invariant($", line {line}, column {column}"),
                (int line, null) => FormattableString.Invariant($", line {line}"),
                _ => "",
            };
            string value = Value is null ? "" : $": {Shown.Of(Value, ValueLimit)}";
            return $"{Shown.Of(File, 260)}{place}: {Reason}{value}\n{Remedy}";
        }
    }
}
