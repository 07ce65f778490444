namespace Suite.Contracts.Events.V1;

/// <summary>The office issued a report: from now on everybody may read it.</summary>
/// <param name="Report">reports/{report}</param>
/// <param name="Kind">BULLETIN, SCORECARD, PORTFOLIO, MEETINGLIST, WORKREPORTANNEX, PLANTABLE or LEAGUETABLE.</param>
/// <param name="Subject">units/{unit} or people/{person} it is about; empty for the whole plan.</param>
/// <param name="Corrects">reports/{report} whose place it takes; null for a first version.</param>
public sealed record ReportIssued(
    string Report, string Kind, string Plan, int Quarter, string Subject, string Title, string DocumentSha256, string? Corrects, ActorFact By);
