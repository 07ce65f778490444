using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Names;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Laws;

/// <summary>Between the cells of a table and what was made of them no character is lost, invented or moved.</summary>
public sealed partial class CharacterTests
{
    private static readonly string[] NamePieces =
        ["市林业局", "、", "，", "；", "云溪镇", "等相关镇街", "各镇街（园区）", "（市交警支队）", "(筹)", "具体负责", " ", "<p>", "</p>", "无", "各成员单位", "/"];

    [Fact]
    public void Read_TablesAtHand_KeepEveryCharacterOfTheirCells()
    {
        foreach (var table in Tables.All())
        {
            var tasks = new PlanReader().Read(table).Tasks;
            var rows = Rows(table);
            var requirements = tasks.Select(t => t.Requirement).Aggregate(new List<RequirementText>(), (all, r) =>
            {
                if (all.Count == 0 || !ReferenceEquals(all[^1], r)) all.Add(r);
                return all;
            });
            Bare(requirements.Select(r => r.Text)).ShouldBe(Bare(rows.Select(r => r[0])));
            Bare(tasks.Select(t => $"{t.Number}.{t.Target}")).ShouldBe(Bare(rows.Select(r => r[1])));
            Bare(tasks.Select(t => t.ScheduleText)).ShouldBe(Bare(rows.Select(r => r[2])));
        }
    }

    [Fact]
    public void Read_TablesAtHand_KeepEveryCharacterOfNames()
    {
        foreach (var table in Tables.All())
        {
            var plan = new PlanReader().Read(table);
            var written = Letters(Rows(table).Select(r => r[3]));
            var read = Letters(plan.Tasks.SelectMany(t => t.Leaders).Select(l => l.Name));
            foreach (var (letter, count) in read) count.ShouldBeLessThanOrEqualTo(written.GetValueOrDefault(letter), $"{letter}");
            // A scanner that mixed two names may have written a character twice.
            (written.Values.Sum() - read.Values.Sum()).ShouldBeLessThanOrEqualTo(plan.Diagnostics.Count(d => d.Code == DiagnosticCode.LeadersUntangled));
        }
    }

    [Fact]
    public void Read_TablesAtHand_ItemsAreTheScheduleWithoutMarksAndLabels()
    {
        foreach (var task in Tables.All().SelectMany(t => new PlanReader().Read(t).Tasks))
        {
            var at = 0;
            foreach (var item in task.Schedule)
            {
                item.Span.Start.ShouldBeGreaterThanOrEqualTo(at, $"task {task.Number}");
                IsMark(task.ScheduleText[at..item.Span.Start], item).ShouldBeTrue($"task {task.Number}: {task.ScheduleText[at..item.Span.Start]}");
                at = item.Span.End;
            }
            task.ScheduleText[at..].Any(char.IsLetterOrDigit).ShouldBeFalse();
        }
    }

    [Fact]
    public void UnitCellReader_AnyCell_CoversEveryName() =>
        Prop.ForAll(Gen.Elements(NamePieces).ListOf().Select(string.Concat).ToArbitrary(), CoversEveryName).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("/等相关镇街具体负责，各镇街（园区）等相关镇街具体负责")]
    public void UnitCellReader_GroupNamedTwiceWithItsPart_CoversEveryName(string text) => CoversEveryName(text);

    /// <summary>A group is told once: named again behind another unit, only its name and its part stand there a second time.</summary>
    private static void CoversEveryName(string text)
    {
        var cell = CellTextReader.Read(text, 0, text.Length);
        var (units, groups) = new UnitCellReader().Read(cell);
        var written = units.Select(u => u.AsWritten).Concat(groups.Select(g => g.AsWritten)).ToList();
        written.ShouldAllBe(w => cell.Text.Contains(w, StringComparison.Ordinal));
        if (NameCell.SaysNone(cell.Folded)) written.ShouldBeEmpty();
        else Uncovered(cell.Folded, [.. written.Concat(cell.Text.Contains('等') ? groups.SelectMany(Told) : []).Select(Width.Fold)]).Where(char.IsLetter).ShouldAllBe(c => c == '等');
    }

    private static IEnumerable<string> Told(GroupRef group) => [group.Name, group.Name + UnitName.Role(group.AsWritten)];

    private static IEnumerable<char> Uncovered(string text, List<string> words)
    {
        var covered = new bool[text.Length];
        foreach (var word in words)
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                Array.Fill(covered, true, at, word.Length);
        return text.Where((_, i) => !covered[i]);
    }

    /// <summary>What stands between two items: a label, whose words the item carries, and a period.</summary>
    private static bool IsMark(string words, ScheduleItem item)
    {
        foreach (var name in (item.Workstream ?? "").Split(" > ").Where(n => n.Length > 0)) words = words.Replace(name, "", StringComparison.Ordinal);
        return MarkPattern().IsMatch(words);
    }

    private static List<string[]> Rows(string table) =>
    [
        .. table.Split('\n').Where(l => l.Contains('\t', StringComparison.Ordinal) && !l.Contains("季度安排", StringComparison.Ordinal))
            .Select(l => l.Split('\t')).Where(r => r.Length == 6 && r[1..].Any(c => c.Trim().Length > 0)),
    ];

    private static string Bare(IEnumerable<string> cells) =>
        Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(string.Concat(cells), "")), "");

    private static Dictionary<char, int> Letters(IEnumerable<string> cells) =>
        Bare(cells).Where(char.IsLetter).Where(c => c != '无').GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex("</?[bp]>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^[\p{P}\p{S}]*(?:[（(]?[0-9一二三四五][）)、.]?)?[\p{P}]*(?:其中)?(?:[一二三四、至\-第季度]*季度|全年度?(?:推进)?|每季度)?[\p{P}]*$")]
    private static partial Regex MarkPattern();
}
