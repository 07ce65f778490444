using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Indicators.Storage.Migrations
{
    /// <inheritdoc />
    public partial class TargetFilesAndLights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "light_rule",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    yellow = table.Column<decimal>(type: "numeric", nullable: false),
                    red = table.Column<decimal>(type: "numeric", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_light_rule", x => x.version);
                });

            migrationBuilder.CreateIndex(
                name: "ix_goal_state_number",
                table: "goal",
                columns: new[] { "state", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "light_rule");

            migrationBuilder.DropIndex(
                name: "ix_goal_state_number",
                table: "goal");
        }
    }
}
