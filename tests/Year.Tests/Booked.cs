using Suite.Tasks.V1;

namespace Suite.Year.Tests;

/// <summary>A task as its owner has it.</summary>
/// <param name="Due">Quarters for which a report was owed or came: those its schedule names, until it was closed or carried over.</param>
/// <param name="Excused">Quarters whose reports did not have to be in yet when it was closed or carried over.</param>
sealed record BookedTask(
    string Name, int Number, string Section, IReadOnlyList<int> Due, IReadOnlyList<int> Excused, IReadOnlyList<UnitRef> Leads, IReadOnlyList<ResponsibleLeader> Leaders, IReadOnlyList<Promise> Promises)
{
    public bool Acknowledged { get; init; }

    /// <summary>Where it stands now, whatever the books are as of; likewise its light.</summary>
    public required TaskState State { get; init; }

    public required Light Light { get; init; }
}

/// <summary>An accepted report of a lead unit.</summary>
/// <param name="Period">The month it ends with, times ten, and 1 for a quarter's, 2 for a half-year's, 3 for a month's.</param>
/// <param name="Returned">How often it came back.</param>
sealed record BookedReport(
    string Task, string Unit, int Period, int Revision, int Light, long Returned, (string Account, DateTime Time) Author, (string Account, DateTime Time) Approver,
    (string Account, DateTime Time) Reviewer)
{
    public int EndMonth => Period / 10;

    public int Quarter => (EndMonth + 2) / 3;

    public string Name => $"{Task}/reports/{Unit["units/".Length..]}-{(Period % 10) switch { 1 => $"q{Quarter}", 2 => $"h{EndMonth / 6}", _ => $"m{EndMonth}" }}";
}

sealed record BookedFigure(decimal Period, decimal YearToDate);

/// <param name="Action">ApproveClosing, CarryOverTask or ReopenTask.</param>
sealed record BookedEnd(int Task, string Action, DateTime Time);

/// <summary>What was reported of a month alone.</summary>
sealed record BookedMonth(string Task, string Unit, int Period, int Ordinal, decimal Amount)
{
    public int Quarter => ((Period / 10) + 2) / 3;

    public string Commitment => $"{Task}/commitments/{Ordinal}";
}

/// <summary>A light as it was set: with a report's acceptance, or by hand.</summary>
/// <param name="Period">Of the report; null for one set by hand.</param>
sealed record BookedMark(int Task, int Light, int? Period, DateTime Time);

/// <summary>The city's days; China has one zone and no daylight saving.</summary>
static class CityDays
{
    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
