using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Assignments;
using Suite.Tasks.Contributions;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

public sealed class ReportSourcesTests
{
    static readonly DateTimeOffset Now = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly Actor By = new("x", "某人");

    [Fact]
    public void Kept_WhateverChanges_CitesNoFigureThatIsAnotherAndNoTextThatIsGone() => Prop.ForAll(Contents().ToArbitrary(), Contents().ToArbitrary(), (before, after) =>
    {
        var kept = ReportSources.Kept(before with { Sources = [new("water", "水务局", 1, [ReportSources.Narrative], [1, 2, 3])] }, after);
        return kept.SelectMany(s => s.Ordinals).All(o => after.Figures.Any(f => f.Ordinal == o && before.Figures.Any(b => b with { Note = "" } == f with { Note = "" })))
            && (after.Narrative.Length > 0 || kept.All(s => s.Fields.Count == 0)) && kept.All(s => s.Fields.Count + s.Ordinals.Count > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_AFigureTakenFromAnother_HasTheLastSourceAlone() =>
        ReportSources.With([new("a", "甲", 1, ["narrative"], [1, 2])], new("b", "乙", 1, [], [2])).Select(s => (s.Unit, string.Join(',', s.Ordinals))).ShouldBe([("a", "1"), ("b", "2")]);

    [Fact]
    public void Into_Workstreams_ArePutBehindThoseThatAreThere()
    {
        var said = ReportContent.Empty with { Parts = [new("产值方面", "增产。", "", ""), new("引才方面", "引才。", "", "")] };
        var contribution = ProgressReport.Open(new(new TaskName("p", 1), "water", 1), "市水务局", AssignmentRole.Support, said, By, Now);
        var report = EnteredContent.Of(ReportContent.Empty with { Parts = [new("产值方面", "增长。", "", "")] });
        var taken = new TakenOver(contribution, contribution.Newest, [ReportSources.Parts], []).Into(report, _ => false);
        taken.Parts.Select(p => (p.Workstream, p.Narrative)).ShouldBe([("产值方面", "增长。\n市水务局：增产。"), ("引才方面", "市水务局：引才。")]);
    }

    static Gen<ReportContent> Contents() =>
        from narrative in Gen.Elements("", "有进展。")
        from figures in Gen.ListOf(from ordinal in Gen.Choose(1, 4) from value in Gen.Choose(0, 2) select new ReportedFigure(ordinal, value, value, ""))
        select ReportContent.Empty with { Narrative = narrative, Figures = [.. figures.DistinctBy(f => f.Ordinal)] };
}
