using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "light_mark",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    light = table.Column<int>(type: "integer", nullable: false),
                    suggested = table.Column<int>(type: "integer", nullable: true),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    report_unit_id = table.Column<string>(type: "text", nullable: true),
                    report_quarter = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_light_mark", x => new { x.plan_id, x.task_number, x.ordinal });
                    table.ForeignKey(
                        name: "fk_light_mark_task_plan_id_task_number",
                        columns: x => new { x.plan_id, x.task_number },
                        principalTable: "task",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "supervision_rule",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    light = table.Column<string>(type: "jsonb", nullable: true),
                    deadline = table.Column<string>(type: "jsonb", nullable: true),
                    reminder = table.Column<string>(type: "jsonb", nullable: true),
                    score = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_rule", x => new { x.kind, x.version });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "light_mark");

            migrationBuilder.DropTable(
                name: "supervision_rule");
        }
    }
}
