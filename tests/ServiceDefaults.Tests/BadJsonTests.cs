using System.Net;
using Shouldly;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Requests over the JSON door that cannot be served: each is the caller's fault, and the answer names the place.</summary>
public sealed class BadJsonTests(ShelfServer server) : IClassFixture<ShelfServer>
{
    Task<JsonAnswer> Post(string body) => server.Client.JsonAsync(HttpMethod.Post, "/v1/kinds:echo", body);

    [Theory]
    [InlineData("""{"nothing":1}""", "nothing")]
    [InlineData("""{"inner":{"nothing":1}}""", "inner.nothing")]
    [InlineData("""{"int32Value":"x"}""", "int32Value")]
    [InlineData("""{"int32Value":2147483648}""", "int32Value")]
    [InlineData("""{"int32Value":1e400}""", "int32Value")]
    [InlineData("""{"int64Value":99999999999999999999}""", "int64Value")]
    [InlineData("""{"uint32Value":-1}""", "uint32Value")]
    [InlineData("""{"floatValue":1e39}""", "floatValue")]
    [InlineData("""{"boolValue":"yes"}""", "boolValue")]
    [InlineData("""{"stringValue":5}""", "stringValue")]
    [InlineData("""{"bytesValue":"*"}""", "bytesValue")]
    [InlineData("""{"colour":"COLOUR_BLUE"}""", "colour")]
    [InlineData("""{"inner":[]}""", "inner")]
    [InlineData("""{"int32Value":1,"int32_value":1}""", "int32_value")]
    [InlineData("""{"inners":[{"inner":{"bool_value":true,"boolValue":false}}]}""", "inners[0].inner.boolValue")]
    [InlineData("""{"numbers":7}""", "numbers")]
    [InlineData("""{"numbers":[1,"x"]}""", "numbers[1]")]
    [InlineData("""{"inners":[{},{"inner":{"words":["a",2]}}]}""", "inners[1].inner.words[1]")]
    [InlineData("""{"counts":{"a":"b"}}""", "counts")]
    [InlineData("""{"left":"a","right":1}""", "")]
    [InlineData("""{"time":"yesterday"}""", "time")]
    [InlineData("""{"time":"9999-99-99T00:00:00Z"}""", "time")]
    [InlineData("""{"length":"3"}""", "length")]
    [InlineData("""{"length":"99999999999999s"}""", "length")]
    [InlineData("""{"any":{"@type":"type.googleapis.com/suite.Nothing"}}""", "any")]
    [InlineData("""{"any":{}}""", "any")]
    [InlineData("""{"stringValue":"a\u0000b"}""", "string_value")]
    [InlineData("""{"inners":[{"counts":{"\u0000":1}}]}""", "inners[0].counts (a key)")]
    [InlineData("""{"struct":{"x":"\u0000"}}""", "struct.fields[x].string_value")]
    public async Task Post_FieldThatDoesNotFit_IsNamed(string body, string place)
    {
        var answer = await Post(body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ContentType.ShouldBe("application/problem+json");
        answer.Reason.ShouldBe("INVALID_FIELD");
        answer.Fields.ShouldBe([place]);
    }

    [Theory]
    [InlineData("{", "LineNumber: 0 | BytePositionInLine: 1")]
    [InlineData("{\n\"a\":}", "LineNumber: 1")]
    [InlineData("""{"int32Value":1,"int32Value":2}""", "int32Value")]
    [InlineData("""{"inner":{"words":[],"words":[]}}""", "words")]
    [InlineData("""{"stringValue":"\ud800"}""", "stringValue")]
    [InlineData("""{"\udc00":1}""", "surrogate")]
    [InlineData("{\"stringValue\":\"a\nb\"}", "LineNumber: 0")]
    [InlineData("[]", "object")]
    [InlineData("null", "object")]
    [InlineData("{} {}", "BytePositionInLine: 3")]
    [InlineData("{/* a */}", "BytePositionInLine: 1")]
    public async Task Post_NotJson_IsMalformedAndSaysWhere(string body, string said)
    {
        var answer = await Post(body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Reason.ShouldBeOneOf("MALFORMED_BODY", "INVALID_FIELD");
        answer.Detail.ShouldNotBeNull().ShouldContain(said);
    }

    [Fact]
    public async Task Post_DeepNesting_IsMalformed()
    {
        var depth = 100_000;
        var answer = await Post(string.Concat(Enumerable.Repeat("{\"inner\":", depth)) + "{}" + new string('}', depth));

        answer.Reason.ShouldBe("MALFORMED_BODY");
        answer.Detail.ShouldNotBeNull().ShouldContain("depth");
    }

    [Fact]
    public async Task Post_NotUtf8_IsMalformedAndNamesTheByte()
    {
        var answer = await server.Client.JsonAsync(HttpMethod.Post, "/v1/kinds:echo", [.. "{\"left\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        answer.Reason.ShouldBe("MALFORMED_BODY");
        answer.Detail.ShouldNotBeNull().ShouldContain("byte 9");
    }

    [Theory]
    [InlineData("/v1/kinds?nothing=1", "nothing")]
    [InlineData("/v1/kinds?inner.nothing=1", "inner.nothing")]
    [InlineData("/v1/kinds?inner=1", "inner")]
    [InlineData("/v1/kinds?counts=1", "counts")]
    [InlineData("/v1/kinds?inners.left=1", "inners.left")]
    [InlineData("/v1/kinds?left.x=1", "left.x")]
    [InlineData("/v1/kinds?int32Value=x", "int32Value")]
    [InlineData("/v1/kinds?int32Value=", "int32Value")]
    [InlineData("/v1/kinds?int32Value=1&int32Value=2", "int32Value")]
    [InlineData("/v1/kinds?int32Value=1&int32_value=2", "int32_value")]
    [InlineData("/v1/kinds?inner.left=1&inner.left=2", "inner.left")]
    [InlineData("/v1/kinds?numbers=1&numbers=x", "numbers[1]")]
    [InlineData("/v1/kinds?colour=blue", "colour")]
    [InlineData("/v1/kinds?boolValue=1", "boolValue")]
    [InlineData("/v1/kinds?time=now", "time")]
    [InlineData("/v1/kinds?stringValue=a%00b", "string_value")]
    [InlineData("/v1/kinds?stringValue=%FF", "query")]
    [InlineData("/v1/kinds?stringValue=%ED%A0%80", "query")]
    [InlineData("/v1/books/%C3%28", "path")]
    [InlineData("/v1/kinds?time=2024-01-01T00:00:00Z&time.seconds=1", "time.seconds")]
    [InlineData("/v1/books/x?name=y", "name")]
    [InlineData("/v1/kinds?=1", "")]
    [InlineData("/v1/kinds?.=1", ".")]
    public async Task Get_ParameterThatDoesNotFit_IsNamed(string path, string place)
    {
        var answer = await server.Client.JsonAsync(HttpMethod.Get, path);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Reason.ShouldBe("INVALID_FIELD");
        answer.Fields.ShouldBe([place]);
    }

    [Fact]
    public async Task Post_TooLarge_Is413AndNamesTheLimit()
    {
        using var content = new ByteArrayContent(new byte[ServiceDefaultsExtensions.MaxBody + 1]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/kinds:echo") { Content = content, Headers = { ExpectContinue = true } };
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("TOO_LARGE");
    }
}
