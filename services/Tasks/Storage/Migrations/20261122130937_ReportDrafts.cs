using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ReportDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "account",
                table: "report_revision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "display_name",
                table: "report_revision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "marks",
                table: "report_revision",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "time",
                table: "report_revision",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            // Until now every revision was written once, by whoever took the step that drafted it.
            migrationBuilder.Sql("""
                UPDATE report_revision r SET account = s.account, display_name = s.display_name, time = s.time
                FROM report_step s
                WHERE s.plan_id = r.plan_id AND s.task_number = r.task_number AND s.unit_id = r.unit_id AND s.quarter = r.quarter
                    AND s.revision = r.number AND s.kind = 1;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "account",
                table: "report_revision");

            migrationBuilder.DropColumn(
                name: "display_name",
                table: "report_revision");

            migrationBuilder.DropColumn(
                name: "marks",
                table: "report_revision");

            migrationBuilder.DropColumn(
                name: "time",
                table: "report_revision");
        }
    }
}
