using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Directory.Storage.Migrations
{
    /// <inheritdoc />
    public partial class UnitsInTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_unit_parent_id",
                table: "unit");

            migrationBuilder.AddColumn<DateOnly>(
                name: "since",
                table: "unit",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "unit",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "successors",
                table: "unit",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "unit",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "unit_past",
                columns: table => new
                {
                    unit_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    english_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    host_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    successors = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_past", x => new { x.unit_id, x.until });
                    table.ForeignKey(
                        name: "fk_unit_past_unit_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_parent_id_id",
                table: "unit",
                columns: new[] { "parent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_past_kind_unit_id",
                table: "unit_past",
                columns: new[] { "kind", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_past_parent_id_unit_id",
                table: "unit_past",
                columns: new[] { "parent_id", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_past");

            migrationBuilder.DropIndex(
                name: "ix_unit_parent_id_id",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "since",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "until",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "successors",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "version",
                table: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_unit_parent_id",
                table: "unit",
                column: "parent_id");
        }
    }
}
