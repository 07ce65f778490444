using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Reporting.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Leagues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "period",
                table: "report",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "league_sheet",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    table = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_league_sheet", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "league_ask",
                columns: table => new
                {
                    plan = table.Column<string>(type: "text", nullable: false),
                    league = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heard = table.Column<long>(type: "bigint", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: true),
                    fault = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_league_ask", x => new { x.plan, x.league, x.period, x.time, x.heard });
                    table.ForeignKey(
                        name: "fk_league_ask_league_sheet_sheet",
                        column: x => x.sheet,
                        principalTable: "league_sheet",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_league_ask_sheet",
                table: "league_ask",
                column: "sheet");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "league_ask");

            migrationBuilder.DropTable(
                name: "league_sheet");

            migrationBuilder.DropColumn(
                name: "period",
                table: "report");
        }
    }
}
