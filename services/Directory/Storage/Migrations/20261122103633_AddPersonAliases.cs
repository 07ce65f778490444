using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Directory.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AddPersonAliases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "aliases",
                table: "person",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "aliases",
                table: "person");
        }
    }
}
