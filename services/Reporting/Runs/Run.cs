using Suite.Reporting.Papers;

namespace Suite.Reporting.Runs;

/// <summary>Many reports to be made.</summary>
public sealed class Run
{
    public required Guid Id { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    public required PaperKind[] Kinds { get; init; }

    public required string Language { get; init; }

    public RunState State { get; set; }

    /// <summary>Account or schedule that began it.</summary>
    public required string Creator { get; init; }

    public required string CreatorName { get; init; }

    public required DateTimeOffset CreateTime { get; init; }
}

public enum RunState
{
    Running = 1,
    Done = 2,
    Cancelled = 3,
}

/// <summary>One report of a run.</summary>
public sealed class RunItem
{
    public required Guid RunId { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Ordinal { get; init; }

    public required PaperKind Kind { get; init; }

    /// <summary>units/{unit} or people/{person}; else empty.</summary>
    public required string Subject { get; init; }

    /// <summary>Null until it is made.</summary>
    public string? ReportId { get; set; }

    /// <summary>Why it was not made; null where it was not tried or was made.</summary>
    public string? Error { get; set; }

    public bool Done { get; set; }
}

/// <summary>Begins a run after the end of each quarter.</summary>
public sealed class Schedule
{
    public required Guid Id { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required PaperKind[] Kinds { get; init; }

    public required string Language { get; init; }

    public required int DaysAfterQuarter { get; init; }

    public required TimeOnly TimeOfDay { get; init; }

    /// <summary>0 for none.</summary>
    public int LastQuarter { get; set; }

    public bool Cancelled { get; set; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>The last quarter of the plan's year whose moment has come and for which no run was begun; null where there is none.</summary>
    /// <param name="zone">In which the time of day is meant.</param>
    public int? Due(int year, DateTimeOffset now, TimeZoneInfo zone)
    {
        for (var quarter = 4; quarter > LastQuarter; quarter--)
        {
            var local = new DateTime(year, quarter * 3, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1).AddDays(DaysAfterQuarter - 1) + TimeOfDay.ToTimeSpan();
            // A time that the clocks jump over is taken as the one an hour later.
            var moment = new DateTimeOffset(local, zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddHours(1) : local));
            if (moment <= now && moment > CreateTime) return quarter;
        }

        return null;
    }
}
