namespace Grpc.Core;

/// <summary>Which side sends a stream instead of one message.</summary>
public enum MethodType
{
    /// <summary>One request, one response.</summary>
    Unary,

    /// <summary>Many requests, one response.</summary>
    ClientStreaming,

    /// <summary>One request, many responses.</summary>
    ServerStreaming,

    /// <summary>Both sides send streams, independently of each other.</summary>
    DuplexStreaming,
}
