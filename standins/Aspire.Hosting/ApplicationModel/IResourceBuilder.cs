namespace Aspire.Hosting.ApplicationModel;

/// <summary>Describes one resource; the <c>With…</c> methods return it again.</summary>
public interface IResourceBuilder<out T> where T : IResource
{
    T Resource { get; }

    IDistributedApplicationBuilder ApplicationBuilder { get; }
}

internal sealed class ResourceBuilder<T>(IDistributedApplicationBuilder application, T resource) : IResourceBuilder<T>
    where T : IResource
{
    public T Resource => resource;

    public IDistributedApplicationBuilder ApplicationBuilder => application;
}
