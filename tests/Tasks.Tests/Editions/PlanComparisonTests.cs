using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Plans;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Editions;

public sealed class PlanComparisonTests
{
    static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Compare_WithItself_FindsNothing() => PlanComparison.Compare(InForce(Revised.Issued), Proposed(Revised.Issued)).ShouldBeEmpty();

    [Fact]
    public void Compare_OtherSpacesAndWidths_FindsNothing() => PlanComparison.Compare(
        InForce(Revised.Issued), Proposed(Revised.Issued.Replace("，", ", ", StringComparison.Ordinal).Replace("亿元", "亿 元", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Compare_AnyOrderAndNumbering_RecognisesEveryTask()
    {
        var numbers = Enumerable.Range(1, 12).ToArray();
        Prop.ForAll(Gen.Shuffle(numbers).ToArbitrary(), shuffled =>
        {
            var found = PlanComparison.Compare(InForce(Many(numbers)), Proposed(Many(shuffled)));
            // Where a task stands elsewhere its number differs, and nothing else does.
            return found.All(d => d is { Field: TaskField.Number, Kind: ChangeKind.Changed, Likeness: 1 })
                && found.Count == numbers.Zip(shuffled).Count(p => p.First != p.Second);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Compare_AnyTasksLeftOut_AreRemovedAndBackAreAdded()
    {
        var whole = Enumerable.Range(1, 10).ToArray();
        Prop.ForAll(Gen.SubListOf(whole).Where(l => l.Count > 0).ToArbitrary(), kept =>
        {
            var (less, more) = (Numbered(kept), Numbered(whole));
            var removed = PlanComparison.Compare(InForce(more), Proposed(less));
            var added = PlanComparison.Compare(InForce(less), Proposed(more));
            return removed.All(d => d.Kind == ChangeKind.Removed) && removed.Count == whole.Length - kept.Count
                && added.All(d => d.Kind == ChangeKind.Added) && added.Select(d => d.EditionNumber!.Value).SequenceEqual(whole.Except(kept));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Compare_RewrittenUnderTheSameNumber_IsTheSameTaskWhileItIsHalfLike()
    {
        var old = Tables.With(Tables.Row("要求。", 1, "完成河道整治 50 公里，建成污水管网 100 公里。", "<b>四季度：</b>完成。", "虎门镇", "无"));
        var half = Tables.With(Tables.Row("要求。", 1, "完成河道整治 60 公里，新建水质监测站 8 座。", "<b>四季度：</b>完成。", "虎门镇", "无"));
        var other = Tables.With(Tables.Row("要求。", 1, "举办龙舟赛、马拉松赛。", "<b>二季度：</b>举办。", "虎门镇", "无"));
        PlanComparison.Compare(InForce(old), Proposed(half)).Select(d => d.Field).ShouldBe([TaskField.Target]);
        PlanComparison.Compare(InForce(old), Proposed(other)).Select(d => d.Kind).ShouldBe([ChangeKind.Added, ChangeKind.Removed]);
    }

    [Fact]
    public void Compare_PrintedNumberAndColumnsOfTheirOwn_DifferColumnByColumn()
    {
        var (old, now) = (Other("1.1", "王科", "省级"), Other("1.2", "李科", "省级"));
        PlanComparison.Compare(InForce(old), Proposed(old)).ShouldBeEmpty();
        var found = PlanComparison.Compare(InForce(old), Proposed(now));
        found.Select(d => (d.Field, d.Old, d.New)).ShouldBe(
            [(TaskField.Label, "1.1", "1.2"), (TaskField.Attributes, "联络员：王科；备注：省级", "联络员：李科；备注：省级")]);
        found[1].Parts.ShouldBe([new DifferencePart(PartKind.Field, "联络员", "王科", "李科")]);
    }

    static string Other(string number, string contact, string remark) =>
        $"序号\t工作任务\t进度安排\t牵头单位\t联络员\t备注\n{number}\t完成河道整治50公里，建成污水管网100公里。\t四季度：完成。\t市水务局\t{contact}\t{remark}\n";

    [Fact]
    public void Compare_ManyTasksAllDifferent_GrowsWithTheirNumber()
    {
        var (few, many) = (Measure(500), Measure(4000));
        many.ShouldBeLessThan(8 * 4 * few + TimeSpan.FromMilliseconds(300));

        static TimeSpan Measure(int tasks)
        {
            var (old, now) = (InForce(Tables.Of(tasks)), Proposed(Tables.Of(tasks).Replace("投资", "引资", StringComparison.Ordinal)));
            PlanComparison.Compare(old, now);
            var watch = Stopwatch.StartNew();
            PlanComparison.Compare(old, now);
            return watch.Elapsed;
        }
    }

    /// <summary>Tasks numbered from 1, each about the subject given.</summary>
    static string Many(int[] subjects) => Tables.With(subjects.Select((subject, at) => Row(at + 1, subject)));

    static string Numbered(IEnumerable<int> numbers) => Tables.With(numbers.Select(n => Row(n, n)));

    /// <summary>A task whose words have little to do with those of any other.</summary>
    static string Row(int number, int subject)
    {
        var words = new string([.. Enumerable.Range(0, 24).Select(i => (char)('一' + (subject * 997 + i * 131) % 20_000))]);
        return Tables.Row("要求。", number, $"{words}。", $"<b>一季度：</b>启动{words[..12]}。", "虎门镇", "无");
    }

    static List<TaskWording> InForce(string table) => [.. Drafts(table).Select(TaskWording.InForce)];

    static List<TaskWording> Proposed(string table) => [.. Drafts(table).Select(TaskWording.Proposed)];

    static IEnumerable<PlanTask> Drafts(string table) => new PlanReader().Read(Encoding.UTF8.GetBytes(table)).Tasks.Select(t => PlanTask.Draft("p", t, new(
        t.Requirement, t.Target, t.TargetCommitments, t.ScheduleText, t.Schedule, [], [.. t.LeadUnits.Select(u => new ResponsibleUnit(u.Name, u.Name, u.AsWritten, u.Host, u.Role))],
        [.. t.SupportingUnits.Select(u => new ResponsibleUnit(u.Name, u.Name, u.AsWritten, u.Host, u.Role))], [])
    {
        Label = t.Label ?? "", Attributes = t.Attributes,
    }, Noon));
}
