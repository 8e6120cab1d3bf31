namespace CityDay.Input;

/// <summary>A line that is not taken, and what to do about it.</summary>
/// <param name="Line">The physical line, from 1; the header and empty lines count.</param>
/// <param name="Column">The character (UTF-16 unit) on the line, from 1.</param>
/// <param name="Field">The column's name; empty where no column can be named.</param>
/// <param name="Value">At most 80 characters, control characters escaped.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What the owner of the file can do.</param>
internal sealed record Rejection(int Line, int Column, string Field, string Value, string Reason, string Remedy)
{
    public string Value { get; } = Shown.Of(Value);
}
