using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>What an edition says of a task that it adds or changes: what an accepted change puts in force. Never changed.</summary>
public sealed class EditionTask
{
    public required string PlanId { get; init; }

    public required int Edition { get; init; }

    /// <summary>The number printed in the edition.</summary>
    public required int Number { get; init; }

    public required string Section { get; init; }

    public required TaskContent Content { get; init; }

    /// <summary>The same with names that the office has decided on since.</summary>
    public EditionTask With(SettledNames settled) => new()
    {
        PlanId = PlanId, Edition = Edition, Number = Number, Section = Section, Content = settled.Over(Content, openOnly: true),
    };
}
