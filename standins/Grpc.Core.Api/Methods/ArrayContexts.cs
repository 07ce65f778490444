using System.Buffers;

namespace Grpc.Core;

/// <summary>Lets a buffer-based serializer fill an array.</summary>
sealed class ArraySerializationContext : SerializationContext
{
    ArrayBufferWriter<byte>? writer;
    byte[]? result;

    public static byte[] Serialize<T>(T message, Action<T, SerializationContext> serializer)
    {
        var context = new ArraySerializationContext();
        serializer(message, context);
        return context.result ?? throw new InvalidOperationException($"The serializer of {typeof(T)} did not call Complete.");
    }

    public override void SetPayloadLength(int payloadLength)
    {
        if (payloadLength > 0)
            writer ??= new ArrayBufferWriter<byte>(payloadLength);
    }

    public override IBufferWriter<byte> GetBufferWriter() => writer ??= new ArrayBufferWriter<byte>();

    public override void Complete() => result = writer?.WrittenSpan.ToArray() ?? [];

    public override void Complete(byte[] payload) => result = payload;
}

/// <summary>Lets a buffer-based deserializer read an array.</summary>
sealed class ArrayDeserializationContext(byte[] payload) : DeserializationContext
{
    public override int PayloadLength => payload.Length;

    public override byte[] PayloadAsNewBuffer() => [.. payload];

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
}
