using System.Net;
using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Progress;
using Suite.Tasks.Webhooks;

namespace Suite.Tasks.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    static readonly DateTimeOffset Now = new(2024, 4, 15, 2, 0, 0, TimeSpan.Zero);
    static readonly WebhookGuard Strict = Guard();

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    public void Allows_Address_OnlyPublicOnes(string address, bool allowed) => Strict.Allows(IPAddress.Parse(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("http://hooks.example.com/")]
    [InlineData("https://user:word@hooks.example.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    [InlineData("http://127.0.0.1:9000/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("hooks")]
    [InlineData("")]
    public void Check_WhatMustNotBeReached_IsRefused(string url) => Should.Throw<ProblemException>(() => Strict.Check(url, "webhook.url"));

    [Fact]
    public void Check_ByConfiguration_OpensLoopbackAndNetworks()
    {
        Guard(("Webhooks:AllowLoopback", "true")).Check("http://127.0.0.1:9000/x", "url").ShouldBe("http://127.0.0.1:9000/x");
        Guard(("Webhooks:AllowedNetworks:0", "10.20.0.0/16")).Check("https://10.20.3.4/x", "url").ShouldBe("https://10.20.3.4/x");
        Should.Throw<ProblemException>(() => Guard(("Webhooks:AllowedNetworks:0", "10.20.0.0/16")).Check("https://10.21.3.4/x", "url"));
    }

    [Fact]
    public void Headers_TwoSecretsInUse_SignWithBoth()
    {
        var secrets = new[] { WebhookSigner.NewSecret(Now), WebhookSigner.NewSecret(Now) };
        var headers = WebhookSigner.Headers("abc", Now, "{}", secrets).ToDictionary(h => h.Name, h => h.Value);
        headers["webhook-timestamp"].ShouldBe("1713146400");
        headers["webhook-signature"].Split(' ').ShouldBe(
            secrets.Select(s => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(s.Key, Encoding.UTF8.GetBytes("abc.1713146400.{}")))}"));
    }

    /// <summary>The signature that the example in docs/supervision-clock.md computes for this secret, id, time and body.</summary>
    [Fact]
    public void Headers_KnownSecret_SignAsTheDocumentedExampleExpects() => WebhookSigner
        .Headers("abc", Now, """{"a":"题"}""", [new WebhookSecret("k", [.. Enumerable.Range(0, 32).Select(n => (byte)n)], Now, null)])
        .ShouldContain(("webhook-signature", "v1,exR+FXuEXSnHLg338m+D8e3+EZZZsrOtLEZUZPCQ5hQ="));

    [Fact]
    public void Rotate_WithOverlap_BothSignUntilItEnds()
    {
        var (first, second) = (WebhookSigner.NewSecret(Now), WebhookSigner.NewSecret(Now.AddDays(1)));
        var webhook = Webhook.Make("a", "A", "https://example.com/", null, first, new Actor("x", "x"), Now);
        webhook.Rotate(second, TimeSpan.FromHours(1), Now.AddDays(1));
        webhook.SecretsAt(Now.AddDays(1)).Select(s => s.Id).ShouldBe([second.Id, first.Id]);
        webhook.SecretsAt(Now.AddDays(1).AddHours(1)).Select(s => s.Id).ShouldBe([second.Id]);
        webhook.Rotate(WebhookSigner.NewSecret(Now.AddDays(2)), TimeSpan.Zero, Now.AddDays(2));
        webhook.SecretsAt(Now.AddDays(2)).Count().ShouldBe(1);
    }

    [Fact]
    public void Pause_AttemptAfterAttempt_GrowsUpToHalfADay() =>
        Enumerable.Range(1, 9).Select(n => WebhookDelivery.Pause(n).TotalSeconds).ShouldBe([30, 120, 480, 1920, 7680, 30720, 43200, 43200, 43200]);

    static WebhookGuard Guard(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
