using System.Globalization;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Calendar;

/// <summary>What is known of a year's working days. Never changed: a correction is the next version.</summary>
public sealed class CalendarYear
{
    public int Year { get; private init; }

    /// <summary>Counts from 1 within the year; the highest holds.</summary>
    public int Version { get; private init; }

    public YearFacts Facts { get; private init; } = null!;

    public DateTimeOffset CreatedAt { get; private init; }

    public string CreatedBy { get; private init; } = "";

    public string Name => NameOf(Year);

    public static string NameOf(int year) => string.Create(CultureInfo.InvariantCulture, $"calendars/{year}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static CalendarYear Make(int version, YearFacts facts, Actor by, DateTimeOffset now)
    {
        var violations = facts.Violations().ToList();
        return violations.Count > 0
            ? throw Problems.InvalidFields(violations)
            : new() { Year = facts.Year, Version = version, Facts = facts, CreatedAt = now, CreatedBy = by.Account };
    }
}
