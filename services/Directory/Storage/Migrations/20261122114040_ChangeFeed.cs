using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Directory.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ChangeFeed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_change",
                columns: table => new
                {
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_change", x => x.revision);
                });

            // What changed before the feed was there is told as one change of everything.
            migrationBuilder.Sql(
                """
                INSERT INTO directory_change (revision, time, resource, action)
                SELECT number, statement_timestamp(), 'directory', 'SeedDirectory' FROM directory_revision WHERE number > 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_change");
        }
    }
}
