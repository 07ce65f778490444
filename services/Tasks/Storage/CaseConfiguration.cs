using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Cases;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Storage;

sealed class CaseConfiguration : IEntityTypeConfiguration<Adjustment>
{
    static readonly string[] Owner = ["PlanId", "TaskNumber", "Number"];

    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        Common<Adjustment, AdjustmentState>(builder, "adjustment");
        builder.Ignore(a => a.Asker);
        builder.Property(a => a.Text).IsJson();
        builder.HasIndex(a => new { a.State, a.EffectiveOn });
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
