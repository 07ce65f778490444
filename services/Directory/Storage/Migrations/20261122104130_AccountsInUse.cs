using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Directory.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AccountsInUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "disabled",
                table: "account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "must_change_password",
                table: "account",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "account",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "revocation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revocation", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_revocation_until",
                table: "revocation",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "revocation");

            migrationBuilder.DropColumn(
                name: "disabled",
                table: "account");

            migrationBuilder.DropColumn(
                name: "must_change_password",
                table: "account");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "account");
        }
    }
}
