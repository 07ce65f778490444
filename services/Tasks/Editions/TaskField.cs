namespace Suite.Tasks.Editions;

/// <summary>
/// A field of a task that is decided as a whole. Commitments go with the text they were read from: their places are offsets into it.
/// </summary>
public enum TaskField
{
    /// <summary>The number printed beside the task.</summary>
    Number = 1,

    Section = 2,

    Requirement = 3,

    /// <summary>The annual target with its commitments.</summary>
    Target = 4,

    /// <summary>The schedule's text with its items and their commitments.</summary>
    Schedule = 5,

    Leaders = 6,

    LeadUnits = 7,

    SupportingUnits = 8,

    SupportingGroups = 9,

    /// <summary>The number as printed, where it is not the task's.</summary>
    Label = 10,

    /// <summary>The cells of columns that are none of a plan's own.</summary>
    Attributes = 11,
}
