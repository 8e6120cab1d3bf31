using System.Collections.Immutable;

namespace GridGov;

/// <summary>
/// What was reported already, by whom and for which period (一次性上报): what need not be asked for again. A value that
/// grows by <see cref="With"/>; immutable and thread-safe. It keeps days and no contents.
/// </summary>
public sealed class FormAnswers
{
    private readonly ImmutableDictionary<string, ImmutableArray<ImmutableArray<Given>>> _byHolder;

    private FormAnswers(FormCatalog catalog, ImmutableDictionary<string, ImmutableArray<ImmutableArray<Given>>> byHolder)
    {
        Catalog = catalog;
        _byHolder = byHolder;
    }

    /// <summary>The forms.</summary>
    public FormCatalog Catalog { get; }

    /// <summary>Nothing was reported yet.</summary>
    /// <param name="catalog">The forms.</param>
    /// <exception cref="ArgumentNullException"><paramref name="catalog"/> is null.</exception>
    public static FormAnswers None(FormCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new(catalog, ImmutableDictionary.Create<string, ImmutableArray<ImmutableArray<Given>>>(StringComparer.Ordinal));
    }

    /// <summary>The same with one more form that was filled in. What was given for a period already stays as it was.</summary>
    /// <param name="holder">The body that filled it in.</param>
    /// <param name="form">The form.</param>
    /// <param name="on">The day of its figures.</param>
    /// <exception cref="ArgumentException">The holder has no name, or the catalog does not have the form.</exception>
    public FormAnswers With(BodyId holder, FormCode form, DateOnly on)
    {
        if (holder == default)
            throw new ArgumentException("Somebody filled it in; name the body.", nameof(holder));
        if (Catalog.IndexOf(form) is not (>= 0 and var index))
            throw new ArgumentException($"The catalog {Catalog} has no form {form}.\nAdd it to the catalog first.", nameof(form));
        if (!_byHolder.TryGetValue(holder.Value, out var given))
            given = [.. Enumerable.Repeat(ImmutableArray<Given>.Empty, Catalog.Fields.Count)];
        var fields = given.ToBuilder();
        foreach (var field in Catalog.FieldsOf(index))
        {
            var period = DutyPeriods.NumberOf(Catalog.Fields[field].Per, on);
            if (PlaceOf(fields[field].AsSpan(), period) is < 0 and var place)
                fields[field] = fields[field].Insert(~place, new(period, index, on.DayNumber));
        }

        return new(Catalog, _byHolder.SetItem(holder.Value, fields.MoveToImmutable()));
    }

    /// <summary>What a form asks for that was reported already for the period that a day is in, in the order of the fields' keys.</summary>
    /// <param name="holder">The body that is asked.</param>
    /// <param name="form">The form.</param>
    /// <param name="on">The day.</param>
    /// <returns>The answers that are there; empty for a form that the catalog does not have.</returns>
    public ValueList<FormAnswer> AnswersTo(BodyId holder, FormCode form, DateOnly on)
    {
        var answers = new List<FormAnswer>();
        if (Catalog.IndexOf(form) is >= 0 and var index && _byHolder.TryGetValue(holder.Value, out var given))
        {
            foreach (var field in Catalog.FieldsOf(index))
            {
                if (Find(given, field, on) is { } found)
                    answers.Add(new(Catalog.Fields[field].Key, Catalog.Forms[found.Form].Code, DateOnly.FromDayNumber(found.Day)));
            }
        }

        return ValueList.From(answers);
    }

    /// <summary>How many fields of a form were reported already, without allocating.</summary>
    /// <param name="holder">The body that is asked.</param>
    /// <param name="form">The form.</param>
    /// <param name="on">The day.</param>
    /// <param name="asked">How many fields the form has; 0 for a form that the catalog does not have.</param>
    public int CountAnswered(BodyId holder, FormCode form, DateOnly on, out int asked)
    {
        asked = 0;
        if (Catalog.IndexOf(form) is not (>= 0 and var index))
            return 0;
        var fields = Catalog.FieldsOf(index);
        asked = fields.Length;
        if (!_byHolder.TryGetValue(holder.Value, out var given))
            return 0;
        var count = 0;
        foreach (var field in fields)
            count += Find(given, field, on) is null ? 0 : 1;
        return count;
    }

    private Given? Find(ImmutableArray<ImmutableArray<Given>> given, int field, DateOnly on)
    {
        var answers = given[field].AsSpan();
        if (answers.IsEmpty)
            return null;
        var place = PlaceOf(answers, DutyPeriods.NumberOf(Catalog.Fields[field].Per, on));
        return place < 0 ? null : answers[place];
    }

    // The place of a period's answer, or the complement of where it belongs.
    private static int PlaceOf(ReadOnlySpan<Given> answers, int period)
    {
        var (low, high) = (0, answers.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (answers[middle].Period == period)
                return middle;
            if (answers[middle].Period < period)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    private readonly record struct Given(int Period, int Form, int Day);
}
