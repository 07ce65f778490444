namespace Suite.Walkthrough.Gateway;

// The parts of the contract (protos/suite/tasks/v1, protos/suite/directory/v1) that the walkthrough reads, as proto3 JSON spells them.

sealed record Plan(string Name, string Title, string State, int TaskCount, int AssignmentCount, string DocumentSha256, string Etag)
{
    public bool IsDraft => State == "PLAN_STATE_DRAFT";
}

sealed record ImportAnswer(Plan Plan, bool AlreadyImported, ImportSummary Summary, IReadOnlyList<Diagnostic> Diagnostics);

sealed record ImportSummary(int Tasks, int ScheduleItems, int Commitments, NameCount Units, NameCount Groups, NameCount People);

sealed record NameCount(int Resolved, IReadOnlyList<string> Unresolved);

sealed record Diagnostic(string Level, string Code, int Task, string Cell, string Words, string Message);

sealed record ResolveAnswer(IReadOnlyList<Resolution> Resolutions, IReadOnlyList<Resolution> People);

sealed record Resolution(string AsWritten, IReadOnlyList<Candidate> Candidates);

sealed record Candidate(string Resource, string DisplayName, string Score);

sealed record TaskPage(IReadOnlyList<PlanTask> Tasks, string? NextPageToken) : IPage;

sealed record PlanTask(
    string Name, int Number, string Section, string Target, IReadOnlyList<ScheduleItem> Schedule, IReadOnlyList<UnitRef> LeadUnits);

sealed record UnitRef(string Unit, string DisplayName);

sealed record ScheduleItem(string Workstream, IReadOnlyList<int> Quarters, string Kind, string Text, IReadOnlyList<Commitment> Commitments);

sealed record Commitment(
    string Name, string Measure, string Value, string Unit, string Accumulation, bool GrowthRate, string Verbatim, IReadOnlyList<int> Quarters);
