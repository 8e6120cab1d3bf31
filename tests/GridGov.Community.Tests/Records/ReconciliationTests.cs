using CsCheck;

namespace GridGov.Community.Tests.Records;

public sealed class ReconciliationTests
{
    private static readonly BodyId Community = new("community");
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static ValueList<FieldAuthority> Authorities => [new("registered", "police"), new("rent", "housing")];

    [Fact]
    public void Who_keeps_the_ledger_that_is_right_settles_and_where_none_is_the_community_looks()
    {
        var police = Ledger("police", Monday, ("h1", "registered=A road;members=3"), ("h2", "registered=B road;members=2"));
        var grid = Ledger("grid", Monday, ("h1", "registered=A road ;members=4"), ("h2", "registered=C road"), ("h3", "members=1"));

        var found = Reconciliation.Compare([police, grid, Ledger("housing", Monday)], Authorities, Community);

        Assert.Equal(
        [
            new("h1", null, ["housing"], Community),
            new("h1", "members", ["grid", "police"], Community),
            new("h2", null, ["housing"], Community),
            new("h2", "members", ["grid", "police"], Community),
            new("h2", "registered", ["grid"], new("police office")),
            new("h3", null, ["housing", "police"], Community),
        ], found);
    }

    [Fact]
    public void What_changed_is_named_by_field_and_never_by_value()
    {
        var before = Ledger("grid", Monday, ("h1", "phone=1380000;members=3"), ("h2", "members=2"));
        var after = Ledger("grid", Monday.AddDays(7), ("h1", "phone=1390000;members=3"), ("h3", "members=1"));

        var changes = Reconciliation.Changes(before, after);

        Assert.Equal(
            [new("h1", RecordChangeKind.Changed, ["phone"]), new("h2", RecordChangeKind.Removed, []), new("h3", RecordChangeKind.Added, [])], changes);
        Assert.DoesNotContain("1390000", string.Concat(changes), StringComparison.Ordinal);
        Assert.DoesNotContain("1390000", new RecordRow("h1", Fields("phone=1390000")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_book_says_what_is_new_what_stands_and_what_is_settled()
    {
        var book = new ReconciliationBook(ReconciliationRhythm.Weekly, Authorities.RemoveAtHousing(), Community);
        var police = Ledger("police", Monday, ("h1", "registered=A"), ("h2", "registered=B"));

        var first = book.Take(Monday, [police, Ledger("grid", Monday, ("h1", "registered=X"), ("h2", "registered=B"))]);
        var second = book.Take(Monday.AddDays(7), [police, Ledger("grid", Monday, ("h1", "registered=X"), ("h2", "registered=Y"))]);
        var third = book.Take(Monday.AddDays(14), [police, Ledger("grid", Monday, ("h1", "registered=A"), ("h2", "registered=Y"))]);

        Assert.Equal("h1", first.New.Single().Discrepancy.Key);
        Assert.Equal(Monday, second.Standing.Single().Since);
        Assert.Equal("h2", second.New.Single().Discrepancy.Key);
        Assert.Equal("h1", third.Settled.Single().Discrepancy.Key);
        Assert.Equal(KeyValuePair.Create(new BodyId("police office"), 1), third.ToSettle.Single());
        Assert.Equal(Monday.AddDays(21), book.NextDue);
        Assert.Throws<ArgumentException>(() => book.Take(Monday.AddDays(14), [police, Ledger("grid", Monday)]));
    }

    [Fact]
    public void The_last_of_a_month_stays_the_last()
    {
        var book = new ReconciliationBook(ReconciliationRhythm.Monthly, [], Community);
        RecordLedger[] ledgers = [Ledger("a", Monday), Ledger("b", Monday)];

        Assert.Null(book.NextDue);
        book.Take(new(2026, 1, 31), ledgers);
        Assert.Equal(new DateOnly(2026, 2, 28), book.NextDue);
        book.Take(book.NextDue!.Value, ledgers);
        Assert.Equal(new DateOnly(2026, 3, 31), book.NextDue);
    }

    [Fact]
    public void Equal_ledgers_never_disagree_and_a_changed_value_is_always_found() =>
        Gen.Select(Gen.Int[0, 3].Array[1, 12], Gen.Int[0, 11]).Sample((values, at) =>
        {
            var rows = values.Select((v, i) => ($"h{i}", $"members={v + 1}")).ToArray();
            var same = Reconciliation.Compare([Ledger("a", Monday, rows), Ledger("b", Monday, rows)], [], Community);
            var changed = rows.ToArray();
            var i = at % rows.Length;
            changed[i].Item2 = "members=99";
            var found = Reconciliation.Compare([Ledger("a", Monday, rows), Ledger("b", Monday, changed)], [], Community);

            Assert.Empty(same);
            Assert.Equal(new("h" + i, "members", ["a", "b"], Community), found.Single());
        });

    [Fact]
    public void A_ledger_with_faults_is_refused_by_row_and_without_values()
    {
        var e = Assert.Throws<DefinitionException>(() => RecordLedger.Freeze("a", default, Monday,
            [new("h1", Fields("phone=1380000")), new("h1", Fields("phone=1380000")), new(" ", Fields("phone=1380000"))]));

        Assert.Equal(["keeper", "row 2", "row 3"], e.Faults.Select(f => f.Where));
        Assert.DoesNotContain("1380000", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ledgers_that_cannot_be_compared_are_a_mistake()
    {
        var a = Ledger("a", Monday);
        Assert.Throws<ArgumentException>(() => Reconciliation.Compare([a], [], Community));
        Assert.Throws<ArgumentException>(() => Reconciliation.Compare([a, a], [], Community));
        Assert.Throws<ArgumentException>(() => Reconciliation.Compare([a, Ledger("b", Monday)], [new("x", "c")], Community));
        Assert.Throws<ArgumentException>(() => Reconciliation.Changes(a, a));
    }

    private static RecordLedger Ledger(string id, DateOnly on, params (string Key, string Fields)[] rows) =>
        RecordLedger.Freeze(id, new($"{id} office"), on, rows.Select(r => new RecordRow(r.Key, Fields(r.Fields))));

    private static Dictionary<string, Sensitive<string>> Fields(string fields) =>
        fields.Split(';').Select(f => f.Split('=')).ToDictionary(f => f[0], f => new Sensitive<string>(f[1]));
}

file static class Lists
{
    public static ValueList<FieldAuthority> RemoveAtHousing(this ValueList<FieldAuthority> all) => ValueList.From(all.Where(a => a.Ledger != "housing"));
}
