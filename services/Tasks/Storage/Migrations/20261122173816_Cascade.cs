using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suite.Tasks.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Cascade : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "above_number",
                table: "task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "above_plan_id",
                table: "task",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "above_revision",
                table: "task",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "above_state",
                table: "task",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cascaded_from",
                table: "plan",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "depth",
                table: "plan",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "jurisdiction_id",
                table: "plan",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_above_plan_id_above_number",
                table: "task",
                columns: new[] { "above_plan_id", "above_number" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_cascaded_from",
                table: "plan",
                column: "cascaded_from");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_task_above_plan_id_above_number",
                table: "task");

            migrationBuilder.DropIndex(
                name: "ix_plan_cascaded_from",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "above_number",
                table: "task");

            migrationBuilder.DropColumn(
                name: "above_plan_id",
                table: "task");

            migrationBuilder.DropColumn(
                name: "above_revision",
                table: "task");

            migrationBuilder.DropColumn(
                name: "above_state",
                table: "task");

            migrationBuilder.DropColumn(
                name: "cascaded_from",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "depth",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "jurisdiction_id",
                table: "plan");
        }
    }
}
