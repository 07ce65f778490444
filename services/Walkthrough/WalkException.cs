namespace Suite.Walkthrough;

/// <summary>The walkthrough cannot go on; the message says why in one sentence.</summary>
sealed class WalkException(string message) : Exception(message);
