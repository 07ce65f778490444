using FsCheck;
using FsCheck.Fluent;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Tests.Adjustments;

/// <summary>The law of adjustments: what a task says is what it said first with every decision laid over it in order.</summary>
public sealed class ReplayTests
{
    static readonly Gen<AdjustmentWish> Wishes = Gen.OneOf(
        from amount in Gen.Choose(1, 500) select new AdjustmentWish(AdjustmentKind.Target, $"完成工业投资{amount}亿元。", null, []),
        from amount in Gen.Choose(1, 500)
        from quarter in Gen.Elements("一季度", "二季度", "上半年", "全年")
        select new AdjustmentWish(AdjustmentKind.Schedule, null, $"{quarter}：完成工业投资{amount}亿元。", []),
        from both in Gen.Choose(1, 500) select new AdjustmentWish(AdjustmentKind.Target, $"建成学校{both}所。", $"一季度：开工。四季度：建成学校{both}所。", []),
        from units in Gen.NonEmptyListOf(Gen.Elements("humen", "water", "changan"))
        select new AdjustmentWish(AdjustmentKind.LeadUnits, null, null, [.. units.Distinct().Select(Unit)]));

    [Fact]
    public void Replay_OfEveryDecision_GivesThePresentTask() => Prop.ForAll(Arb.From(Gen.ListOf(Wishes)), wishes =>
    {
        var task = Issued();
        var decided = new List<AdjustmentWish>();
        var said = new List<TaskContent>();
        foreach (var wish in wishes.Where(w => w.ComparedWith(TaskWording.InForce(task)).Count > 0))
        {
            said.Add(task.Content);
            Apply(task, wish);
            decided.Add(wish);
        }

        var replayed = Issued();
        for (var i = 0; i < decided.Count; i++)
        {
            if (Said(replayed.Content) != Said(said[i])) return false;
            Apply(replayed, decided[i]);
        }

        return Said(replayed.Content) == Said(task.Content) && replayed.Revision == decided.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ComparedWith_WhatIsInForceAfterwards_FindsNothing() => Prop.ForAll(Arb.From(Wishes), wish =>
    {
        var task = Issued();
        Apply(task, wish);
        return wish.ComparedWith(TaskWording.InForce(task)).Count == 0;
    }).QuickCheckThrowOnFailure();

    static void Apply(PlanTask task, AdjustmentWish wish)
    {
        var said = wish.Over(TaskWording.InForce(task));
        task.Revise(said.Number, said.Section, CommitmentOrdinals.Carry(task.Content, said.Content), acknowledged: false, DateTimeOffset.UnixEpoch);
    }

    static PlanTask Issued()
    {
        var task = PlanTask.Draft("p", 1, 1, "部分", First(), DateTimeOffset.UnixEpoch);
        task.Issue(new Dictionary<string, IReadOnlyList<GroupMember>>(), DateTimeOffset.UnixEpoch);
        return task;
    }

    static TaskContent First()
    {
        var read = WordingReader.Read("完成工业投资100亿元。", "一季度：完成工业投资20亿元。四季度：累计完成工业投资100亿元。", "虎门镇");
        return new(RequirementText.None, read.Target, read.TargetCommitments, read.ScheduleText, read.Schedule, [], [Unit("humen")], [Unit("water")], []);
    }

    static ResponsibleUnit Unit(string id) => new(id, id, id, null, null);

    /// <summary>Everything that counts of a content, as text.</summary>
    static string Said(TaskContent content) => string.Join('\n', content.Target, content.ScheduleText,
        string.Join('、', content.LeadUnits.Select(u => u.Id)), string.Join('、', content.SupportingUnits.Select(u => u.Id)),
        string.Join('、', content.Commitments().Select(c => $"{c.Ordinal}:{c.Commitment.Value}{c.Commitment.Unit}@{string.Join(',', c.Quarters)}")),
        string.Join('、', content.Retired.Select(c => c.Ordinal).Order()));
}
