using Microsoft.EntityFrameworkCore;
using Shouldly;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Tests;

public sealed class ModelTests(ReportingService service)
{
    [Fact]
    public void Model_AgainstItsMigrations_HasNoPendingChanges()
    {
        using var db = new ReportingDbContext(new DbContextOptionsBuilder<ReportingDbContext>().UseNpgsql(service.ConnectionString).Options);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
