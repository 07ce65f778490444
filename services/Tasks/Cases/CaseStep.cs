using Suite.Tasks.Progress;

namespace Suite.Tasks.Cases;

/// <summary>One step in the life of a case, never changed.</summary>
/// <param name="Ordinal">Counts from 1 within the case.</param>
/// <param name="Verb">What was done, e.g. SUBMIT.</param>
/// <param name="State">The state it led to.</param>
/// <param name="Unit">Identifier of the unit the account acted for; null for none.</param>
/// <param name="Text">What was said.</param>
public sealed record CaseStep(int Ordinal, string Verb, string State, string Account, string DisplayName, string? Unit, DateTimeOffset Time, string Text);

/// <summary>Who takes a step, when and with what words.</summary>
/// <param name="Unit">Identifier of the unit the account acts for; null for none.</param>
public sealed record CaseAct(Actor By, string? Unit, DateTimeOffset Time, string Text);
