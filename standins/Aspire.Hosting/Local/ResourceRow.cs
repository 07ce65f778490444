using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Local;

/// <summary>One line of the list of resources: name, state, addresses or what is amiss.</summary>
internal sealed class ResourceRow(LocalUnit unit, int nameWidth)
{
    private string _state = "";
    private string _detail = "";
    private bool _wasHealthy;

    /// <returns>Whether the line says something new that is worth a line of its own where the list cannot be redrawn.</returns>
    public bool Take(CustomResourceSnapshot snapshot)
    {
        var before = _state;
        _wasHealthy |= snapshot.IsHealthy;
        _state = StateOf(snapshot);
        _detail = snapshot.HealthStatus == HealthStatus.Healthy || snapshot.Reason.Length == 0 ? unit.Addresses : snapshot.Reason;
        return before != _state && _state != KnownResourceStates.NotStarted;
    }

    public override string ToString() => $"{unit.Resource.Name.PadRight(nameWidth)}  {_state,-13}  {_detail}";

    private string StateOf(CustomResourceSnapshot snapshot) => snapshot switch
    {
        { IsHealthy: true } when unit.HasHealthCheck => "Healthy",
        { HealthStatus: HealthStatus.Unhealthy } when _wasHealthy => "Unhealthy",
        { State.Text: "Exited", ExitCode: { } code } => $"Exited ({code})",
        _ => snapshot.State?.Text ?? "",
    };
}
