using Suite.Reporting.Papers;

namespace Suite.Reporting.Reports;

/// <summary>Somebody took a file of a report.</summary>
public sealed class ReportDownload
{
    public long Id { get; init; }

    public required string ReportId { get; init; }

    public required FileFormat Format { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>units/{unit} the account acts for; empty for none.</summary>
    public required string Unit { get; init; }

    public required DateTimeOffset Time { get; init; }
}

/// <summary>Who is told when a report is issued.</summary>
public sealed class Subscription
{
    public required Guid Id { get; init; }

    /// <summary>Role of the accounts, as in tokens: reporter, leader, ….</summary>
    public required string Role { get; init; }

    /// <summary>units/{unit}; empty for every unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Null for every kind.</summary>
    public required PaperKind? Kind { get; init; }

    public bool Cancelled { get; set; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>A scorecard of another unit is none of a unit's business to be told of.</summary>
    public bool Concerns(ReportRecord report) =>
        !Cancelled && (Kind is null || Kind == report.Kind) && (Unit.Length == 0 || report.Kind != PaperKind.Scorecard || report.Subject == Unit);
}

/// <summary>A subscription was told of a report.</summary>
public sealed class Notification
{
    public required Guid SubscriptionId { get; init; }

    public required string ReportId { get; init; }

    public required string Role { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset Time { get; init; }
}
