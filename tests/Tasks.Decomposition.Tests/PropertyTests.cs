using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>What holds for every document, on generated cells and on the tables at hand.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Pieces =
    [
        "一季度：", "<b>二季度：</b>", "三、四季度:", "全年，", "<b>建设方面：</b>", "<b>(1)东馆。</b>", "。", "；", "，", "<p>", "</p>", " ", "完成投资3.5亿元", "新建1—2个站",
        "增长8%以上", "每季度", "《三年计划(2023-2025)》", "<", "&amp;", "(", "力争达到", "累计", "第十届", "二期工程", "2024年", "\u3000", "GDP ", "AI",
    ];

    private static IEnumerable<string> Tables()
    {
        yield return Samples.Table;
        if (SharedFiles.Table is { } real) yield return File.ReadAllText(real);
    }

    private static Arbitrary<string> Cells() => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void ScheduleReader_AnyCell_MarksAndItemsCoverItInOrder() => Prop.ForAll(Cells(), text =>
    {
        var cell = CellTextReader.Read(text, 0, text.Length);
        var (items, marks) = ScheduleReader.Read(cell);
        Covers(cell, items, marks).ShouldBeTrue(text);
    }).QuickCheckThrowOnFailure();

    private static bool Covers(CellText cell, List<ScheduleDraft> items, List<Mark> marks)
    {
        var at = 0;
        foreach (var span in items.Select(i => i.Span).Concat(marks.Select(m => m.Span)).OrderBy(s => s.Start))
        {
            if (span.Start != at) return items.Count == 0 || cell.Folded[at..span.Start].All(c => !char.IsLetterOrDigit(c));
            at = span.End;
        }
        return cell.Folded[at..].All(c => !char.IsLetterOrDigit(c));
    }

    [Fact]
    public void Read_AnyCells_SpansPointAtTheirWords() => Prop.ForAll(Cells(), Cells(), (target, schedule) =>
        SpansHold(new PlanReader().Read(Samples.OneTask("做好" + target, schedule)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_Tables_SpansPointAtTheirWords()
    {
        foreach (var table in Tables()) SpansHold(new PlanReader().Read(table));
    }

    private static void SpansHold(PlanDocument plan)
    {
        foreach (var task in plan.Tasks)
        {
            foreach (var amount in task.TargetCommitments) amount.Span.In(task.Target).ShouldBe(amount.Verbatim);
            foreach (var item in task.Schedule)
            {
                item.Span.In(task.ScheduleText).ShouldBe(item.Text);
                foreach (var amount in item.Commitments)
                {
                    amount.Span.In(task.ScheduleText).ShouldBe(amount.Verbatim);
                    amount.Span.Start.ShouldBeGreaterThanOrEqualTo(item.Span.Start);
                    amount.Span.End.ShouldBeLessThanOrEqualTo(item.Span.End);
                }
            }
        }
    }

    [Fact]
    public void CellTextReader_AnyCell_RemembersWhereItsCharactersStood() => Prop.ForAll(Cells(), text =>
    {
        var cell = CellTextReader.Read(text, 0, text.Length);
        for (var i = 0; i < cell.Text.Length; i++)
            (text[cell.SourceOffset(i)] == cell.Text[i] || text[cell.SourceOffset(i)] is '&' || cell.Text[i] == ' ').ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_SpacesAndPageBreaksAdded_GiveTheSamePlan()
    {
        foreach (var table in Tables())
        {
            var plain = Facts(new PlanReader().Read(table), words: true);
            for (var seed = 0; seed < 5; seed++)
                Same(plain, Facts(new PlanReader(People(table)).Read(Noise.PageBreaks(Noise.Spaces(table, seed), seed)), words: true), $"seed {seed}");
        }
    }

    [Fact]
    public void Read_WidthChanged_GivesTheSamePlan()
    {
        foreach (var table in Tables())
        {
            var plain = Facts(new PlanReader().Read(table), words: false);
            Same(plain, Facts(new PlanReader().Read(Noise.Narrow(table)), words: false), "narrow");
            Same(plain, Facts(new PlanReader().Read(Noise.WideDigits(table)), words: false), "wide");
        }
    }

    private static void Same(string plain, string noisy, string noise)
    {
        var (before, after) = (plain.Split('\n'), noisy.Split('\n'));
        foreach (var (a, b) in before.Zip(after)) b.ShouldBe(a, noise);
        after.Length.ShouldBe(before.Length);
    }

    private static ReaderOptions People(string table) =>
        new([.. new PlanReader().Read(table).Tasks.SelectMany(t => t.Leaders).Select(l => l.Name).Distinct()]);

    /// <summary>What was understood, a line a fact; with the words themselves where noise leaves them alone.</summary>
    private static string Facts(PlanDocument plan, bool words)
    {
        var facts = new StringBuilder();
        foreach (var t in plan.Tasks)
        {
            facts.AppendLine($"{t.Number} {t.Section} {string.Join(',', t.Leaders.Select(l => l.Name))} {t.LeadUnits.Count} {t.SupportingUnits.Count} {t.SupportingGroups.Count}");
            if (words) facts.AppendLine($"{t.Target} {t.Requirement.Text} {string.Join(',', t.SupportingUnits.Select(u => u.Name))}");
            foreach (var a in t.TargetCommitments) facts.AppendLine(Fact(a, words));
            foreach (var i in t.Schedule)
            {
                facts.AppendLine($"  {string.Concat(i.Quarters)} {i.Kind} {(words ? i.Workstream + i.Text : i.Workstream is not null)}");
                foreach (var a in i.Commitments) facts.AppendLine("  " + Fact(a, words));
            }
        }
        return facts.ToString();
    }

    private static string Fact(Commitment a, bool words) =>
        $"  {a.Value} {a.MaxValue} {a.Comparator} {a.GrowthRate} {(words ? $"{a.Accumulation} {a.Measure} {a.Unit} {a.Verbatim}" : "")}";
}
