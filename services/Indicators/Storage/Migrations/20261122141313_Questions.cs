using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suite.Indicators.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The name is what ServiceDefaults calls the places of followed feeds.
            migrationBuilder.Sql("ALTER TABLE feed_position RENAME TO figure_position;");

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "observation",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "contradiction",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    plan = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    indicator_id = table.Column<string>(type: "text", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    one_value = table.Column<decimal>(type: "numeric", nullable: false),
                    other_value = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    one_commitments = table.Column<string[]>(type: "text[]", nullable: false),
                    other_commitments = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contradiction", x => x.number);
                });

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
                name: "goal",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    measure = table.Column<int>(type: "integer", nullable: false),
                    entity = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    comparator = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    proposer = table.Column<string>(type: "text", nullable: false),
                    propose_time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decider = table.Column<string>(type: "text", nullable: false),
                    decide_time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    why = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "league_rules",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    normalisation = table.Column<int>(type: "integer", nullable: false),
                    missing = table.Column<int>(type: "integer", nullable: false),
                    entity_kinds = table.Column<int[]>(type: "integer[]", nullable: false),
                    parts = table.Column<string>(type: "jsonb", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_league_rules", x => new { x.id, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contradiction_plan_task_number_number",
                table: "contradiction",
                columns: new[] { "plan", "task_number", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_goal_measure_entity",
                table: "goal",
                columns: new[] { "measure", "entity" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contradiction");

            migrationBuilder.DropTable(
                name: "feed_position");

            migrationBuilder.DropTable(
                name: "goal");

            migrationBuilder.DropTable(
                name: "league_rules");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "observation");

            migrationBuilder.Sql("ALTER TABLE figure_position RENAME TO feed_position;");
        }
    }
}
