namespace GridGov;

/// <summary>Whether a standard wants a field (约束). The letters are those of GB/T 47678.5 tables 2 and 3 (secondary source).</summary>
public enum FieldRequirement
{
    /// <summary>Must be there (M, 必选).</summary>
    Mandatory = 1,

    /// <summary>May be there (O, 可选).</summary>
    Optional = 2,

    /// <summary>Must be there under a condition that the record's docstring states (C, 条件必选).</summary>
    Conditional = 3,
}

/// <summary>The type of a field in a standard's table.</summary>
public enum FieldType
{
    /// <summary>Characters (C, 字符型).</summary>
    Text = 1,

    /// <summary>A date of eight digits, year, month and day (D8, 日期型).</summary>
    Date = 2,
}

/// <summary>One row of a standard's table of attributes. Immutable and thread-safe.</summary>
/// <param name="Property">The property that carries it, for instance <c>Name</c> or <c>Competent.Code</c>.</param>
/// <param name="StandardName">The name in the standard, for instance <c>GLBJMC</c>.</param>
/// <param name="Chinese">The attribute's name in Chinese.</param>
/// <param name="Type">The type.</param>
/// <param name="Length">The longest value in characters, from 1; 8 for a date.</param>
/// <param name="Requirement">Whether it must be there.</param>
public sealed record ElementField(string Property, string StandardName, string Chinese, FieldType Type, int Length, FieldRequirement Requirement);

/// <summary>
/// A standard's table of attributes as data, so that a city whose registry is wider or stricter states its own.
/// Immutable and thread-safe.
/// </summary>
public sealed class ElementFieldTable
{
    internal ElementFieldTable(LegalBasis basis, ValueList<ElementField> fields)
    {
        Basis = basis;
        Fields = fields;
    }

    /// <summary>Standard and table.</summary>
    public LegalBasis Basis { get; }

    /// <summary>The attributes, in the order of the table.</summary>
    public ValueList<ElementField> Fields { get; }

    /// <summary>The row of a property.</summary>
    /// <param name="property">The property, as <see cref="ElementField.Property"/> names it.</param>
    /// <exception cref="KeyNotFoundException">The table has no such property.</exception>
    public ElementField this[string property]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (string.Equals(field.Property, property, StringComparison.Ordinal))
                    return field;
            }

            throw new KeyNotFoundException($"{Basis} has no field for the property {property}.");
        }
    }

    /// <summary>
    /// The table as one city keeps it: another length of one attribute, or one that it makes mandatory, under the city's
    /// own instrument. What the table wants already stays wanted.
    /// </summary>
    /// <param name="basis">The instrument by which the city deviates.</param>
    /// <param name="property">The property whose row changes.</param>
    /// <param name="length">The longest value in characters, from 1.</param>
    /// <param name="requirement">Whether it must be there.</param>
    /// <exception cref="KeyNotFoundException">The table has no such property.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The length is below 1, or the requirement is none of the three or would drop a mandatory field.
    /// </exception>
    public ElementFieldTable With(LegalBasis basis, string property, int length, FieldRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var row = this[property];
        if (!Enum.IsDefined(requirement) || row.Requirement == FieldRequirement.Mandatory && requirement != FieldRequirement.Mandatory)
            throw new ArgumentOutOfRangeException(nameof(requirement), requirement, "It is none of the three, or drops a mandatory field.");
        var changed = row with { Length = length, Requirement = requirement };
        return new(basis, ValueList.From(Fields.Select(f => ReferenceEquals(f, row) ? changed : f)));
    }

    /// <summary>Standard and table.</summary>
    public override string ToString() => Basis.ToString();
}
