using System.Globalization;

namespace GridGov;

/// <summary>Where a rule comes from (法律依据). Immutable and thread-safe.</summary>
/// <param name="Instrument">The law, regulation, standard or published list, by its own title.</param>
/// <param name="Article">The article, clause or item, or null where the whole instrument is meant.</param>
public sealed record LegalBasis(string Instrument, string? Article = null)
{
    /// <summary>Instrument and article on one line.</summary>
    public override string ToString() =>
        Article is null ? Instrument : string.Create(CultureInfo.InvariantCulture, $"{Instrument}, {Article}");
}
