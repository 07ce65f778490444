using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Cases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "carried_from",
                table: "task",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "carried_to",
                table: "task",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "closing",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    report_period_code = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_ordinal = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closing", x => new { x.plan_id, x.task_number, x.number });
                    table.ForeignKey(
                        name: "fk_closing_task_plan_id_task_number",
                        columns: x => new { x.plan_id, x.task_number },
                        principalTable: "task",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "instruction",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    leader_id = table.Column<string>(type: "text", nullable: false),
                    leader_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_ordinal = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instruction", x => new { x.plan_id, x.task_number, x.number });
                    table.ForeignKey(
                        name: "fk_instruction_task_plan_id_task_number",
                        columns: x => new { x.plan_id, x.task_number },
                        principalTable: "task",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "question",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_office = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_ordinal = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question", x => new { x.plan_id, x.task_number, x.number });
                    table.ForeignKey(
                        name: "fk_question_task_plan_id_task_number",
                        columns: x => new { x.plan_id, x.task_number },
                        principalTable: "task",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "closing_step",
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
                    table.PrimaryKey("pk_closing_step", x => new { x.plan_id, x.task_number, x.case_number, x.ordinal });
                    table.ForeignKey(
                        name: "fk_closing_step_closing_plan_id_task_number_case_number",
                        columns: x => new { x.plan_id, x.task_number, x.case_number },
                        principalTable: "closing",
                        principalColumns: new[] { "plan_id", "task_number", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "instruction_step",
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
                    table.PrimaryKey("pk_instruction_step", x => new { x.plan_id, x.task_number, x.case_number, x.ordinal });
                    table.ForeignKey(
                        name: "fk_instruction_step_instruction_plan_id_task_number_case_number",
                        columns: x => new { x.plan_id, x.task_number, x.case_number },
                        principalTable: "instruction",
                        principalColumns: new[] { "plan_id", "task_number", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "question_step",
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
                    table.PrimaryKey("pk_question_step", x => new { x.plan_id, x.task_number, x.case_number, x.ordinal });
                    table.ForeignKey(
                        name: "fk_question_step_question_plan_id_task_number_case_number",
                        columns: x => new { x.plan_id, x.task_number, x.case_number },
                        principalTable: "question",
                        principalColumns: new[] { "plan_id", "task_number", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_instruction_plan_id_state_due_on",
                table: "instruction",
                columns: new[] { "plan_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_question_plan_id_state_due_on",
                table: "question",
                columns: new[] { "plan_id", "state", "due_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closing_step");

            migrationBuilder.DropTable(
                name: "instruction_step");

            migrationBuilder.DropTable(
                name: "question_step");

            migrationBuilder.DropTable(
                name: "closing");

            migrationBuilder.DropTable(
                name: "instruction");

            migrationBuilder.DropTable(
                name: "question");

            migrationBuilder.DropColumn(
                name: "carried_from",
                table: "task");

            migrationBuilder.DropColumn(
                name: "carried_to",
                table: "task");
        }
    }
}
