namespace Grpc.Core;

/// <summary>A remote method without the types of its messages.</summary>
public interface IMethod
{
    MethodType Type { get; }

    /// <summary>Package and service, for example <c>suite.tasks.v1.Tasks</c>.</summary>
    string ServiceName { get; }

    /// <summary>The method alone, for example <c>ListTasks</c>.</summary>
    string Name { get; }

    /// <summary>The path of the call, for example <c>/suite.tasks.v1.Tasks/ListTasks</c>.</summary>
    string FullName { get; }
}
