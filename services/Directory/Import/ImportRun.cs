using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Import;

/// <summary>What a table's rows came to.</summary>
public sealed record TableOutcome(ImportTable Table)
{
    public int Created { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }
}

/// <summary>One import under way.</summary>
/// <param name="Day">First day of what the file says, where a row has none.</param>
/// <param name="Audit">Notes a change: action, resource, detail.</param>
public sealed record ImportRun(DateOnly Day, ImportFindings Findings, Action<string, string, object> Audit, CancellationToken Cancellation)
{
    /// <summary>Different days of one file; an index of names is made for each.</summary>
    const int MostDays = 20;

    readonly HashSet<DateOnly> _days = [];

    /// <summary>The day of a row, of which there may be twenty in a file.</summary>
    public DateOnly DayOf(ImportRow row, string key)
    {
        var day = ImportCells.Day(row, key, Findings) ?? Day;
        if (_days.Count == MostDays && !_days.Contains(day))
        {
            Findings.Error(row, key, "TooManyDays", MostDays);
            return Day;
        }

        _days.Add(day);
        return day;
    }

    /// <summary>Runs a change; where the directory refuses it, says so of the row.</summary>
    /// <returns>False where it was refused, or where nothing is to be tried any more because something was wrong before.</returns>
    public async Task<bool> TryAsync(ImportRow row, Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (ProblemException refused)
        {
            var field = refused.Problem.Violations.Count == 0 ? "" : refused.Problem.Violations[0].Field.Split('.', '[').Last(part => part.Length > 0 && char.IsLetter(part[0]));
            Findings.Error(row, field switch { "display_name" when row["display_name"].Length == 0 => "name", _ => field }, "Refused", refused.Problem.Message);
            return false;
        }
    }
}
