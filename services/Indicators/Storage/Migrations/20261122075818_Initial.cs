using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Suite.Indicators.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "handled_request",
                columns: table => new
                {
                    account = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handled_request", x => new { x.account, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    workstream = table.Column<string>(type: "text", nullable: false),
                    lead_units = table.Column<string[]>(type: "text[]", nullable: false),
                    growth_rate = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "observation",
                columns: table => new
                {
                    report = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    commitment = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<decimal>(type: "numeric", nullable: false),
                    year_to_date = table.Column<decimal>(type: "numeric", nullable: false),
                    accept_time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    indicator_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observation", x => new { x.report, x.revision, x.commitment });
                    table.ForeignKey(
                        name: "fk_observation_indicator_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "indicator",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "target",
                columns: table => new
                {
                    indicator_id = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    year_to_date = table.Column<decimal>(type: "numeric", nullable: true),
                    period = table.Column<decimal>(type: "numeric", nullable: true),
                    comparator = table.Column<string>(type: "text", nullable: false),
                    commitment = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target", x => new { x.indicator_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_target_indicator_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "indicator",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_handled_request_time",
                table: "handled_request",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_indicator_plan_task_number_ordinal",
                table: "indicator",
                columns: new[] { "plan", "task_number", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_observation_indicator_id_accept_time_id",
                table: "observation",
                columns: new[] { "indicator_id", "accept_time", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_observation_unattached",
                table: "observation",
                column: "task",
                filter: "indicator_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                table: "outbox_message",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_unsent",
                table: "outbox_message",
                column: "sequence",
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_target_commitment",
                table: "target",
                column: "commitment");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox_message");

            migrationBuilder.DropTable(
                name: "observation");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "target");

            migrationBuilder.DropTable(
                name: "indicator");
        }
    }
}
