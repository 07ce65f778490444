using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Cases;
using Suite.Tasks.Closing;
using Suite.Tasks.Instructions;
using Suite.Tasks.Plans;
using Suite.Tasks.Questions;

namespace Suite.Tasks.Storage;

sealed class CaseConfiguration : IEntityTypeConfiguration<Adjustment>, IEntityTypeConfiguration<Instruction>, IEntityTypeConfiguration<Question>,
    IEntityTypeConfiguration<ClosingRequest>
{
    static readonly string[] Owner = ["PlanId", "TaskNumber", "Number"];

    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        Common<Adjustment, AdjustmentState>(builder, "adjustment");
        builder.Ignore(a => a.Asker);
        builder.Property(a => a.Text).IsJson();
        builder.HasIndex(a => new { a.State, a.EffectiveOn });
    }

    public void Configure(EntityTypeBuilder<Instruction> builder)
    {
        Common<Instruction, InstructionState>(builder, "instruction");
        builder.HasIndex(c => new { c.PlanId, c.State, c.DueOn });
    }

    public void Configure(EntityTypeBuilder<Question> builder)
    {
        Common<Question, QuestionState>(builder, "question");
        builder.HasIndex(c => new { c.PlanId, c.State, c.DueOn });
    }

    public void Configure(EntityTypeBuilder<ClosingRequest> builder)
    {
        Common<ClosingRequest, ClosingState>(builder, "closing");
        builder.Ignore(c => c.Report);
    }

    /// <summary>What every kind of case has.</summary>
    internal static void Common<TCase, TState>(EntityTypeBuilder<TCase> builder, string table)
        where TCase : TaskCase<TState>
        where TState : struct, Enum
    {
        builder.ToTable(table).HasKey(c => new { c.PlanId, c.TaskNumber, c.Number });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(c => new { c.PlanId, c.TaskNumber });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Version).IsRowVersion();
        builder.Ignore(c => c.Name).Ignore(c => c.Kind);
        builder.OwnsMany(c => c.Steps, step =>
        {
            step.ToTable($"{table}_step").WithOwner().HasForeignKey(Owner);
            step.Property<int>("Number").HasColumnName("case_number");
            step.HasKey([.. Owner, nameof(CaseStep.Ordinal)]);
            step.Property(s => s.Ordinal).ValueGeneratedNever();
        });
        builder.Navigation(c => c.Steps).HasField("_steps");
    }
}
