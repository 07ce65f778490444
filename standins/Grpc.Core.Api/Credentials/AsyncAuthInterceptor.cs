namespace Grpc.Core;

/// <summary>Adds the credentials of one call to its headers, for example <c>authorization</c>.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>The call that credentials are asked for.</summary>
public class AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
{
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>The service's address with its name, for example <c>https://host/suite.tasks.v1.Tasks</c>.</summary>
    public string ServiceUrl { get; } = serviceUrl;

    /// <summary>The method alone, for example <c>ListTasks</c>.</summary>
    public string MethodName { get; } = methodName;

    /// <summary>Cancelled when the call is.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
