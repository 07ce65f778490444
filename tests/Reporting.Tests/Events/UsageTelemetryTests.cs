using MassTransit;
using Microsoft.Extensions.Options;
using Shouldly;

namespace Suite.Reporting.Tests.Events;

public sealed class UsageTelemetryTests(ReportingService service)
{
    [Fact]
    public void Bus_OfAService_ReportsItsUseToNobody() =>
        service.Host.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled.ShouldBeFalse();
}
