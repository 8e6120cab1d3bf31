namespace CityDay.Input;

/// <summary>How the lines of one kind of file become rows.</summary>
internal interface IInputFormat
{
    string Name { get; }

    /// <summary>The city's own time.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>The column whose values may not repeat.</summary>
    string IdColumn { get; }

    /// <summary>Columns without which no line can be mapped; more are allowed, in any order.</summary>
    IReadOnlyList<string> RequiredColumns { get; }

    /// <summary>The fields are lent for the duration of the call.</summary>
    InputItem Map(LineFields fields);
}
