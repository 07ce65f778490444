using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Errors;

/// <summary>Writes a problem into an RpcException with google.rpc details, and reads it back.</summary>
public static class RpcProblem
{
    /// <summary>Domain of every ErrorInfo.</summary>
    public const string Domain = "suite";

    const string DetailsTrailer = "grpc-status-details-bin";
    const string ReasonPrefix = "REASON_";

    public static RpcException ToRpc(this Problem problem)
    {
        var code = ProblemStatus.Of(problem.Reason);
        var status = new Google.Rpc.Status { Code = (int)code, Message = problem.Message };
        // Google.Api.CommonProtos 2.0 still calls the reason (field 1 of google.rpc.ErrorInfo) "type"; on the wire they are one.
        var info = new ErrorInfo { Domain = Domain, Type = ReasonName(problem.Reason) };
        foreach (var (key, value) in problem.Metadata) info.Metadata[key] = value;
        status.Details.Add(Any.Pack(info));
        if (problem.Violations.Count > 0) status.Details.Add(Any.Pack(ToBadRequest(problem.Violations)));
        if (problem.Changes.Count > 0) status.Details.Add(Any.Pack(ToConflict(problem.Changes)));
        if (problem.Resource is { } resource)
            status.Details.Add(Any.Pack(new ResourceInfo { ResourceType = resource.Type, ResourceName = resource.Name }));
        return new RpcException(new Grpc.Core.Status(code, problem.Message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }

    /// <summary>True for an error of this suite, from this service or one that it asked.</summary>
    public static bool IsFrom(RpcException error) => error.Trailers.Get(DetailsTrailer) is not null;

    /// <summary>The problem behind an RpcException of this suite; null for one made elsewhere.</summary>
    public static Problem? FromRpc(RpcException error)
    {
        var details = error.Trailers.GetValueBytes(DetailsTrailer);
        if (details is null) return null;
        var status = Google.Rpc.Status.Parser.ParseFrom(details);
        var info = Find<ErrorInfo>(status);
        var resource = Find<ResourceInfo>(status);
        var reason = System.Enum.GetValues<Reason>().FirstOrDefault(r => ReasonName(r) == info?.Type);
        return new Problem(reason, status.Message)
        {
            Violations = Find<BadRequest>(status)?.FieldViolations.Select(v => new FieldViolation(v.Field, v.Description)).ToList() ?? [],
            Changes = Find<Conflict>(status)?.Changes.Select(c => new ChangedField(c.Field, c.Value, c.Actor, c.ActorDisplayName, c.Time.ToDateTimeOffset())).ToList() ?? [],
            Resource = resource is null ? null : new(resource.ResourceType, resource.ResourceName),
            Metadata = info?.Metadata.ToDictionary(p => p.Key, p => p.Value) ?? [],
        };
    }

    /// <summary>The reason as it travels, e.g. <c>STALE_ETAG</c>.</summary>
    public static string ReasonName(Reason reason) =>
        ReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name[ReasonPrefix.Length..];

    static BadRequest ToBadRequest(IEnumerable<FieldViolation> violations)
    {
        var bad = new BadRequest();
        bad.FieldViolations.AddRange(violations.Select(v => new BadRequest.Types.FieldViolation { Field = v.Field, Description = v.Description }));
        return bad;
    }

    static Conflict ToConflict(IEnumerable<ChangedField> changes) => new()
    {
        Changes =
        {
            changes.Select(c => new FieldChange
            {
                Field = c.Field, Value = c.Value, Actor = c.Actor, ActorDisplayName = c.ActorDisplayName, Time = c.Time.ToTimestamp(),
            }),
        },
    };

    static T? Find<T>(Google.Rpc.Status status)
        where T : class, IMessage, new() =>
        status.Details.Select(d => d.TryUnpack<T>(out var value) ? value : null).FirstOrDefault(v => v is not null);
}
