using Microsoft.EntityFrameworkCore;
using Shouldly;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Tests;

public sealed class ModelTests(IndicatorsService service)
{
    [Fact]
    public void Model_AgainstItsMigrations_HasNoPendingChanges()
    {
        using var db = new IndicatorsDbContext(new DbContextOptionsBuilder<IndicatorsDbContext>().UseNpgsql(service.ConnectionString).Options);

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
