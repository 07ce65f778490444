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

    /// <summary>How long an event may be on its way before a comparison with its owner counts it as missing.</summary>
    public TimeSpan EventsSettle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the office's count is waited for when a document is made; without an answer the last one known is used.</summary>
    public TimeSpan OfficePatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a league's table is waited for when a document is made of it; without an answer the last one known is used.</summary>
    public TimeSpan LeaguePatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the office's count that was asked for when a run began is good for the reports of the run.</summary>
    public TimeSpan OfficeFresh { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The program that makes PDF of Word documents (LibreOffice's soffice); empty for the one on the path.</summary>
    public string Converter { get; init; } = "";

    /// <summary>How long it may take for one document.</summary>
    public TimeSpan ConverterPatience { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Documents converted at a time; 1 to 8.</summary>
    public int ConverterParallel { get; init; } = 1;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

}
