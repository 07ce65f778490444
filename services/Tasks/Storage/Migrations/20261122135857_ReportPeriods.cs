using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ReportPeriods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_report_revision_progress_report_plan_id_task_number_unit_id~",
                table: "report_revision");

            migrationBuilder.DropForeignKey(
                name: "fk_report_step_progress_report_plan_id_task_number_unit_id_qua~",
                table: "report_step");

            migrationBuilder.DropPrimaryKey(
                name: "pk_report_step",
                table: "report_step");

            migrationBuilder.DropPrimaryKey(
                name: "pk_report_revision",
                table: "report_revision");

            migrationBuilder.DropPrimaryKey(
                name: "pk_progress_report",
                table: "progress_report");

            // Until now the two columns of a report's parts bore each other's name: unit_id held the quarter, quarter the unit.
            migrationBuilder.Sql("""
                ALTER TABLE progress_report ADD COLUMN period_code integer NOT NULL DEFAULT 0;
                UPDATE progress_report SET period_code = quarter * 30 + 1;
                ALTER TABLE report_step ADD COLUMN period_code integer NOT NULL DEFAULT 0;
                UPDATE report_step SET period_code = unit_id * 30 + 1;
                ALTER TABLE report_step DROP COLUMN unit_id;
                ALTER TABLE report_step RENAME COLUMN quarter TO unit_id;
                ALTER TABLE report_revision ADD COLUMN period_code integer NOT NULL DEFAULT 0;
                UPDATE report_revision SET period_code = unit_id * 30 + 1;
                ALTER TABLE report_revision DROP COLUMN unit_id;
                ALTER TABLE report_revision RENAME COLUMN quarter TO unit_id;
                """);

            migrationBuilder.AddPrimaryKey(
                name: "pk_report_step",
                table: "report_step",
                columns: new[] { "plan_id", "task_number", "period_code", "unit_id", "ordinal" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_report_revision",
                table: "report_revision",
                columns: new[] { "plan_id", "task_number", "period_code", "unit_id", "number" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_progress_report",
                table: "progress_report",
                columns: new[] { "plan_id", "task_number", "period_code", "unit_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_report_revision_progress_report_plan_id_task_number_period_~",
                table: "report_revision",
                columns: new[] { "plan_id", "task_number", "period_code", "unit_id" },
                principalTable: "progress_report",
                principalColumns: new[] { "plan_id", "task_number", "period_code", "unit_id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_report_step_progress_report_plan_id_task_number_period_code~",
                table: "report_step",
                columns: new[] { "plan_id", "task_number", "period_code", "unit_id" },
                principalTable: "progress_report",
                principalColumns: new[] { "plan_id", "task_number", "period_code", "unit_id" },
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_report_revision_progress_report_plan_id_task_number_period_~",
                table: "report_revision");

            migrationBuilder.DropForeignKey(
                name: "fk_report_step_progress_report_plan_id_task_number_period_code~",
                table: "report_step");

            migrationBuilder.DropPrimaryKey(
                name: "pk_report_step",
                table: "report_step");

            migrationBuilder.DropPrimaryKey(
                name: "pk_report_revision",
                table: "report_revision");

            migrationBuilder.DropPrimaryKey(
                name: "pk_progress_report",
                table: "progress_report");

            migrationBuilder.Sql("""
                ALTER TABLE report_revision RENAME COLUMN unit_id TO quarter;
                ALTER TABLE report_revision ADD COLUMN unit_id integer NOT NULL DEFAULT 0;
                UPDATE report_revision SET unit_id = (period_code / 10 + 2) / 3;
                ALTER TABLE report_revision DROP COLUMN period_code;
                ALTER TABLE report_step RENAME COLUMN unit_id TO quarter;
                ALTER TABLE report_step ADD COLUMN unit_id integer NOT NULL DEFAULT 0;
                UPDATE report_step SET unit_id = (period_code / 10 + 2) / 3;
                ALTER TABLE report_step DROP COLUMN period_code;
                ALTER TABLE progress_report DROP COLUMN period_code;
                """);

            migrationBuilder.AddPrimaryKey(
                name: "pk_report_step",
                table: "report_step",
                columns: new[] { "plan_id", "task_number", "unit_id", "quarter", "ordinal" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_report_revision",
                table: "report_revision",
                columns: new[] { "plan_id", "task_number", "unit_id", "quarter", "number" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_progress_report",
                table: "progress_report",
                columns: new[] { "plan_id", "task_number", "quarter", "unit_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_report_revision_progress_report_plan_id_task_number_unit_id~",
                table: "report_revision",
                columns: new[] { "plan_id", "task_number", "unit_id", "quarter" },
                principalTable: "progress_report",
                principalColumns: new[] { "plan_id", "task_number", "quarter", "unit_id" },
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_report_step_progress_report_plan_id_task_number_unit_id_qua~",
                table: "report_step",
                columns: new[] { "plan_id", "task_number", "unit_id", "quarter" },
                principalTable: "progress_report",
                principalColumns: new[] { "plan_id", "task_number", "quarter", "unit_id" },
                onDelete: ReferentialAction.Cascade);
        }
    }
}
