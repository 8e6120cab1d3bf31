namespace GridGov;

/// <summary>One reading of a personal value: who, when, of whom, which field, for which service; never the value. Immutable.</summary>
/// <param name="At">When, by the reader's clock.</param>
/// <param name="Reader">Who read.</param>
/// <param name="Purpose">The service for which it was read, by its code on the duty list.</param>
/// <param name="Subject">The pseudonym of the person or record, for instance of a <see cref="PersonId"/>.</param>
/// <param name="Field">The stable name of the field, for instance <c>person.phone</c>.</param>
public sealed record PersonalDataAccess(DateTimeOffset At, ActorId Reader, DutyCode Purpose, string Subject, string Field);

/// <summary>Where readings of personal values are put on record. Implementations are thread-safe.</summary>
public interface IPersonalDataAudit
{
    /// <summary>Records a reading before it happens. What it throws, the reader passes on, and reveals nothing.</summary>
    /// <param name="access">The reading.</param>
    void Record(PersonalDataAccess access);
}

/// <summary>
/// Reads personal values for one person of staff and one service, each reading on record before the value is given.
/// As thread-safe as its audit.
/// </summary>
/// <remarks>
/// It is the way for programs that must account for their readings; <see cref="Sensitive{T}.Reveal"/> itself leaves no
/// trace, so such a program bans it everywhere else, for instance with an analyzer of banned symbols.
/// </remarks>
public sealed class SensitiveReader
{
    private readonly ActorId _reader;
    private readonly DutyCode _purpose;
    private readonly IPersonalDataAudit _audit;
    private readonly TimeProvider _clock;

    /// <summary>Makes a reader.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="purpose">The service for which is read.</param>
    /// <param name="audit">Where readings are put on record.</param>
    /// <param name="clock">The clock for the record.</param>
    /// <exception cref="ArgumentException">Reader or purpose is missing.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SensitiveReader(ActorId reader, DutyCode purpose, IPersonalDataAudit audit, TimeProvider clock)
    {
        if (reader == default)
            throw new ArgumentException("Somebody must be the reader.", nameof(reader));
        if (purpose == default)
            throw new ArgumentException("A personal value is read for a service; name it.", nameof(purpose));
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(clock);
        (_reader, _purpose, _audit, _clock) = (reader, purpose, audit, clock);
    }

    /// <summary>Puts the reading on record, then gives the value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value to reveal.</param>
    /// <param name="subject">The pseudonym of whom it is about; no personal value.</param>
    /// <param name="field">The stable name of the field.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">Subject or field is missing.</exception>
    public T Read<T>(Sensitive<T> value, string subject, string field)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        _audit.Record(new(_clock.GetUtcNow(), _reader, _purpose, subject, field));
        return value.Reveal();
    }
}
