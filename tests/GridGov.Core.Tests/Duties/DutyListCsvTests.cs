using static GridGov.Core.Tests.DutySamples;

namespace GridGov.Core.Tests;

public class DutyListCsvTests
{
    private const string Good =
        """
        code,name,name_zh,kind,instrument,article,until,assignable_by,cap,evidence,forms,approved_by,approved_on
        T-02,"Flood watch, at night",防汛值守,temporary,Order 7,,2026-09-30,District;Street,2/month,PhotoBefore,F-1;F-2,office,2026-05-01

        R-01,Licences,许可,Statutory,Town duty list 2026,Annex 3,,,,,,,
        """;

    [Fact]
    public void A_table_is_read_as_it_stands()
    {
        var list = Read(Good);

        Assert.Equal(
            [
                new DutyItem { Code = new("R-01"), Name = new("Licences", "许可"), Kind = DutyKind.Statutory, Basis = new("Town duty list 2026", "Annex 3") },
                new DutyItem
                {
                    Code = new("T-02"),
                    Name = new("Flood watch, at night", "防汛值守"),
                    Kind = DutyKind.Temporary,
                    Basis = new("Order 7"),
                    Until = new(2026, 9, 30),
                    AssignableBy = [GridLevel.District, GridLevel.Street],
                    Cap = new(2, DutyPeriod.Month),
                    Evidence = [EvidenceKind.PhotoBefore],
                    Forms = [new("F-1"), new("F-2")],
                    Approval = new(new("office"), new(2026, 5, 1)),
                },
            ],
            list.Items);
    }

    [Fact]
    public void What_is_written_is_read_to_equal_items()
    {
        var list = Freeze(
            Item("a", DutyKind.Cooperative) with
            {
                Name = new("Say \"no\", or\nyes", "说“不”"),
                Content = new("a,b", "甲"),
                From = new(2026, 1, 1),
                Until = new(2026, 12, 31),
                AssignableBy = [GridLevel.City],
                AssignableByBodies = [new("bureau")],
                AssignableTo = [GridLevel.Street],
                AssignableToBodies = [new("office"), new("station")],
                LedBy = new BodyId("bureau"),
                NeedsFunding = true,
                Cap = new(1, DutyPeriod.Once),
                Evidence = [EvidenceKind.Document, EvidenceKind.Reply],
                Forms = [new("F-1")],
                Approval = new(new("office"), new(2025, 12, 1), "No. 7"),
            },
            Item("b", DutyKind.Reclaimed) with { TakenOverBy = new BodyId("bureau") });

        Assert.Equal(list.Items, Read(DutyListCsv.Write(list)).Items);
    }

    [Fact]
    public void Every_fault_of_the_table_is_located_at_once() => Cultures.InEach(_ => Faults.AreAt(
        ["line 2, kind", "line 2, until", "line 3, name_zh", "line 3, needs_funding", "line 3, cap", "line 4", "line 5, code", "line 5, approved_on"],
        () => Read(
            """
            code,name,name_zh,kind,instrument,until,needs_funding,cap,approved_by,approved_on
            a,A,甲,Statutry,Law,2026-9-30,,,,
            b,B,,Social,Law,,yes,two,,
            c,C
            ,E,戊,Social,Law,,,,office,
            """)));

    [Fact]
    public void The_faults_of_the_list_are_located_by_line_and_code() => Faults.AreAt(
        ["line 3, b", "line 4, a"],
        () => Read(
            """
            code,name,name_zh,kind,instrument,until
            a,A,甲,Statutory,Law,
            b,B,乙,Temporary,Law,
            a,A,甲,Forbidden,Law,
            """));

    [Fact]
    public void A_table_without_its_columns_is_no_list_of_duties() =>
        Faults.AreAt(["line 1", "line 1", "line 1"], () => Read("code,name,name_zh,colour\n"));

    private static DutyList Read(string csv) => DutyListCsv.Read(new StringReader(csv), "town-2026", 3, new("office"), Basis);
}
