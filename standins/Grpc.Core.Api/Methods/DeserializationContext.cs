using System.Buffers;

namespace Grpc.Core;

/// <summary>The bytes of one received message; valid only while the deserializer runs.</summary>
public abstract class DeserializationContext
{
    /// <summary>Bytes in the message.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The message as an array of its own.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw Unsupported();

    /// <summary>The message in the transport's buffers, not copied.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw Unsupported();

    NotSupportedException Unsupported() => new($"{GetType()} does not offer this way to deserialize.");
}
