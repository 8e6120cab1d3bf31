using static System.FormattableString;

namespace GridGov;

/// <summary>The checks of a form catalog as a whole. Every fault is listed.</summary>
internal static class FormChecks
{
    public static void Check(FormField?[] fields, FormDefinition?[] forms, List<Fault> faults)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Length; i++)
            CheckField(fields[i], Invariant($"field {i + 1}"), keys, faults);
        if (forms.Length == 0)
            faults.Add(new("forms", "there is none"));
        var codes = new HashSet<FormCode>();
        for (var i = 0; i < forms.Length; i++)
            CheckForm(forms[i], Invariant($"form {i + 1}"), keys, codes, faults);
    }

    private static void CheckField(FormField? field, string number, HashSet<string> keys, List<Fault> faults)
    {
        if (field is null)
        {
            faults.Add(new(number, "it is null"));
            return;
        }

        var where = number;
        if (!TextId.IsValid(field.Key, out var reason))
            faults.Add(new(where, $"its key is none: {reason}"));
        else if (!keys.Add(where = field.Key))
            faults.Add(new(where, "the key occurs more than once"));
        if (IsBlank(field.Name))
            faults.Add(new(where, "its name is missing in English or Chinese"));
        if (!Enum.IsDefined(field.Per))
            faults.Add(new(where, Invariant($"its period {(int)field.Per} is not one of the seven")));
    }

    private static void CheckForm(FormDefinition? form, string number, HashSet<string> keys, HashSet<FormCode> codes, List<Fault> faults)
    {
        if (form is null)
        {
            faults.Add(new(number, "it is null"));
            return;
        }

        var where = form.Code == default ? number : form.Code.Value;
        if (form.Code == default)
            faults.Add(new(where, "its code is missing"));
        else if (!codes.Add(form.Code))
            faults.Add(new(where, "the code occurs more than once"));
        if (IsBlank(form.Name))
            faults.Add(new(where, "its name is missing in English or Chinese"));
        if (form.Owner == default)
            faults.Add(new(where, "its owner is missing"));
        if (form.Fields.IsEmpty)
            faults.Add(new(where, "it asks for nothing"));
        foreach (var twice in form.Fields.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add(new(where, $"it asks for \"{twice.Key}\" twice"));
        foreach (var key in form.Fields.Distinct(StringComparer.Ordinal).Where(k => !keys.Contains(k)))
            faults.Add(new(where, $"it asks for \"{key}\", which is not a field of the catalog"));
    }

    private static bool IsBlank(LocalizedText text) => string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Zh);
}
