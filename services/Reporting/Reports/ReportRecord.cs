using Suite.Reporting.Papers;

namespace Suite.Reporting.Reports;

/// <summary>A document with its number. Once issued, nothing of it changes but that a correction may take its place.</summary>
public sealed class ReportRecord
{
    /// <summary>{plan}-q{quarter}-{number}, with what kind it is where it is no bulletin and -v{version} for corrections; the last part of its name.</summary>
    public required string Id { get; init; }

    public required PaperKind Kind { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required int Year { get; init; }

    /// <summary>The body that issues it; its documents of a kind are numbered in one row a year.</summary>
    public required string Issuer { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>units/{unit}, people/{person} or leagues/{league} it is about; empty for the whole plan.</summary>
    public required string Subject { get; init; }

    /// <summary>Of a league's table: 2024-03, 2024Q1, 2024H1 or 2024; else empty.</summary>
    public string Period { get; init; } = "";

    /// <summary>Counts from 1 within issuer, year and kind.</summary>
    public required int Number { get; init; }

    /// <summary>1; a correction has the next.</summary>
    public required int Version { get; init; }

    /// <summary>Id of the report that this one corrects; null for a first version.</summary>
    public string? Corrects { get; init; }

    public required string Language { get; init; }

    /// <summary>Id of the template it is made with; empty for the built-in one.</summary>
    public string Template { get; init; } = "";

    public ReportState State { get; set; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Account name.</summary>
    public required string Creator { get; init; }

    /// <summary>It tells what had happened by then,</summary>
    public required DateTimeOffset AsOf { get; set; }

    /// <summary>as far as it was known with this revision of the plan; both make it anew, to the byte.</summary>
    public required long Heard { get; set; }

    /// <summary>The revision with which last year's plan of the same issuer was known; 0 where the report tells nothing of last year.</summary>
    public long HeardBefore { get; set; }

    /// <summary>The entry of the audit printed at the end; 0 where there was none.</summary>
    public long AuditSequence { get; init; }

    public string AuditHash { get; init; } = "";

    public required string Title { get; set; }

    /// <summary>Of the Word document, without its ending.</summary>
    public required string FileName { get; set; }

    /// <summary>SHA-256 of the Word document, hexadecimal.</summary>
    public required string DocumentSha256 { get; set; }

    public required int FigureCount { get; set; }

    public PaperOrder Order => new(Kind, Quarter, Subject, Number, Version, Language, AuditSequence > 0 ? new(AuditSequence, AuditHash) : null) { Period = Period };
}

public enum ReportState
{
    /// <summary>Can be edited and made anew from later data.</summary>
    Draft = 1,

    /// <summary>Approved as it is.</summary>
    Approved = 2,

    /// <summary>Public to whoever may read what is issued.</summary>
    Issued = 3,

    /// <summary>A correction was issued in its place.</summary>
    Superseded = 4,

    /// <summary>Given up; its number stays taken.</summary>
    Discarded = 5,
}

/// <summary>A step in the life of a report.</summary>
public sealed class ReportMilestone
{
    public required string ReportId { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The step: Create, Edit, Refresh, Approve, Reopen, Issue, Supersede, Discard.</summary>
    public required string Step { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    public required string DisplayName { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Comment { get; init; }
}

/// <summary>A file of a report, apart from it so that lists do not carry it.</summary>
public sealed class FrozenDocument
{
    public required string ReportId { get; init; }

    public required FileFormat Format { get; init; }

    public required byte[] Content { get; set; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public required string Sha256 { get; set; }
}

public enum FileFormat
{
    Docx = 1,
    Xlsx = 2,
    Html = 3,

    /// <summary>Made by a converter, where there is one, when it is first asked for.</summary>
    Pdf = 4,

    /// <summary>The Word document with the sources of each figure as a comment beside it.</summary>
    DocxWithComments = 5,
}

/// <summary>An editor's words in the place of those composed from data.</summary>
public sealed class PassageEdit
{
    public required string ReportId { get; init; }

    /// <summary>Of the passage.</summary>
    public required string Key { get; init; }

    /// <summary>Figures stand in it as 12项〔key〕.</summary>
    public required string Text { get; set; }

    /// <summary>What was composed from data when it was written.</summary>
    public required string Replaced { get; set; }

    public required string Account { get; set; }

    public required string DisplayName { get; set; }

    public required DateTimeOffset Time { get; set; }
}
