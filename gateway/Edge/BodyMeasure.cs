using System.Buffers.Binary;

namespace Suite.Gateway.Edge;

/// <summary>Watches the bytes of a body go by.</summary>
interface IBodyMeasure
{
    /// <summary>False once the body is larger than it may be.</summary>
    bool Accepts(ReadOnlySpan<byte> bytes);
}

/// <summary>A body as a whole.</summary>
sealed class PlainMeasure(long limit) : IBodyMeasure
{
    long _length;

    public bool Accepts(ReadOnlySpan<byte> bytes) => (_length += bytes.Length) <= limit;
}

/// <summary>
/// A stream of gRPC messages, each with a head of a flag byte and its length in four (big-endian): every message may be as large as
/// the limit, however many there are.
/// </summary>
sealed class GrpcMeasure(long limit) : IBodyMeasure
{
    const int HeadLength = 5;

    readonly byte[] _head = new byte[HeadLength];
    int _headFilled;
    long _messageLeft;

    public bool Accepts(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var inMessage = (int)Math.Min(bytes.Length, _messageLeft);
            _messageLeft -= inMessage;
            bytes = bytes[inMessage..];
            var inHead = Math.Min(bytes.Length, HeadLength - _headFilled);
            bytes[..inHead].CopyTo(_head.AsSpan(_headFilled));
            _headFilled += inHead;
            bytes = bytes[inHead..];
            if (_headFilled < HeadLength) continue;
            (_headFilled, _messageLeft) = (0, BinaryPrimitives.ReadUInt32BigEndian(_head.AsSpan(1)));
            if (_messageLeft > limit) return false;
        }

        return true;
    }
}
