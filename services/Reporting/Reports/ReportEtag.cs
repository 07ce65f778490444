using System.Security.Cryptography;
using System.Text;

namespace Suite.Reporting.Reports;

/// <summary>Changes with everything that a step of the report depends on.</summary>
public static class ReportEtag
{
    public static string Of(ReportRecord report) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{report.State} {report.Heard} {report.AsOf.UtcTicks} {report.DocumentSha256}")))[..16];
}
