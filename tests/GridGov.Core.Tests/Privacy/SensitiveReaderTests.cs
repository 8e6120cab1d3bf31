namespace GridGov.Core.Tests;

public class SensitiveReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reading_is_on_record_and_gives_the_value()
    {
        var audit = new Audit();
        var reader = new SensitiveReader(new("W1"), new("visit"), audit, new FixedClock());

        Assert.Equal("13800000000", reader.Read(new Sensitive<string>("13800000000"), "P1", "person.phone"));
        Assert.Equal([new PersonalDataAccess(Now, new("W1"), new("visit"), "P1", "person.phone")], audit.Accesses);
        Assert.DoesNotContain("13800000000", audit.Accesses[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_put_on_record_is_not_revealed()
    {
        var reader = new SensitiveReader(new("W1"), new("visit"), new Audit { Fails = true }, new FixedClock());
        Assert.Throws<IOException>(() => reader.Read(new Sensitive<string>("x"), "P1", "person.phone"));
    }

    [Fact]
    public void Reader_purpose_subject_and_field_are_always_named()
    {
        var audit = new Audit();
        Assert.Throws<ArgumentException>(() => new SensitiveReader(default, new("visit"), audit, new FixedClock()));
        Assert.Throws<ArgumentException>(() => new SensitiveReader(new("W1"), default, audit, new FixedClock()));
        Assert.Throws<ArgumentNullException>(() => new SensitiveReader(new("W1"), new("visit"), null!, new FixedClock()));
        Assert.Throws<ArgumentNullException>(() => new SensitiveReader(new("W1"), new("visit"), audit, null!));
        var reader = new SensitiveReader(new("W1"), new("visit"), audit, new FixedClock());
        Assert.Throws<ArgumentException>(() => reader.Read(new Sensitive<string>("x"), " ", "person.phone"));
        Assert.Throws<ArgumentException>(() => reader.Read(new Sensitive<string>("x"), "P1", ""));
        Assert.Throws<ArgumentNullException>(() => reader.Read<string>(null!, "P1", "person.phone"));
        Assert.Empty(audit.Accesses);
    }

    private sealed class Audit : IPersonalDataAudit
    {
        public List<PersonalDataAccess> Accesses { get; } = [];

        public bool Fails { get; init; }

        public void Record(PersonalDataAccess access)
        {
            if (Fails)
                throw new IOException("disk full");
            Accesses.Add(access);
        }
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
