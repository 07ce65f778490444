namespace Suite.Reporting.Reports;

/// <summary>The section "Reporting" of the configuration.</summary>
public sealed class ReportingOptions
{
    /// <summary>Where the issuers are; IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Language of the documents' own words where none is asked for: zh-CN or en.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>A report is approved by somebody else than who made it.</summary>
    public bool ApprovalByAnother { get; init; }

    /// <summary>Reports of runs made at a time; 1 to 16.</summary>
    public int Parallel { get; init; } = 2;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

}
