using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs a host's entry point until it builds its application, and ends it there.</summary>
internal sealed class InterceptedBuild(Assembly host)
{
    private static readonly AsyncLocal<InterceptedBuild?> Running = new();
    private readonly TaskCompletionSource<IDistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The host being run for a test on this flow of control; null in a host's own process.</summary>
    public static InterceptedBuild? Current => Running.Value;

    public Assembly Host => host;

    public static async Task<IDistributedApplicationBuilder> RunAsync(Assembly host, string[] args)
    {
        var build = new InterceptedBuild(host);
        var run = Task.Run(() => build.RunEntryPointAsync(args));
        return await await Task.WhenAny(build._builder.Task, run);
    }

    /// <summary>Takes the builder and ends the entry point with an exception that it does not catch.</summary>
    public void Take(IDistributedApplicationBuilder builder)
    {
        _builder.SetResult(builder);
        throw new HostAbortedException();
    }

    private async Task<IDistributedApplicationBuilder> RunEntryPointAsync(string[] args)
    {
        Running.Value = this;
        try
        {
            // The compiler's entry point waits for an asynchronous Main.
            host.EntryPoint!.Invoke(null, [args]);
        }
        catch (TargetInvocationException ended) when (ended.InnerException is HostAbortedException)
        {
            return await _builder.Task;
        }
        throw new DistributedApplicationException($"{host.GetName().Name} ended without building an application.");
    }
}
