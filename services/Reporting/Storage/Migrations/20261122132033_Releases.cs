using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Reporting.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Releases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_report_document",
                table: "report_document");

            migrationBuilder.DropIndex(
                name: "ix_report_issuer_year_number",
                table: "report");

            migrationBuilder.DropPrimaryKey(
                name: "pk_known_task",
                table: "known_task");

            migrationBuilder.DropIndex(
                name: "ix_known_task_plan_number",
                table: "known_task");

            migrationBuilder.AddColumn<string>(
                name: "account",
                table: "report_step",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "display_name",
                table: "report_step",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "heard",
                table: "report_step",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "report_step",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "report_step",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "key",
                table: "report_figure",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "format",
                table: "report_document",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "sha256",
                table: "report_document",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "as_of",
                table: "report",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "audit_hash",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "audit_sequence",
                table: "report",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "corrects",
                table: "report",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "heard",
                table: "report",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "kind",
                table: "report",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "zh-CN");

            migrationBuilder.AddColumn<int>(
                name: "state",
                table: "report",
                type: "integer",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<string>(
                name: "subject",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "report",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "heard",
                table: "known_task",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "leaders",
                table: "known_task",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<string>(
                name: "supporting_units",
                table: "known_task",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "time",
                table: "known_task",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<long>(
                name: "heard",
                table: "known_plan",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "heard",
                table: "acknowledgement",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "heard",
                table: "accepted_report",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddPrimaryKey(
                name: "pk_report_document",
                table: "report_document",
                columns: new[] { "report_id", "format" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_known_task",
                table: "known_task",
                columns: new[] { "name", "revision" });

            migrationBuilder.CreateTable(
                name: "plan_change",
                columns: table => new
                {
                    plan = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    event_time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    record_time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_change", x => new { x.plan, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "plan_state",
                columns: table => new
                {
                    plan = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    record_time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_state", x => x.plan);
                });

            migrationBuilder.CreateTable(
                name: "report_edit",
                columns: table => new
                {
                    report_id = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    replaced = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_edit", x => new { x.report_id, x.key });
                    table.ForeignKey(
                        name: "fk_report_edit_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_milestone",
                columns: table => new
                {
                    report_id = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_milestone", x => new { x.report_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_report_milestone_report_report_id",
                        column: x => x.report_id,
                        principalTable: "report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_report_corrects",
                table: "report",
                column: "corrects");

            migrationBuilder.CreateIndex(
                name: "ix_report_issuer_year_kind_number_version",
                table: "report",
                columns: new[] { "issuer", "year", "kind", "number", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_known_task_plan_number_revision",
                table: "known_task",
                columns: new[] { "plan", "number", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_change_plan_record_time",
                table: "plan_change",
                columns: new[] { "plan", "record_time" });

            // What was made and heard of before: files without an ending in their names, hashes of documents, the issue of tasks that were revised since.
            migrationBuilder.Sql("""
                UPDATE report SET as_of = create_time, file_name = regexp_replace(file_name, '\.docx$', '');
                UPDATE report_document SET sha256 = encode(sha256(content), 'hex');
                UPDATE known_task t SET time = p.issue_time FROM known_plan p WHERE p.name = t.plan;
                INSERT INTO known_task (name, revision, plan, number, section, target, due_quarters, lead_units, promises, withdrawn, added, time, heard)
                    SELECT name, 0, plan, number, section, target, due_quarters, lead_units, promises, false, added, time, 0 FROM known_task WHERE revision > 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plan_change");

            migrationBuilder.DropTable(
                name: "plan_state");

            migrationBuilder.DropTable(
                name: "report_edit");

            migrationBuilder.DropTable(
                name: "report_milestone");

            migrationBuilder.DropPrimaryKey(
                name: "pk_report_document",
                table: "report_document");

            migrationBuilder.DropIndex(
                name: "ix_report_corrects",
                table: "report");

            migrationBuilder.DropIndex(
                name: "ix_report_issuer_year_kind_number_version",
                table: "report");

            migrationBuilder.DropPrimaryKey(
                name: "pk_known_task",
                table: "known_task");

            migrationBuilder.DropIndex(
                name: "ix_known_task_plan_number_revision",
                table: "known_task");

            migrationBuilder.DropColumn(
                name: "account",
                table: "report_step");

            migrationBuilder.DropColumn(
                name: "display_name",
                table: "report_step");

            migrationBuilder.DropColumn(
                name: "heard",
                table: "report_step");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "report_step");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "report_step");

            migrationBuilder.DropColumn(
                name: "key",
                table: "report_figure");

            migrationBuilder.DropColumn(
                name: "format",
                table: "report_document");

            migrationBuilder.DropColumn(
                name: "sha256",
                table: "report_document");

            migrationBuilder.DropColumn(
                name: "as_of",
                table: "report");

            migrationBuilder.DropColumn(
                name: "audit_hash",
                table: "report");

            migrationBuilder.DropColumn(
                name: "audit_sequence",
                table: "report");

            migrationBuilder.DropColumn(
                name: "corrects",
                table: "report");

            migrationBuilder.DropColumn(
                name: "heard",
                table: "report");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "report");

            migrationBuilder.DropColumn(
                name: "language",
                table: "report");

            migrationBuilder.DropColumn(
                name: "state",
                table: "report");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "report");

            migrationBuilder.DropColumn(
                name: "version",
                table: "report");

            migrationBuilder.DropColumn(
                name: "heard",
                table: "known_task");

            migrationBuilder.DropColumn(
                name: "leaders",
                table: "known_task");

            migrationBuilder.DropColumn(
                name: "supporting_units",
                table: "known_task");

            migrationBuilder.DropColumn(
                name: "time",
                table: "known_task");

            migrationBuilder.DropColumn(
                name: "heard",
                table: "known_plan");

            migrationBuilder.DropColumn(
                name: "heard",
                table: "acknowledgement");

            migrationBuilder.DropColumn(
                name: "heard",
                table: "accepted_report");

            migrationBuilder.AddPrimaryKey(
                name: "pk_report_document",
                table: "report_document",
                column: "report_id");

            migrationBuilder.AddPrimaryKey(
                name: "pk_known_task",
                table: "known_task",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_report_issuer_year_number",
                table: "report",
                columns: new[] { "issuer", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_known_task_plan_number",
                table: "known_task",
                columns: new[] { "plan", "number" },
                unique: true);
        }
    }
}
