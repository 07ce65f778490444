using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Organization : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feed_position",
                columns: table => new
                {
                    feed = table.Column<string>(type: "text", nullable: false),
                    token = table.Column<string>(type: "text", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_position", x => x.feed);
                });

            migrationBuilder.CreateTable(
                name: "kept_document",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_document", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "known_absence",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    deputy_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_absence", x => new { x.person_id, x.since });
                });

            migrationBuilder.CreateTable(
                name: "known_group",
                columns: table => new
                {
                    group_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    member_ids = table.Column<string[]>(type: "text[]", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_group", x => x.group_id);
                });

            migrationBuilder.CreateTable(
                name: "known_person",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    posts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_person", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "known_staff",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: true),
                    person_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_staff", x => x.account);
                });

            migrationBuilder.CreateTable(
                name: "known_unit",
                columns: table => new
                {
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<string>(type: "text", nullable: true),
                    host_id = table.Column<string>(type: "text", nullable: true),
                    successors = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_unit", x => new { x.unit_id, x.since });
                });

            migrationBuilder.CreateIndex(
                name: "ix_known_absence_deputy_id",
                table: "known_absence",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_staff_person_id",
                table: "known_staff",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_staff_unit_id",
                table: "known_staff",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_unit_parent_id",
                table: "known_unit",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_unit_until",
                table: "known_unit",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feed_position");

            migrationBuilder.DropTable(
                name: "kept_document");

            migrationBuilder.DropTable(
                name: "known_absence");

            migrationBuilder.DropTable(
                name: "known_group");

            migrationBuilder.DropTable(
                name: "known_person");

            migrationBuilder.DropTable(
                name: "known_staff");

            migrationBuilder.DropTable(
                name: "known_unit");
        }
    }
}
