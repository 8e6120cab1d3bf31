using System.Globalization;

namespace GridGov.Rules;

/// <summary>Puts what is asked for in forms into words: each form by itself, with the answers that are there already.</summary>
internal static class FormReading
{
    public static IEnumerable<AdmissionCheck> Read(DutyList list, DutyItem? item, TaskRequest request)
    {
        for (var i = 0; i < request.Forms.Count; i++)
        {
            var form = request.Forms[i];
            if (item is not null)
            {
                yield return Check(
                    "duty.form", item.Forms.Contains(form), item.Basis,
                    item.Forms.IsEmpty
                        ? new($"the item may ask for no form; the task asks for {form}", $"该事项不得要求填表；任务要求{form}")
                        : new($"the item may ask for {string.Join(", ", item.Forms)}; the task asks for {form}", $"该事项可要求{string.Join('、', item.Forms)}；任务要求{form}"),
                    new($"leave out {form}, or apply to {list.AdmissionBody} for its admission", $"不要求{form}，或向{list.AdmissionBody}申请准入"));
            }

            if (request.Answers is not { } answers)
                continue;
            var count = answers.CountAnswered(request.ToBody, form, request.On, out var asked);
            if (asked == 0)
            {
                yield return Check(
                    "form.known", false, list.Basis, new($"the form {form} is in the catalog {answers.Catalog}", $"表单{form}在目录{answers.Catalog}中"),
                    new($"enter {form} in the catalog, with what it asks for", $"将{form}及其数据项录入目录"));
                continue;
            }

            yield return Answered(list, request, answers, form, count, asked);
            if (AdmissionChecks.AsksTwice(answers.Catalog, request, i))
            {
                yield return Check(
                    "form.once", false, list.Basis, new($"nothing that {form} asks for is in another form of the same task", $"{form}与同一任务的其他表单没有相同数据项"),
                    new("ask for it in one form", "合并为一张表"));
            }
        }
    }

    private static AdmissionCheck Answered(DutyList list, in TaskRequest request, FormAnswers answers, FormCode form, int count, int asked)
    {
        var isMet = count == 0 || (request.IsPrefilled && count < asked);
        var given = answers.AnswersTo(request.ToBody, form, request.On);
        var sources = string.Join(", ", given.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Field} ({g.Form}, {g.On:O})")));
        return count == 0
            ? Check("form.new", true, list.Basis, new($"nothing that {form} asks for was reported before", $"{form}的数据项此前均未上报"), default)
            : Check(
                "form.new", isMet, list.Basis,
                new(
                    $"nothing that {form} asks for was reported before; {count} of {asked} fields were: {sources}",
                    $"{form}的数据项此前均未上报；{asked}项中已报{count}项：{sources}"),
                count == asked
                    ? new($"take all of {form} from what was reported", $"{form}全部从已报数据中提取")
                    : new($"fill in what was reported and ask for the other {asked - count} fields only", $"预填已报数据，只收集其余{asked - count}项"));
    }

    private static AdmissionCheck Check(string code, bool isMet, LegalBasis basis, LocalizedText text, LocalizedText remedy) =>
        new(code, isMet, text, basis, isMet ? null : remedy);
}
