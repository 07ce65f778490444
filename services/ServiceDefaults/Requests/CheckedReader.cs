using Google.Protobuf;
using Grpc.Core;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Requests;

/// <summary>A stream of requests in which a message that cannot be read, or should not be, ends the call with the caller's fault.</summary>
sealed class CheckedReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            if (!await inner.MoveNext(cancellationToken)) return false;
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidDataException)
        {
            throw Problems.Because(Reason.MalformedBody, $"A message of the stream cannot be read: {error.Message}");
        }
        catch (IOException)
        {
            throw Problems.Because(Reason.Cancelled, "The caller broke off.");
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Internal)
        {
            throw Problems.Because(Reason.MalformedBody, $"A message of the stream cannot be read: {error.Status.Detail}");
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.ResourceExhausted)
        {
            throw Problems.TooLarge("A message of the stream", ServiceDefaultsExtensions.MaxMessage);
        }

        if (inner.Current is IMessage message) TextRules.Check(message);
        return true;
    }
}
