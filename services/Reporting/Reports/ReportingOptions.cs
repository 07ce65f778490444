using System.Globalization;

namespace Suite.Reporting.Reports;

/// <summary>The section "Reporting" of the configuration.</summary>
public sealed class ReportingOptions
{
    /// <summary>Where the issuers are; IANA name.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Language of the documents' own words: zh-CN or en.</summary>
    public string Language { get; init; } = "zh-CN";

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);
}
