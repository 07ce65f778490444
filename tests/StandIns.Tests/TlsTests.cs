using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>A channel secured with TLS, against a certificate made for the test.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task Say_OverTlsWithChannelCredentials_CarriesTheCallCredentials()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var certificate = SelfSigned();
        await using var server = await EchoServer.StartAsync(_ => { }, listen => listen.UseHttps(certificate));
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, remote, _, _) => remote?.GetCertHashString() == certificate.GetCertHashString();
        using var channel = server.Channel(new GrpcChannelOptions
        {
            HttpHandler = handler,
            Credentials = ChannelCredentials.Create(ChannelCredentials.SecureSsl, Echoing("secure")),
        });

        using var call = new Echo.EchoClient(channel).SayAsync(new SayRequest(), cancellationToken: cancellationToken);
        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("secure");
    }

    static CallCredentials Echoing(string value) => CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add("x-echo", value);
        return Task.CompletedTask;
    });

    static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddHours(1));
    }
}
