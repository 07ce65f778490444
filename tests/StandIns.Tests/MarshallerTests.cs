using System.Buffers;
using Grpc.Core;
using Shouldly;

namespace Suite.StandIns.Tests;

/// <summary>Both kinds of serializer can be used where the other is expected.</summary>
public sealed class MarshallerTests
{
    [Fact]
    public void Create_FromBufferFunctions_AlsoWorksOnArrays()
    {
        var marshaller = Marshallers.Create(
            (byte[] message, SerializationContext context) =>
            {
                context.SetPayloadLength(message.Length);
                context.GetBufferWriter().Write(message);
                context.Complete();
            },
            context => context.PayloadAsReadOnlySequence().ToArray());

        marshaller.Serializer([1, 2, 3]).ShouldBe([1, 2, 3]);
        marshaller.Serializer([]).ShouldBeEmpty();
        marshaller.Deserializer([4, 5]).ShouldBe([4, 5]);
    }

    [Fact]
    public void Serializer_ThatDoesNotComplete_Fails()
    {
        var marshaller = Marshallers.Create<string>((_, _) => { }, _ => "");
        Should.Throw<InvalidOperationException>(() => marshaller.Serializer("a"));
    }
}
