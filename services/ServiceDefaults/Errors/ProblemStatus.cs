using Grpc.Core;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Errors;

/// <summary>The one table from reasons to statuses; reason.proto documents it.</summary>
public static class ProblemStatus
{
    public static StatusCode Of(Reason reason) => reason switch
    {
        Reason.InvalidField or Reason.MalformedBody or Reason.UnreadableDocument or Reason.InvalidPageToken => StatusCode.InvalidArgument,
        Reason.TooLarge or Reason.RateLimited => StatusCode.ResourceExhausted,
        Reason.TokenRequired or Reason.SignInFailed => StatusCode.Unauthenticated,
        Reason.RoleNotAllowed or Reason.OutOfScope => StatusCode.PermissionDenied,
        Reason.NotFound => StatusCode.NotFound,
        Reason.AlreadyExists => StatusCode.AlreadyExists,
        Reason.StaleEtag => StatusCode.Aborted,
        Reason.PlanNotIssued or Reason.PlanAlreadyIssued or Reason.NamesUnresolved or Reason.IllegalStep
            or Reason.ContradictingFigure or Reason.FiguresMissing or Reason.NothingToReport or Reason.PasswordChangeRequired
            or Reason.FiguresRefused or Reason.CommentNeeded or Reason.ReviewedByLeadUnit
            or Reason.ConverterMissing => StatusCode.FailedPrecondition,
        Reason.DependencyUnavailable => StatusCode.Unavailable,
        Reason.DeadlineExceeded => StatusCode.DeadlineExceeded,
        Reason.NoSuchMethod => StatusCode.Unimplemented,
        Reason.Cancelled => StatusCode.Cancelled,
        _ => StatusCode.Internal,
    };

    /// <summary>HTTP status for a gRPC status, by the mapping google.rpc.Code documents; two reasons have a better one.</summary>
    public static int Http(StatusCode code, Reason reason) => (reason, code) switch
    {
        (Reason.StaleEtag, _) => 412,
        (Reason.TooLarge, _) => 413,
        (Reason.NoSuchMethod, _) => 404,
        (_, StatusCode.InvalidArgument or StatusCode.OutOfRange) => 400,
        (_, StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.Aborted) => 409,
        (_, StatusCode.Unauthenticated) => 401,
        (_, StatusCode.PermissionDenied) => 403,
        (_, StatusCode.NotFound) => 404,
        (_, StatusCode.ResourceExhausted) => 429,
        (_, StatusCode.Cancelled) => 499,
        (_, StatusCode.Unimplemented) => 501,
        (_, StatusCode.Unavailable) => 503,
        (_, StatusCode.DeadlineExceeded) => 504,
        _ => 500,
    };
}
