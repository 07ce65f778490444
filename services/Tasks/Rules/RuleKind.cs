namespace Suite.Tasks.Rules;

/// <summary>What a supervision rule is about; each kind counts its versions by itself.</summary>
public enum RuleKind
{
    /// <summary>Red, yellow and green: <see cref="Lights.LightRule"/>.</summary>
    Light = 1,

    /// <summary>When things fall due: <see cref="DeadlineRule"/>.</summary>
    Deadline = 2,

    /// <summary>Who is reminded when: <see cref="ReminderRule"/>.</summary>
    Reminder = 3,

    /// <summary>Points off and on: <see cref="ScoreRule"/>.</summary>
    Score = 4,

    /// <summary>What leaders endorse, and terms of answers: <see cref="HandlingRule"/>.</summary>
    Handling = 5,
}
