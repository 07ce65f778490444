using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Indicators.Formulas;
using Suite.Indicators.Periods;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Tests.Formulas;

public sealed class FormulaTests
{
    static readonly Period Year = Period.Of(PeriodType.Year, 2024, 1);

    static Gen<string> Formulas(int depth) => depth == 0
        ? Gen.Choose(0, 99).Select(n => n.ToString(CultureInfo.InvariantCulture))
        : Gen.OneOf(
            Formulas(0),
            from left in Formulas(depth - 1) from sign in Gen.Elements("+", "-", "*", "/") from right in Formulas(depth - 1) select $"({left} {sign} {right})",
            Formulas(depth - 1).Select(inner => $"-{inner}"));

    [Theory]
    [InlineData("", 0)]
    [InlineData("1 +", 3)]
    [InlineData("1 2", 2)]
    [InlineData("(1 + 2", 0)]
    [InlineData("1 + {gdp", 4)]
    [InlineData("{GDP}", 1)]
    [InlineData("2 * gdp", 4)]
    [InlineData("yoy {a}", 4)]
    [InlineData("1.2.3", 0)]
    [InlineData("1 ÷ 2", 2)]
    [InlineData("1)", 1)]
    [InlineData("yoy(yoy(yoy(yoy({a}))))", 12)]
    public void Read_WrongText_TellsTheExactPlace(string text, int position) =>
        Should.Throw<FormulaException>(() => FormulaReader.Read(text)).Position.ShouldBe(position);

    [Fact]
    public void Read_DeepOrLong_IsRefusedSoon()
    {
        Should.Throw<FormulaException>(() => FormulaReader.Read(new string('(', 499)));
        Should.Throw<FormulaException>(() => FormulaReader.Read(new string('-', 499)));
        Should.Throw<FormulaException>(() => FormulaReader.Read(new string('1', 501)));
    }

    [Fact]
    public void Read_AnyText_IsReadOrRefusedWithAPlaceInIt() => Prop.ForAll<string>(text =>
    {
        try
        {
            FormulaReader.Read(text ?? "");
            return true;
        }
        catch (FormulaException error)
        {
            return error.Position >= 0 && error.Position <= (text?.Length ?? 0);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_Precedence_AsInArithmetic()
    {
        Value("2 + 3 * 4 - 6 / 2").ShouldBe(11);
        Value("10 - 3 - 2").ShouldBe(5);
        Value("-2 * -(1 + 2)").ShouldBe(6);
        Value("1 / 0").ShouldBeNull();
    }

    [Fact]
    public void Value_AnyFormulaInBrackets_HasTheSameValue() => Prop.ForAll(Formulas(5).ToArbitrary(), text => Value(text) == Value($"({text})") && Value($"0 + ({text}) * 1") == Value(text))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Value_PerCapita_ConvertsUnits()
    {
        var figures = new Book { ["gdp"] = ("亿元", 12_000), ["people"] = ("万人", 1_000) };

        new Evaluation(figures).Value(FormulaReader.Read("{gdp} / {people}"), "x", Year, UnitReader.Read("元/人")!).ShouldBe(120_000);
        FormulaUnits.Of(FormulaReader.Read("{gdp} / {people}"), id => figures.UnitOf(id).Dimension).ToString().ShouldBe("元/人");
    }

    [Fact]
    public void Value_Growth_ComparesWithTheYearBefore()
    {
        var figures = new Book { ["gdp"] = ("亿元", 110), ["gdp@2023"] = ("亿元", 100) };

        new Evaluation(figures).Value(FormulaReader.Read("yoy({gdp})"), "x", Year, UnitReader.Read("%")!).ShouldBe(10);
    }

    [Fact]
    public void Units_AddingWhatDiffers_IsRefusedAtTheOperator()
    {
        var figures = new Book { ["gdp"] = ("亿元", 1), ["people"] = ("万人", 1) };

        Should.Throw<FormulaException>(() => FormulaUnits.Of(FormulaReader.Read("{gdp} + {people}"), id => figures.UnitOf(id).Dimension)).Position.ShouldBe(6);
    }

    [Fact]
    public void Cycles_ThroughOthers_TellTheWay()
    {
        var references = new Dictionary<string, string[]> { ["a"] = ["b", "x"], ["b"] = ["c"], ["c"] = ["a"], ["x"] = [] };

        FormulaCycles.Through("a", id => references[id]).ShouldBe(["a", "b", "c", "a"]);
        FormulaCycles.Through("x", id => references[id]).ShouldBeNull();
        FormulaCycles.Depth("x", id => references[id]).ShouldBe(0);
        FormulaCycles.Depth("a", id => references[id]).ShouldBeGreaterThan(FormulaCycles.Deepest);
    }

    static decimal? Value(string text) => new Evaluation(new Book()).Value(FormulaReader.Read(text), "x", Year);

    /// <summary>Values of 2024; with "@2023" behind the name those of the year before.</summary>
    sealed class Book : Dictionary<string, (string Unit, decimal Value)>, IFigureSource
    {
        public decimal? Value(string definition, string entity, Period period) =>
            TryGetValue(period.Year == 2024 ? definition : $"{definition}@{period.Year}", out var figure) ? figure.Value : null;

        public MeasureUnit UnitOf(string definition) => UnitReader.Read(this[definition].Unit)!;

        public string? ParentOf(string entity) => null;
    }
}
