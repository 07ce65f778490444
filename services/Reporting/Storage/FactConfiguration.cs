using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Reporting.Facts;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Storage;

sealed class FactConfiguration :
    IEntityTypeConfiguration<KnownPlan>, IEntityTypeConfiguration<KnownTask>, IEntityTypeConfiguration<Acknowledgement>,
    IEntityTypeConfiguration<ReportStep>, IEntityTypeConfiguration<PlanChange>, IEntityTypeConfiguration<PlanState>, IEntityTypeConfiguration<AcceptedReport>, IEntityTypeConfiguration<AcceptedFigure>,
    IEntityTypeConfiguration<LightChange>, IEntityTypeConfiguration<AdjustmentStep>, IEntityTypeConfiguration<CaseStep>, IEntityTypeConfiguration<OfficeSheet>
{
    public void Configure(EntityTypeBuilder<KnownPlan> plan) => plan.ToTable("known_plan").HasKey(p => p.Name);

    public void Configure(EntityTypeBuilder<KnownTask> task)
    {
        task.ToTable("known_task").HasKey(t => new { t.Name, t.Revision });
        task.HasIndex(t => new { t.Plan, t.Number, t.Revision }).IsUnique();
        task.Property(t => t.LeadUnits).IsJson();
        task.Property(t => t.SupportingUnits).IsJson().HasDefaultValueSql("'[]'::jsonb");
        task.Property(t => t.Leaders).IsJson().HasDefaultValueSql("'[]'::jsonb");
        task.Property(t => t.Promises).IsJson();
    }

    public void Configure(EntityTypeBuilder<Acknowledgement> acknowledgement)
    {
        acknowledgement.ToTable("acknowledgement").HasKey(a => new { a.Task, a.Unit });
        acknowledgement.HasIndex(a => a.Plan);
    }

    public void Configure(EntityTypeBuilder<ReportStep> step)
    {
        step.ToTable("report_step").HasKey(s => new { s.Report, s.Revision, s.Kind });
        step.HasIndex(s => new { s.Plan, s.Quarter });
        step.Ignore(s => s.EndsQuarter);
        step.Property(s => s.Period).HasDefaultValue("");
    }

    public void Configure(EntityTypeBuilder<PlanChange> change)
    {
        change.ToTable("plan_change").HasKey(c => new { c.Plan, c.Revision });
        change.HasIndex(c => new { c.Plan, c.RecordTime });
        change.Property(c => c.Mark).HasDefaultValue("");
    }

    public void Configure(EntityTypeBuilder<LightChange> light)
    {
        light.ToTable("light_change").HasKey(l => new { l.Task, l.Time });
        light.HasIndex(l => l.Plan);
        light.Ignore(l => l.By);
    }

    public void Configure(EntityTypeBuilder<AdjustmentStep> step)
    {
        step.ToTable("adjustment_step").HasKey(s => new { s.Adjustment, s.Step, s.Time });
        step.HasIndex(s => s.Plan);
        step.Property(s => s.Fields).IsJson();
        step.Ignore(s => s.By);
    }

    public void Configure(EntityTypeBuilder<CaseStep> step)
    {
        step.ToTable("case_step").HasKey(s => new { s.Case, s.Action, s.Time });
        step.HasIndex(s => s.Plan);
        step.Ignore(s => s.By);
    }

    public void Configure(EntityTypeBuilder<OfficeSheet> sheet)
    {
        sheet.ToTable("office_sheet").HasKey(s => new { s.Plan, s.Quarter, s.Time });
        sheet.Property(s => s.Scores).IsJson();
    }

    public void Configure(EntityTypeBuilder<PlanState> state) => state.ToTable("plan_state").HasKey(s => s.Plan);

    public void Configure(EntityTypeBuilder<AcceptedReport> report)
    {
        report.ToTable("accepted_report").HasKey(r => new { r.Report, r.Revision });
        report.HasIndex(r => new { r.Plan, r.Quarter });
        report.Ignore(r => r.EndsQuarter);
        report.Property(r => r.Period).HasDefaultValue("");
        report.ComplexProperty(r => r.Author, author => author.IsSignature("author"));
        report.ComplexProperty(r => r.Approver, approver => approver.IsSignature("approver"));
        report.ComplexProperty(r => r.Reviewer, reviewer => reviewer.IsSignature("reviewer"));
        report.HasMany(r => r.Figures).WithOne().HasForeignKey(f => new { f.Report, f.Revision });
    }

    public void Configure(EntityTypeBuilder<AcceptedFigure> figure) =>
        figure.ToTable("accepted_figure").HasKey(f => new { f.Report, f.Revision, f.Ordinal });
}

static class SignatureColumns
{
    public static void IsSignature(this ComplexPropertyBuilder<Signature> signature, string step)
    {
        signature.Property(s => s.Account).HasColumnName($"{step}_account");
        signature.Property(s => s.DisplayName).HasColumnName($"{step}_display_name");
        signature.Property(s => s.Time).HasColumnName($"{step}_time");
    }
}
