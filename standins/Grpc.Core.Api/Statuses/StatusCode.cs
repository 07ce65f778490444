namespace Grpc.Core;

/// <summary>How a call ended, with the numbers the gRPC protocol fixes.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>The cause is not known, for example a status from another system.</summary>
    Unknown = 2,

    /// <summary>An argument is wrong whatever state the system is in.</summary>
    InvalidArgument = 3,

    /// <summary>The time allowed ran out; the work may still have been done.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What was to be created exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a size limit or a resource is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state this operation needs.</summary>
    FailedPrecondition = 9,

    /// <summary>A conflict with a concurrent change; retry from a higher level.</summary>
    Aborted = 10,

    /// <summary>Past the end of what exists now.</summary>
    OutOfRange = 11,

    /// <summary>The method is not offered here.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the server is broken.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached now; retry with back-off.</summary>
    Unavailable = 14,

    /// <summary>Data are lost or corrupt beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The call carries no valid credentials.</summary>
    Unauthenticated = 16,
}
