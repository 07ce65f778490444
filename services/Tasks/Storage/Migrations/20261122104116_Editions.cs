using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(name: "edition_count", table: "plan", type: "integer", nullable: false, defaultValue: 0);
            migrationBuilder.AddColumn<int>(name: "revision", table: "task", type: "integer", nullable: false, defaultValue: 0);
            migrationBuilder.AddColumn<int>(name: "published_number", table: "task", type: "integer", nullable: false, defaultValue: 0);
            // A task read before there were editions is printed under the number it was issued under.
            migrationBuilder.Sql("UPDATE task SET published_number = number;");
            migrationBuilder.AddColumn<DateTimeOffset>(name: "withdrawn_at", table: "assignment", type: "timestamp with time zone", nullable: true);

            migrationBuilder.CreateTable(
                name: "plan_edition",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    document_sha256 = table.Column<string>(type: "text", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    task_count = table.Column<int>(type: "integer", nullable: false),
                    added_count = table.Column<int>(type: "integer", nullable: false),
                    removed_count = table.Column<int>(type: "integer", nullable: false),
                    changed_count = table.Column<int>(type: "integer", nullable: false),
                    change_count = table.Column<int>(type: "integer", nullable: false),
                    accepted_count = table.Column<int>(type: "integer", nullable: false),
                    rejected_count = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_edition", x => new { x.plan_id, x.number });
                    table.ForeignKey(
                        name: "fk_plan_edition_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "edition_task",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edition_task", x => new { x.plan_id, x.edition, x.number });
                    table.ForeignKey(
                        name: "fk_edition_task_plan_edition_plan_id_edition",
                        columns: x => new { x.plan_id, x.edition },
                        principalTable: "plan_edition",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_change",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<int>(type: "integer", nullable: true),
                    task_number = table.Column<int>(type: "integer", nullable: true),
                    edition_number = table.Column<int>(type: "integer", nullable: true),
                    old_text = table.Column<string>(type: "text", nullable: false),
                    new_text = table.Column<string>(type: "text", nullable: false),
                    likeness = table.Column<decimal>(type: "numeric(3,2)", precision: 3, scale: 2, nullable: true),
                    parts = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decider_name = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_change", x => new { x.plan_id, x.edition, x.number });
                    table.ForeignKey(
                        name: "fk_plan_change_plan_edition_plan_id_edition",
                        columns: x => new { x.plan_id, x.edition },
                        principalTable: "plan_edition",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "past_task",
                columns: table => new
                {
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    published_number = table.Column<int>(type: "integer", nullable: false),
                    section = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_by = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_task", x => new { x.plan_id, x.task_number, x.revision });
                    table.ForeignKey(
                        name: "fk_past_task_task_plan_id_task_number",
                        columns: x => new { x.plan_id, x.task_number },
                        principalTable: "task",
                        principalColumns: new[] { "plan_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assignment_change",
                columns: table => new
                {
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_change", x => new { x.plan_id, x.task_number, x.unit_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_assignment_change_assignment_plan_id_task_number_unit_id",
                        columns: x => new { x.plan_id, x.task_number, x.unit_id },
                        principalTable: "assignment",
                        principalColumns: new[] { "plan_id", "task_number", "unit_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_plan_change_plan_id_edition_state_number",
                table: "plan_change",
                columns: new[] { "plan_id", "edition", "state", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_edition_plan_id_document_sha256",
                table: "plan_edition",
                columns: new[] { "plan_id", "document_sha256" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assignment_change");
            migrationBuilder.DropTable(name: "past_task");
            migrationBuilder.DropTable(name: "plan_change");
            migrationBuilder.DropTable(name: "edition_task");
            migrationBuilder.DropTable(name: "plan_edition");
            migrationBuilder.DropColumn(name: "withdrawn_at", table: "assignment");
            migrationBuilder.DropColumn(name: "published_number", table: "task");
            migrationBuilder.DropColumn(name: "revision", table: "task");
            migrationBuilder.DropColumn(name: "edition_count", table: "plan");
        }
    }
}
