using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Reporting.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Rebuilding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "period",
                table: "report_step",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "heard_before",
                table: "report",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "mark",
                table: "plan_change",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "period",
                table: "accepted_report",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "adjustment_step",
                columns: table => new
                {
                    adjustment = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    approved = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    effective_date = table.Column<DateOnly>(type: "date", nullable: true),
                    lapsed = table.Column<bool>(type: "boolean", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    heard = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjustment_step", x => new { x.adjustment, x.step, x.time });
                });

            migrationBuilder.CreateTable(
                name: "case_step",
                columns: table => new
                {
                    @case = table.Column<string>(name: "case", type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    heard = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_step", x => new { x.@case, x.action, x.time });
                });

            migrationBuilder.CreateTable(
                name: "light_change",
                columns: table => new
                {
                    task = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    light = table.Column<int>(type: "integer", nullable: false),
                    suggested = table.Column<int>(type: "integer", nullable: true),
                    rule = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    heard = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_light_change", x => new { x.task, x.time });
                });

            migrationBuilder.CreateTable(
                name: "office_sheet",
                columns: table => new
                {
                    plan = table.Column<string>(type: "text", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    scores = table.Column<string>(type: "jsonb", nullable: false),
                    heard = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_sheet", x => new { x.plan, x.quarter, x.time });
                });

            migrationBuilder.CreateIndex(
                name: "ix_adjustment_step_plan",
                table: "adjustment_step",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_case_step_plan",
                table: "case_step",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "ix_light_change_plan",
                table: "light_change",
                column: "plan");

        // What tells things told of one resource apart, for what was heard of before it was kept.
        migrationBuilder.Sql("""
            UPDATE plan_change c SET mark = t.revision::text FROM known_task t WHERE t.plan = c.plan AND t.heard = c.revision AND c.kind IN ('TaskIssued', 'TaskRevised');
            UPDATE plan_change c SET mark = a.unit FROM acknowledgement a WHERE a.plan = c.plan AND a.heard = c.revision AND c.kind = 'TaskAcknowledged';
            UPDATE plan_change c SET mark = s.revision::text FROM report_step s WHERE s.plan = c.plan AND s.heard = c.revision AND c.kind IN ('ProgressSubmitted', 'ProgressReturned');
            UPDATE plan_change c SET mark = r.revision::text FROM accepted_report r WHERE r.plan = c.plan AND r.heard = c.revision AND c.kind = 'ProgressAccepted';
            UPDATE report_step SET period = substring(report FROM '-([qhm][0-9]+)$') WHERE report ~ '-[qhm][0-9]+$';
            UPDATE accepted_report SET period = substring(report FROM '-([qhm][0-9]+)$') WHERE report ~ '-[qhm][0-9]+$';
            """);
    }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adjustment_step");

            migrationBuilder.DropTable(
                name: "case_step");

            migrationBuilder.DropTable(
                name: "light_change");

            migrationBuilder.DropTable(
                name: "office_sheet");

            migrationBuilder.DropColumn(
                name: "period",
                table: "report_step");

            migrationBuilder.DropColumn(
                name: "heard_before",
                table: "report");

            migrationBuilder.DropColumn(
                name: "mark",
                table: "plan_change");

            migrationBuilder.DropColumn(
                name: "period",
                table: "accepted_report");
        }
    }
}
