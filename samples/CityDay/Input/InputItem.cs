using System.Diagnostics.CodeAnalysis;

namespace CityDay.Input;

/// <summary>What became of one line: a row or a rejection, never both.</summary>
internal readonly record struct InputItem
{
    public InputItem(InputRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Row = row;
    }

    public InputItem(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        Rejection = rejection;
    }

    public InputRow? Row { get; }

    public Rejection? Rejection { get; }

    [MemberNotNullWhen(true, nameof(Row))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsRow => Row is not null;
}
