namespace GridGov.Core.Tests;

internal static class FormSamples
{
    public static readonly FormCatalog Catalog = FormCatalog.Freeze(
        "town", 1,
        [
            Field("elders", DutyPeriod.Month), Field("founded", DutyPeriod.Once), Field("households", DutyPeriod.Year), Field("shops", DutyPeriod.Quarter),
        ],
        [Form("F-1", "households", "elders"), Form("F-2", "elders", "shops"), Form("F-3", "founded"), Form("F-4", "elders", "households", "shops")]);

    public static FormField Field(string key, DutyPeriod per) => new() { Key = key, Name = new($"Number of {key}", $"{key}数"), Per = per };

    public static FormDefinition Form(string code, params string[] fields) => new()
    {
        Code = new(code),
        Name = new($"Form {code}", $"表{code}"),
        Owner = new("bureau"),
        Fields = [.. fields],
    };
}
