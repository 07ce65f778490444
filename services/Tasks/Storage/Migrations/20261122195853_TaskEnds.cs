using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class TaskEnds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_progress_report_plan_id_role",
                table: "progress_report");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ended_at",
                table: "task",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int[]>(
                name: "owed_quarters",
                table: "task",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);

            migrationBuilder.CreateIndex(
                name: "ix_progress_report_plan_id_role",
                table: "progress_report",
                columns: new[] { "plan_id", "role" })
                .Annotation("Npgsql:IndexInclude", new[] { "task_number", "unit_id", "quarter", "state", "period_code" });

            // Which tasks are reported by half-years is read from their words: those that were issued before are, until an edition changes them, owed for what
            // their schedules name.
            migrationBuilder.Sql("UPDATE task SET owed_quarters = CASE WHEN cardinality(quarters) = 0 THEN '{1,2,3,4}' ELSE quarters END");
            migrationBuilder.Sql(
                """
                UPDATE task SET ended_at = (SELECT max(a.time) FROM audit_entry a WHERE (a.action = 'CarryOverTask' AND a.resource = 'plans/' || plan_id || '/tasks/' || number)
                    OR (a.action = 'ApproveClosing' AND a.resource LIKE 'plans/' || plan_id || '/tasks/' || number || '/closings/%'))
                WHERE state IN (5, 6)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_progress_report_plan_id_role",
                table: "progress_report");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "task");

            migrationBuilder.DropColumn(
                name: "owed_quarters",
                table: "task");

            migrationBuilder.CreateIndex(
                name: "ix_progress_report_plan_id_role",
                table: "progress_report",
                columns: new[] { "plan_id", "role" })
                .Annotation("Npgsql:IndexInclude", new[] { "task_number", "unit_id", "quarter", "state" });
        }
    }
}
