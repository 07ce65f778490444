using Grpc.Core;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Tests;

/// <summary>Calls that must fail, and why.</summary>
static class RpcErrors
{
    /// <summary>The problem the call failed with; its status must be the reason's.</summary>
    public static async Task<Problem> ShouldFailAsync<T>(this AsyncUnaryCall<T> call, Reason reason)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call);
        var problem = RpcProblem.FromRpc(error);
        problem.ShouldNotBeNull(error.ToString());
        problem.Reason.ShouldBe(reason, problem.Message);
        error.StatusCode.ShouldBe(ProblemStatus.Of(reason));
        return problem;
    }
}
