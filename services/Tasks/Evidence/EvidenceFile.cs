using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Evidence;

/// <summary>A file that stands behind a report, from one of its revisions on. Its bytes lie beside it, in chunks.</summary>
public sealed class EvidenceFile
{
    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    public int PeriodCode { get; private init; }

    public string UnitId { get; private init; } = "";

    /// <summary>16 hexadecimal digits.</summary>
    public string Id { get; private init; } = "";

    public string FileName { get; private init; } = "";

    public string ContentType { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public int Size { get; private init; }

    /// <summary>Hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    public string Account { get; private init; } = "";

    public string DisplayName { get; private init; } = "";

    public DateTimeOffset Time { get; private init; }

    public int FirstRevision { get; private init; }

    /// <summary>Null while it is kept.</summary>
    public int? LastRevision { get; private set; }

    public EvidenceName Name => new(new(new(PlanId, TaskNumber), UnitId, ReportPeriod.OfCode(PeriodCode)), Id);

    public static EvidenceFile Of(EvidenceName name, int revision, FoundFile file, Actor by, DateTimeOffset now) => new()
    {
        PlanId = name.Report.Task.Plan, TaskNumber = name.Report.Task.Number, PeriodCode = name.Report.Period.Code, UnitId = name.Report.Unit, Id = name.Id,
        FileName = file.FileName, ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256, Account = by.Account, DisplayName = by.DisplayName,
        Time = now, FirstRevision = revision,
    };

    public bool IsIn(int revision) => revision >= FirstRevision && revision <= (LastRevision ?? int.MaxValue);

    /// <summary>The revision being drafted goes on without it.</summary>
    public void Drop(int revision) => LastRevision = revision - 1;
}

/// <summary>A file that was looked at and may be kept.</summary>
public sealed record FoundFile(string FileName, string ContentType, int Size, string Sha256);
