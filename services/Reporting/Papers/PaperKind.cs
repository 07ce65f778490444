namespace Suite.Reporting.Papers;

/// <summary>What kind of document a report is.</summary>
public enum PaperKind
{
    /// <summary>督查通报, of a quarter.</summary>
    Bulletin = 1,

    /// <summary>单位督查情况, one unit's quarter and year.</summary>
    Scorecard = 2,

    /// <summary>分管任务情况, one leader's portfolio.</summary>
    Portfolio = 3,

    /// <summary>督查调度会议题清单, what a meeting has to deal with.</summary>
    MeetingList = 4,

    /// <summary>政府工作报告附表: targets set, reached, growth.</summary>
    WorkReportAnnex = 5,

    /// <summary>任务分解表 as it stands now.</summary>
    PlanTable = 6,

    /// <summary>擂台比拼: units ranked by the office's scores, or the table of a league of the indicators.</summary>
    LeagueTable = 7,
}

/// <summary>What to make: of which kind, about what, under which number.</summary>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Subject">units/{unit}, people/{person} or leagues/{league} for documents about one of them; else empty.</param>
/// <param name="Number">Counts from 1 within issuer, year and kind.</param>
/// <param name="Version">1, or higher for a correction of the same number.</param>
/// <param name="Language">zh-CN or en.</param>
/// <param name="Checkpoint">The audit's end when it was begun; null where the audit is empty.</param>
public sealed record PaperOrder(PaperKind Kind, int Quarter, string Subject, int Number, int Version, string Language, AuditMark? Checkpoint)
{
    /// <summary>Of a league's table; else empty.</summary>
    public string Period { get; init; } = "";
}

/// <summary>One entry of this service's audit, as printed at the end of a document.</summary>
public sealed record AuditMark(long Sequence, string Hash);
