using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suite.Indicators.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "author",
                table: "observation",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "year",
                table: "indicator",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "figure_source",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    origin = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_source", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "import_mapping",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    heading = table.Column<string>(type: "text", nullable: false),
                    mapping = table.Column<string>(type: "jsonb", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_mapping", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "validation_rule",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    definitions = table.Column<string[]>(type: "text[]", nullable: false),
                    low = table.Column<decimal>(type: "numeric", nullable: true),
                    high = table.Column<decimal>(type: "numeric", nullable: true),
                    limit = table.Column<decimal>(type: "numeric", nullable: true),
                    parts = table.Column<string[]>(type: "text[]", nullable: false),
                    off = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validation_rule", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_mapping_heading",
                table: "import_mapping",
                column: "heading");

            // Made for many millions of rows that are only added: cut by indicator, so that indexes stay small and one series lies in one part.
            migrationBuilder.Sql(
                """
                CREATE TABLE figure (
                    measure integer NOT NULL, entity integer NOT NULL, period integer NOT NULL, source integer NOT NULL,
                    known_at timestamp with time zone NOT NULL, mark bigint NOT NULL, change bigint NOT NULL,
                    status smallint NOT NULL, comparator smallint NOT NULL,
                    period_value numeric, year_to_date numeric, growth numeric, note text, comment text,
                    CONSTRAINT pk_figure PRIMARY KEY (measure, entity, period, known_at, mark)
                ) PARTITION BY HASH (measure);
                CREATE TABLE figure_00 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 0);
                CREATE TABLE figure_01 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 1);
                CREATE TABLE figure_02 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 2);
                CREATE TABLE figure_03 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 3);
                CREATE TABLE figure_04 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 4);
                CREATE TABLE figure_05 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 5);
                CREATE TABLE figure_06 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 6);
                CREATE TABLE figure_07 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 7);
                CREATE TABLE figure_08 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 8);
                CREATE TABLE figure_09 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 9);
                CREATE TABLE figure_10 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 10);
                CREATE TABLE figure_11 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 11);
                CREATE TABLE figure_12 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 12);
                CREATE TABLE figure_13 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 13);
                CREATE TABLE figure_14 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 14);
                CREATE TABLE figure_15 PARTITION OF figure FOR VALUES WITH (MODULUS 16, REMAINDER 15);
                CREATE INDEX ix_figure_change ON figure (change);
                CREATE TABLE feed_position (last bigint NOT NULL);
                INSERT INTO feed_position VALUES (0);
                INSERT INTO measure_key (name) SELECT 'indicators/' || id FROM indicator;
                UPDATE indicator SET year = substring(plan FROM '^plans/([0-9]{4})')::integer WHERE plan ~ '^plans/[0-9]{4}';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE figure; DROP TABLE feed_position;");

            migrationBuilder.DropTable(
                name: "figure_source");

            migrationBuilder.DropTable(
                name: "import_mapping");

            migrationBuilder.DropTable(
                name: "validation_rule");

            migrationBuilder.DropColumn(
                name: "author",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "year",
                table: "indicator");
        }
    }
}
