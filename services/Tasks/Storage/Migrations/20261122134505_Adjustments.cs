using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Adjustments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handling",
                table: "supervision_rule",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "adjustment",
                table: "past_task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "adjustment",
                table: "assignment_change",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "adjustment",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    wanted = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_force_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    task_revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_ordinal = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjustment", x => new { x.plan_id, x.task_number, x.number });
                    table.ForeignKey(
                        name: "fk_adjustment_task_plan_id_task_number",
                        columns: x => new { x.plan_id, x.task_number },
                        principalTable: "task",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "adjustment_step",
                columns: table => new
                {
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    case_number = table.Column<int>(type: "integer", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjustment_step", x => new { x.plan_id, x.task_number, x.case_number, x.ordinal });
                    table.ForeignKey(
                        name: "fk_adjustment_step_adjustment_plan_id_task_number_case_number",
                        columns: x => new { x.plan_id, x.task_number, x.case_number },
                        principalTable: "adjustment",
                        principalColumns: new[] { "plan_id", "task_number", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_adjustment_state_effective_on",
                table: "adjustment",
                columns: new[] { "state", "effective_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adjustment_step");

            migrationBuilder.DropTable(
                name: "adjustment");

            migrationBuilder.DropColumn(
                name: "handling",
                table: "supervision_rule");

            migrationBuilder.DropColumn(
                name: "adjustment",
                table: "past_task");

            migrationBuilder.DropColumn(
                name: "adjustment",
                table: "assignment_change");
        }
    }
}
