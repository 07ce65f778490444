using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SupervisionClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "report_quarter",
                table: "light_mark",
                newName: "report_period_code");

            // A quarter becomes the code of its period: ten times the month it ends in, and 1 for the kind.
            migrationBuilder.Sql("UPDATE light_mark SET report_period_code = report_period_code * 30 + 1 WHERE report_period_code IS NOT NULL;");

            migrationBuilder.CreateTable(
                name: "calendar_year",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_year", x => new { x.year, x.version });
                });

            migrationBuilder.CreateTable(
                name: "notification",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    addressee = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    item_count = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notifications = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "notification_read",
                columns: table => new
                {
                    notification_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_read", x => new { x.notification_id, x.account });
                    table.ForeignKey(
                        name: "fk_notification_read_notification_notification_id",
                        column: x => x.notification_id,
                        principalTable: "notification",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    obligation = table.Column<string>(type: "text", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    addressee = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    plan_id = table.Column<string>(type: "text", nullable: false),
                    task_number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<string>(type: "text", nullable: false),
                    unit_name = table.Column<string>(type: "text", nullable: false),
                    resource = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    notification_id = table.Column<Guid>(type: "uuid", nullable: true),
                    time = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder", x => new { x.obligation, x.days, x.addressee });
                    table.ForeignKey(
                        name: "fk_reminder_notification_notification_id",
                        column: x => x.notification_id,
                        principalTable: "notification",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_notification_addressee_id",
                table: "notification",
                columns: new[] { "addressee", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_notification_key",
                table: "notification",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminder_notification_id_obligation_days",
                table: "reminder",
                columns: new[] { "notification_id", "obligation", "days" });

            migrationBuilder.CreateIndex(
                name: "ix_reminder_plan_id",
                table: "reminder",
                column: "plan_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_year");

            migrationBuilder.DropTable(
                name: "notification_read");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropTable(
                name: "reminder_day");

            migrationBuilder.DropTable(
                name: "notification");

            migrationBuilder.RenameColumn(
                name: "report_period_code",
                table: "light_mark",
                newName: "report_quarter");

            migrationBuilder.Sql("UPDATE light_mark SET report_quarter = report_quarter / 30 WHERE report_quarter IS NOT NULL;");
        }
    }
}
