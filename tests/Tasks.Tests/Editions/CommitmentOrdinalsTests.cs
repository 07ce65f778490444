using System.Text;
using Shouldly;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Plans;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Editions;

public sealed class CommitmentOrdinalsTests
{
    [Fact]
    public void Carry_AmountChanged_KeepsTheOrdinal() => Ordinals(
        CommitmentOrdinals.Carry(Said("建成道路 10 公里，新增学位 3 万个。"), Said("建成道路 12 公里，新增学位 3 万个。"))).ShouldBe(["1 建成道路 12", "2 新增学位 3"]);

    [Fact]
    public void Carry_OneGoneAndOneNew_RetiresTheOldAndNumbersTheNewAnew()
    {
        var carried = CommitmentOrdinals.Carry(Said("建成道路 10 公里，新增学位 3 万个。"), Said("引进企业 5 家，新增学位 3 万个。"));
        Ordinals(carried).ShouldBe(["3 引进企业 5", "2 新增学位 3"]);
        carried.Retired.Select(c => c.Ordinal).ShouldBe([1]);
    }

    [Fact]
    public void Carry_WhatWasRetiredComesBack_TakesItsOldOrdinal()
    {
        var first = Said("建成道路 10 公里，新增学位 3 万个。");
        var back = CommitmentOrdinals.Carry(CommitmentOrdinals.Carry(first, Said("新增学位 3 万个。")), Said("新增学位 4 万个，建成道路 11 公里。"));
        Ordinals(back).ShouldBe(["2 新增学位 4", "1 建成道路 11"]);
        back.Retired.ShouldBeEmpty();
    }

    static IEnumerable<string> Ordinals(TaskContent content) =>
        content.Commitments().Select(c => $"{c.Ordinal} {c.Commitment.Measure} {c.Commitment.Value:0.##}");

    static TaskContent Said(string target)
    {
        var task = new PlanReader().Read(Encoding.UTF8.GetBytes(Tables.With(Tables.Row("要求。", 1, target, "<b>一季度：</b>启动。", "虎门镇", "无")))).Tasks[0];
        return new(task.Requirement, task.Target, task.TargetCommitments, task.ScheduleText, task.Schedule, [], [], [], []);
    }
}
