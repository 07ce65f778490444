using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Maps every method of a gRPC service that has a <c>google.api.http</c> option to its HTTP paths.</summary>
static class JsonBinder
{
    public static void Map<TService>(IEndpointRouteBuilder routes, ServiceDescriptor service)
        where TService : class
    {
        foreach (var method in service.Methods)
        foreach (var binding in HttpBinding.Of(method))
        {
            if (method.IsClientStreaming || method.IsServerStreaming)
                throw new InvalidOperationException($"{method.FullName} streams; only unary methods have a JSON path.");
            routes.MapMethods(binding.Path.Route, [binding.Verb], Handler<TService>(method, binding)).WithDisplayName($"{binding.Verb} {method.FullName}");
        }
    }

    static RequestDelegate Handler<TService>(MethodDescriptor method, HttpBinding binding)
    {
        var make = typeof(JsonBinder).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeof(TService), method.InputType.ClrType, method.OutputType.ClrType);
        return (RequestDelegate)make.Invoke(null, [method, binding])!;
    }

    static RequestDelegate Make<TService, TRequest, TResponse>(MethodDescriptor method, HttpBinding binding)
        where TService : class
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>
    {
        var implementation = typeof(TService).GetMethod(method.Name, [typeof(TRequest), typeof(ServerCallContext)])
            ?? throw new InvalidOperationException($"{typeof(TService)} does not implement {method.FullName}.");
        var call = implementation.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        return new JsonMethod<TService, TRequest, TResponse>(method, binding, call).HandleAsync;
    }
}
