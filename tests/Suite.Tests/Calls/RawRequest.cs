using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Suite.Tests.Calls;

/// <summary>
/// A request written by hand, for bodies that an HTTP library would not send: what the server answers is read while the body is still
/// on its way, as it may refuse before it has all of it.
/// </summary>
public static class RawRequest
{
    const int Piece = 1 << 16;

    /// <summary>Posts <paramref name="length"/> bytes of "x" and tells the status and the whole answer.</summary>
    public static async Task<(int Status, string Answer)> PostAsync(Uri address, string token, long length, bool chunked)
    {
        using var client = new TcpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        var stream = client.GetStream();
        var size = chunked ? "Transfer-Encoding: chunked" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: text/plain\r\nConnection: close\r\n{size}\r\n\r\n"), limit.Token);
        var answer = ReadAsync(stream, limit.Token);
        await SendAsync(stream, length, chunked, answer, limit.Token);
        var text = await answer;
        return (text.Length > 12 ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }

    static async Task SendAsync(NetworkStream stream, long length, bool chunked, Task answer, CancellationToken cancellation)
    {
        var body = Encoding.ASCII.GetBytes(new string('x', Piece));
        byte[] piece = chunked ? [.. Encoding.ASCII.GetBytes($"{Piece:x}\r\n"), .. body, .. "\r\n"u8] : body;
        long sent = 0;
        try
        {
            for (; sent < length && !answer.IsCompleted; sent += Piece) await stream.WriteAsync(piece, cancellation);
            if (chunked && sent >= length) await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellation);
        }
        catch (IOException)
        {
            // The server has closed the connection; what it answered tells why.
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(5), cancellation));
        }
    }

    static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new byte[Piece];
        try
        {
            while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException) when (text.Length > 0)
        {
            return text.ToString();
        }

        return text.ToString();
    }
}
