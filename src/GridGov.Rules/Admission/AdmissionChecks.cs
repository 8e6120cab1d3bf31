namespace GridGov.Rules;

/// <summary>Finds the conditions that a task does not meet, without allocating.</summary>
internal static class AdmissionChecks
{
    public static AdmissionFaults Find(DutyList list, DutyItem? item, in TaskRequest request)
    {
        var faults = request.IsAssessed && !list.Terms.Assessors.Contains(request.By) ? AdmissionFaults.Assessment : AdmissionFaults.None;
        if (!request.Forms.IsEmpty)
            faults |= OfForms(item, request);
        if (item is null)
            return faults | AdmissionFaults.NotListed;
        if (request.On < item.From || request.On > item.Until || request.On < list.Terms.From || request.On > list.Terms.Until)
            faults |= AdmissionFaults.NotInForce;
        if (item.Kind == DutyKind.Forbidden)
            faults |= AdmissionFaults.Forbidden;
        else if (item.TakenOverBy is not null)
            faults |= AdmissionFaults.TakenOver;
        if (!item.AssignableBy.IsEmpty && !item.AssignableBy.Contains(request.From))
            faults |= AdmissionFaults.Level;
        if (!item.AssignableByBodies.IsEmpty && !item.AssignableByBodies.Contains(request.By))
            faults |= AdmissionFaults.Body;
        if (!item.AssignableTo.IsEmpty && request.To is { } to && !item.AssignableTo.Contains(to))
            faults |= AdmissionFaults.ToLevel;
        if (!item.AssignableToBodies.IsEmpty && request.ToBody != default && !item.AssignableToBodies.Contains(request.ToBody))
            faults |= AdmissionFaults.ToBody;
        if (item.NeedsFunding && !request.IsFunded)
            faults |= AdmissionFaults.Funding;
        if (item.Cap is { } cap && request.TimesBefore >= cap.Times)
            faults |= AdmissionFaults.Cap;
        foreach (var kind in request.Evidence)
        {
            if (!item.Evidence.Contains(kind))
                faults |= AdmissionFaults.Evidence;
        }

        return faults;
    }

    private static AdmissionFaults OfForms(DutyItem? item, in TaskRequest request)
    {
        var faults = AdmissionFaults.None;
        for (var i = 0; i < request.Forms.Count; i++)
        {
            var form = request.Forms[i];
            if (item is not null && !item.Forms.Contains(form))
                faults |= AdmissionFaults.Form;
            if (request.Answers is not { } answers)
                continue;
            var answered = answers.CountAnswered(request.ToBody, form, request.On, out var asked);
            if (asked == 0)
                faults |= AdmissionFaults.UnknownForm;
            else if (answered > 0 && (answered == asked || !request.IsPrefilled) || AsksTwice(answers.Catalog, request, i))
                faults |= AdmissionFaults.Repeated;
        }

        return faults;
    }

    // A form of the same request has a field of this one too: whoever fills in both writes it twice.
    public static bool AsksTwice(FormCatalog catalog, in TaskRequest request, int form)
    {
        for (var other = 0; other < form; other++)
        {
            if (request.Forms[other] == request.Forms[form] || catalog.HaveCommonFields(request.Forms[other], request.Forms[form]))
                return true;
        }

        return false;
    }
}
