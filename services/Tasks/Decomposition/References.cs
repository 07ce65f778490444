namespace Suite.Tasks.Decomposition;

/// <summary>A leader responsible for a task.</summary>
/// <param name="Name">The name without the spaces and the interleaving of the table.</param>
/// <param name="Position">From 1, in the order of the cell.</param>
/// <param name="AsWritten">The words of the cell this was read from.</param>
public sealed record LeaderRef(string Name, int Position, string AsWritten);

/// <summary>A unit as the table names it. Which unit that is, the directory decides.</summary>
/// <param name="AsWritten">The words of the cell.</param>
/// <param name="Name">The name without host and role, brackets in full width.</param>
/// <param name="Host">The body that houses an office, where it stands in brackets; otherwise null.</param>
/// <param name="Role">What the unit does in the task (具体负责), where the cell says so; otherwise null.</param>
public sealed record UnitRef(string AsWritten, string Name, string? Host, string? Role);

/// <summary>A collective name that stands for members (各镇街（园区）).</summary>
/// <param name="AsWritten">The words of the cell.</param>
/// <param name="Name">The collective name, brackets in full width.</param>
public sealed record GroupRef(string AsWritten, string Name);
