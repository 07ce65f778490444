using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Directory.Storage.Migrations
{
    /// <inheritdoc />
    public partial class GroupsInTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_group_member",
                table: "group_member");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "unit_group",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "since",
                table: "group_member",
                type: "date",
                nullable: false,
                defaultValue: DateOnly.MinValue);

            migrationBuilder.AddColumn<DateOnly>(
                name: "until",
                table: "group_member",
                type: "date",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_group_member",
                table: "group_member",
                columns: new[] { "group_id", "unit_id", "since" });

            migrationBuilder.CreateTable(
                name: "group_nesting",
                columns: table => new
                {
                    group_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    inner_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_nesting", x => new { x.group_id, x.inner_id, x.since });
                    table.ForeignKey(
                        name: "fk_group_nesting_unit_group_group_id",
                        column: x => x.group_id,
                        principalTable: "unit_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_group_nesting_unit_group_inner_id",
                        column: x => x.inner_id,
                        principalTable: "unit_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_group_nesting_inner_id",
                table: "group_nesting",
                column: "inner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "group_nesting");

            // One membership a unit and group is all the older schema can hold.
            migrationBuilder.Sql("DELETE FROM group_member WHERE until IS NOT NULL;");

            migrationBuilder.DropPrimaryKey(
                name: "pk_group_member",
                table: "group_member");

            migrationBuilder.DropColumn(
                name: "since",
                table: "group_member");

            migrationBuilder.DropColumn(
                name: "until",
                table: "group_member");

            migrationBuilder.DropColumn(
                name: "version",
                table: "unit_group");

            migrationBuilder.AddPrimaryKey(
                name: "pk_group_member",
                table: "group_member",
                columns: new[] { "group_id", "unit_id" });
        }
    }
}
