using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SubAssignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "role",
                table: "progress_report",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "from_date",
                table: "assignment_change",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "other_units",
                table: "assignment_change",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "assignment_change",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "last_change",
                table: "assignment",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string[]>(
                name: "predecessor_ids",
                table: "assignment",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "assignment",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.CreateIndex(
                name: "ix_assignment_predecessor_ids",
                table: "assignment",
                column: "predecessor_ids")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_assignment_predecessor_ids",
                table: "assignment");

            migrationBuilder.DropColumn(
                name: "role",
                table: "progress_report");

            migrationBuilder.DropColumn(
                name: "from_date",
                table: "assignment_change");

            migrationBuilder.DropColumn(
                name: "other_units",
                table: "assignment_change");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "assignment_change");

            migrationBuilder.DropColumn(
                name: "last_change",
                table: "assignment");

            migrationBuilder.DropColumn(
                name: "predecessor_ids",
                table: "assignment");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "assignment");
        }
    }
}
