using System.Globalization;
using CityDay.Results;
using GridGov;
using GridGov.Rules;

namespace CityDay.Output;

/// <summary>Writes <c>duties.txt</c>: the change of the duty list and the burden report, in English.</summary>
internal static class DutyText
{
    public static string Of(DutyListDiff? diff, BurdenReport burden)
    {
        var minutes = string.Create(
            CultureInfo.InvariantCulture,
            $"Minutes are assumed: {CityDuties.OnSite} on site, {CityDuties.OwnDuty} for an own duty or {CityDuties.Helping} where another body leads, {CityDuties.Form} for the form of each result.");
        return $"{diff?.ToString() ?? "The list has no older version."}\n\n{burden}\n\n{minutes}\n";
    }
}
