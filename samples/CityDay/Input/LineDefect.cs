namespace CityDay.Input;

/// <summary>A fault of a line's form, before any field has a meaning.</summary>
/// <param name="Field">The index of the field; -1 where no field can be named.</param>
/// <param name="Column">From 1.</param>
internal sealed record LineDefect(int Field, int Column, string Value, string Reason, string Remedy);
