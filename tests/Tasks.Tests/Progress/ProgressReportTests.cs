using Shouldly;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

public sealed class ProgressReportTests
{
    static readonly DateTimeOffset Now = new(2024, 4, 1, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly Actor Reporter = new("humen.reporter", "虎门镇填报人");
    static readonly Actor Editor = new("humen.editor", "虎门镇经办人");
    static readonly ReportContent Content = new("已完成。", "", "", []);

    static readonly Dictionary<string, Action<ProgressReport>> Verbs = new()
    {
        ["revise"] = r => r.Revise(Content, Reporter, Now),
        ["reopen"] = r => r.Reopen("漏了一个项目", Reporter, Now),
        ["approve"] = r => r.Approve("", Reporter, Now),
        ["submit"] = r => r.Submit("", Reporter, Now),
        ["accept"] = r => r.Accept(null, null, "", Reporter, Now),
        ["return"] = r => r.Return("数字与附件不符", Reporter, Now),
    };

    /// <summary>Every state with the verbs that lead out of it, and where to; all others are refused.</summary>
    static readonly Dictionary<ProgressState, Dictionary<string, ProgressState>> Legal = new()
    {
        [ProgressState.Draft] = new() { ["revise"] = ProgressState.Draft, ["approve"] = ProgressState.Approved },
        [ProgressState.Approved] = new() { ["revise"] = ProgressState.Draft, ["submit"] = ProgressState.Submitted, ["reopen"] = ProgressState.Draft },
        [ProgressState.Submitted] = new() { ["accept"] = ProgressState.Accepted, ["return"] = ProgressState.Returned },
        [ProgressState.Returned] = new() { ["revise"] = ProgressState.Draft, ["reopen"] = ProgressState.Draft },
        [ProgressState.Accepted] = [],
    };

    public static TheoryData<ProgressState, string> EveryStep()
    {
        var data = new TheoryData<ProgressState, string>();
        foreach (var state in Legal.Keys)
        foreach (var verb in Verbs.Keys)
            data.Add(state, verb);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Verb_InEveryState_LeadsOnOrIsRefused(ProgressState state, string verb)
    {
        var report = In(state);
        if (Legal[state].TryGetValue(verb, out var next))
        {
            Verbs[verb](report);
            report.State.ShouldBe(next);
            return;
        }

        Should.Throw<ProblemException>(() => Verbs[verb](report)).Problem.Reason.ShouldBe(Reason.IllegalStep);
        report.State.ShouldBe(state);
    }

    [Fact]
    public void Revise_AfterReturn_KeepsEveryRevisionAndStep()
    {
        var report = In(ProgressState.Returned);
        report.Revise(Content with { Narrative = "更正后" }, Reporter, Now);
        report.Revisions.Select(r => (r.Number, r.Content.Narrative)).ShouldBe([(1, "已完成。"), (2, "更正后")]);
        report.Steps.Select(s => s.Kind).ShouldBe(
            [ProgressState.Draft, ProgressState.Approved, ProgressState.Submitted, ProgressState.Returned, ProgressState.Draft]);
    }

    [Fact]
    public void Revise_Draft_WritesOverTheRevisionAndCountsTheChange()
    {
        var report = In(ProgressState.Draft);
        var etag = report.Etag;
        report.Revise(Content with { Narrative = "第二稿" }, Editor, Now.AddMinutes(1)).ShouldBeTrue();
        report.Revisions.Single().ShouldSatisfyAllConditions(r => r.Content.Narrative.ShouldBe("第二稿"), r => r.Account.ShouldBe(Editor.Account));
        report.Steps.Count.ShouldBe(1);
        report.Etag.ShouldNotBe(etag);
    }

    [Fact]
    public void Revise_NothingChanged_KeepsTheEtag()
    {
        var report = In(ProgressState.Draft);
        var etag = report.Etag;
        report.Revise(Content with { Figures = [] }, Editor, Now).ShouldBeFalse();
        (report.Etag, report.Newest.Account).ShouldBe((etag, Reporter.Account));
    }

    [Theory]
    [InlineData(ProgressState.Approved)]
    [InlineData(ProgressState.Submitted)]
    [InlineData(ProgressState.Accepted)]
    public void Revision_FromTheApprovalOn_IsNeverChanged(ProgressState state)
    {
        var report = In(state);
        var approved = report.Newest;
        if (state == ProgressState.Approved) report.Revise(Content with { Narrative = "改" }, Editor, Now);
        report.Revisions[0].ShouldBeSameAs(approved);
        approved.Content.ShouldBe(Content);
    }

    [Fact]
    public void Reopen_Approved_NeedsAReasonAndBeginsAsTheLastRevisionEnds()
    {
        var report = In(ProgressState.Approved);
        Should.Throw<ProblemException>(() => report.Reopen(" ", Editor, Now)).Problem.Violations.Single().Field.ShouldBe("comment");
        report.Reopen("漏了一个项目", Editor, Now);
        (report.Newest.Number, report.Newest.Content, report.Newest.Account).ShouldBe((2, Content, Reporter.Account));
        report.Steps[^1].Comment.ShouldBe("漏了一个项目");
    }

    [Fact]
    public void ChangesAfter_OtherEditors_NameFieldValueAndWho()
    {
        var report = In(ProgressState.Draft);
        var read = report.LastOrdinal;
        report.Revise(Content with { Narrative = "甲", Figures = [new(3, 5, 8, "")] }, Editor, Now.AddMinutes(1));
        report.Revise(report.Content with { NextSteps = "乙" }, Reporter, Now.AddMinutes(2));
        report.ChangesAfter(read).Select(c => (c.Field, c.Value, c.Actor)).ShouldBe(
        [
            ("figures[commitments/3].period_value", "5", Editor.Account), ("figures[commitments/3].year_to_date_value", "8", Editor.Account),
            ("narrative", "甲", Editor.Account), ("next_steps", "乙", Reporter.Account),
        ]);
        report.ChangesAfter(report.LastOrdinal).ShouldBeEmpty();
    }

    [Fact]
    public void NewestRevision_DraftAfterReturn_IsSeenByTheUnitAlone()
    {
        var report = In(ProgressState.Returned);
        report.Revise(Content, Reporter, Now);
        report.NewestRevision(null).ShouldBe(2);
        report.NewestRevision(ProgressState.Submitted).ShouldBe(1);
        report.NewestRevision(ProgressState.Accepted).ShouldBeNull();
    }

    [Fact]
    public void Return_WithoutReason_IsRefused() =>
        Should.Throw<ProblemException>(() => In(ProgressState.Submitted).Return(" ", Reporter, Now)).Problem.Violations.Single().Field.ShouldBe("comment");

    [Fact]
    public void Accept_OtherLightThanSuggested_NeedsAComment()
    {
        var report = In(ProgressState.Submitted);
        Should.Throw<ProblemException>(() => report.Accept(Light.Green, Light.Red, "", Reporter, Now)).Problem.Reason.ShouldBe(Reason.InvalidField);
        report.Accept(Light.Green, Light.Red, "项目按调整后的计划推进", Reporter, Now);
        report.Light.ShouldBe(Light.Green);
    }

    [Fact]
    public void Accept_NothingSaid_TakesTheSuggestedLight()
    {
        var report = In(ProgressState.Submitted);
        report.Accept(null, Light.Yellow, "", Reporter, Now);
        report.Light.ShouldBe(Light.Yellow);
    }

    static ProgressReport In(ProgressState state)
    {
        var report = ProgressReport.Open(new ReportName(new TaskName("2024", 19), "humen", 1), "虎门镇", AssignmentRole.Lead, Content, Reporter, Now);
        string[] path = state switch
        {
            ProgressState.Draft => [],
            ProgressState.Approved => ["approve"],
            ProgressState.Submitted => ["approve", "submit"],
            ProgressState.Accepted => ["approve", "submit", "accept"],
            _ => ["approve", "submit", "return"],
        };
        foreach (var verb in path) Verbs[verb](report);
        return report;
    }
}
