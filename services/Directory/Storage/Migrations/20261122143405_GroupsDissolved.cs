using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Directory.Storage.Migrations
{
    /// <inheritdoc />
    public partial class GroupsDissolved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "unit_group",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "until",
                table: "unit_group");
        }
    }
}
