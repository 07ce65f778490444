using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suite.Indicators.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Definitions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "definition",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    english_name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    period_type = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<int>(type: "integer", nullable: false),
                    band_low = table.Column<decimal>(type: "numeric", nullable: true),
                    band_high = table.Column<decimal>(type: "numeric", nullable: true),
                    accumulation = table.Column<int>(type: "integer", nullable: false),
                    aggregation = table.Column<int>(type: "integer", nullable: false),
                    weight = table.Column<string>(type: "text", nullable: true),
                    formula = table.Column<string>(type: "text", nullable: false),
                    entity_kinds = table.Column<int[]>(type: "integer[]", nullable: false),
                    source_unit = table.Column<string>(type: "text", nullable: true),
                    decimals = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_definition", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "entity",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<string>(type: "text", nullable: true),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entity", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "measure_key",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_key", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_entity_id",
                table: "entity",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entity_parent_id",
                table: "entity",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_measure_key_name",
                table: "measure_key",
                column: "name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "definition");

            migrationBuilder.DropTable(
                name: "entity");

            migrationBuilder.DropTable(
                name: "measure_key");
        }
    }
}
