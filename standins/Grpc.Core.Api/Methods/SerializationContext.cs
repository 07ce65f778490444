using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a serializer puts one message: either a whole array, or pieces through a buffer writer.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message; the transport owns the array from here on.</summary>
    public virtual void Complete(byte[] payload) => throw Unsupported();

    /// <summary>The buffer to write to; <see cref="Complete()"/> must follow.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw Unsupported();

    /// <summary>Tells the exact size in bytes ahead, so that a fitting buffer can be reserved.</summary>
    public virtual void SetPayloadLength(int payloadLength) => throw Unsupported();

    /// <summary>Ends a message written through <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw Unsupported();

    NotSupportedException Unsupported() => new($"{GetType()} does not offer this way to serialize.");
}
