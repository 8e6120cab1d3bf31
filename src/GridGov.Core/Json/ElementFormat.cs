using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GridGov;

/// <summary>Documents of an element that is sound by construction: those of its draft.</summary>
internal sealed class ElementFormat<T, TDraft>(Func<TDraft, Outcome<T>> create, Func<T, TDraft> toDraft) : DocumentFormat<T>
    where T : class
    where TDraft : class
{
    private readonly VocabularyFormat<TDraft> _drafts = new(typeof(T).Name);

    public override KeptDocument<T> Read(ReadOnlySpan<byte> utf8, NamedDefinitions named, bool keeps)
    {
        var draft = _drafts.Read(utf8, named, keeps);
        return create(draft.Value) is { Refusal: null } made ? new(made.Value, draft.Unknown) : throw Refused(create(draft.Value).Refusal!);
    }

    public override byte[] Write(KeptDocument<T> document, PersonalData personal) =>
        _drafts.Write(new(toDraft(document.Value), document.Unknown), personal);

    private static DocumentException Refused(Refusal no)
    {
        var first = no.Fields[0];
        var more = no.Fields.Count == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; and {no.Fields.Count - 1} more, see Faults");
        return new(typeof(T).Name, PathOf(first.Field), $"{first.Value.En}; {first.Rule.En}{more}", no.Fields);
    }

    // Parties[2].CitizenNumber, counted from 1, is $.parties[1].citizen_number.
    private static string PathOf(string field)
    {
        var path = new StringBuilder("$");
        foreach (var step in field.Split('.'))
        {
            var at = step.IndexOf('[', StringComparison.Ordinal);
            path.Append('.').Append(JsonNamingPolicy.SnakeCaseLower.ConvertName(at < 0 ? step : step[..at]));
            if (at >= 0)
                path.Append(CultureInfo.InvariantCulture, $"[{int.Parse(step.AsSpan(at + 1, step.Length - at - 2), CultureInfo.InvariantCulture) - 1}]");
        }

        return path.ToString();
    }
}
