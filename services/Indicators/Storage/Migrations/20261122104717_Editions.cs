using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suite.Indicators.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(name: "former_commitments", table: "indicator", type: "text[]", nullable: false, defaultValue: new string[0]);
            migrationBuilder.AddColumn<bool>(name: "withdrawn", table: "indicator", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.CreateTable(
                name: "task",
                columns: table => new
                {
                    task = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    issued = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task", x => x.task);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "task");
            migrationBuilder.DropColumn(name: "withdrawn", table: "indicator");
            migrationBuilder.DropColumn(name: "former_commitments", table: "indicator");
        }
    }
}
