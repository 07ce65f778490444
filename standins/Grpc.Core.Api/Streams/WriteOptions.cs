namespace Grpc.Core;

/// <summary>How a message is written; the numbers are those of the gRPC libraries.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait for more to be sent together.</summary>
    BufferHint = 0x1,

    /// <summary>This message is not compressed though the call is.</summary>
    NoCompress = 0x2,
}

/// <summary>Options for writing messages.</summary>
public class WriteOptions(WriteFlags flags = default)
{
    /// <summary>No flag set.</summary>
    public static readonly WriteOptions Default = new();

    public WriteFlags Flags { get; } = flags;
}
