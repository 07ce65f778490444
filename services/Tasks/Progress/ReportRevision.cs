namespace Suite.Tasks.Progress;

/// <summary>
/// One wording of a report. While the report is a draft its newest revision is written over, as often as its editors save; from the
/// approval on it is never changed.
/// </summary>
public sealed class ReportRevision
{
    /// <summary>Counts from 1.</summary>
    public int Number { get; private init; }

    public ReportContent Content { get; private set; } = null!;

    /// <summary>Who changed which field last, also in revisions before.</summary>
    public IReadOnlyList<FieldMark> Marks { get; private set; } = [];

    /// <summary>Account that wrote last.</summary>
    public string Account { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>When it was last written.</summary>
    public DateTimeOffset Time { get; private set; }

    /// <param name="change">Number of the change within the report.</param>
    public static ReportRevision First(ReportContent content, int change, Actor by, DateTimeOffset now)
    {
        var revision = new ReportRevision { Number = 1, Content = ReportContent.Empty };
        revision.Write(content, change, by, now);
        return revision;
    }

    /// <summary>The next revision; it begins as this one ends.</summary>
    public ReportRevision Next() => new() { Number = Number + 1, Content = Content, Marks = Marks, Account = Account, DisplayName = DisplayName, Time = Time };

    /// <summary>Writes over what it says.</summary>
    public void Write(ReportContent content, int change, Actor by, DateTimeOffset now)
    {
        var changed = ReportDifference.Between(Content, content).Select(d => d.Field).ToHashSet();
        Marks = [.. Marks.Where(m => !changed.Contains(m.Field)), .. changed.Select(f => new FieldMark(f, change, by.Account, by.DisplayName, now))];
        (Content, Account, DisplayName, Time) = (content, by.Account, by.DisplayName, now);
    }
}

/// <summary>Who changed a field last.</summary>
/// <param name="Field">As <see cref="ReportDifference.Field"/>.</param>
/// <param name="Change">Number of the change within the report.</param>
public sealed record FieldMark(string Field, int Change, string Account, string DisplayName, DateTimeOffset Time);
