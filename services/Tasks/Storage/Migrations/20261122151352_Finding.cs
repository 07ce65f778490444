using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Finding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<ulong>(
                name: "tx",
                table: "outbox_message",
                type: "xid8",
                nullable: false,
                defaultValueSql: "pg_current_xact_id()");

            migrationBuilder.CreateIndex(
                name: "ix_progress_report_plan_id_role",
                table: "progress_report",
                columns: new[] { "plan_id", "role" })
                .Annotation("Npgsql:IndexInclude", new[] { "task_number", "unit_id", "quarter", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_tx_sequence",
                table: "outbox_message",
                columns: new[] { "tx", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_plan_id_role",
                table: "assignment",
                columns: new[] { "plan_id", "role" })
                .Annotation("Npgsql:IndexInclude", new[] { "unit_id", "unit_name", "withdrawn_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_progress_report_plan_id_role",
                table: "progress_report");

            migrationBuilder.DropIndex(
                name: "ix_outbox_message_tx_sequence",
                table: "outbox_message");

            migrationBuilder.DropIndex(
                name: "ix_assignment_plan_id_role",
                table: "assignment");

            migrationBuilder.DropColumn(
                name: "tx",
                table: "outbox_message");
        }
    }
}
