namespace CityDay.Input;

/// <summary>One level of a place: a street, a community, a ward, a precinct.</summary>
internal readonly record struct GridStep(string Code, string Name);
