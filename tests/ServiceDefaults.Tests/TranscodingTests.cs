using System.Net;
using Shouldly;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Requests as HTTP puts them, messages as methods get them.</summary>
public sealed class TranscodingTests(ShelfServer server) : IClassFixture<ShelfServer>
{
    Task<JsonAnswer> Send(HttpMethod method, string path, string? body = null, params (string, string)[] headers) =>
        server.Client.JsonAsync(method, path, body, headers);

    [Fact]
    public async Task Get_PathVariable_IsTheWholePattern()
    {
        var book = await Send(HttpMethod.Get, "/v1/shelves/1/books/%E4%B9%A6%20a");

        book.Status.ShouldBe(HttpStatusCode.OK);
        book.Member("name").ShouldBe("shelves/1/books/书 a");
    }

    [Fact]
    public async Task Get_SecondBinding_ReachesTheSameMethod() =>
        (await Send(HttpMethod.Get, "/v1/books/x")).Member("name").ShouldBe("x");

    [Fact]
    public async Task Get_ResponseWithEtag_CarriesItInTheHeader() =>
        (await Send(HttpMethod.Get, "/v1/shelves/1/books/2")).Etag.ShouldBe($"\"{ShelfApi.CurrentEtag}\"");

    [Fact]
    public async Task Post_NestedBodyField_IsFilledBesidePathAndQuery()
    {
        var book = await Send(HttpMethod.Post, "/v1/shelves/9/books?dryRun", """{"title":"三国","pages":3}""", ("Idempotency-Key", "abc"));

        book.Member("title").ShouldBe("三国");
        book.Member("seen").ShouldBe("shelves/9|abc|True");
    }

    [Fact]
    public async Task Patch_NestedPathVariable_JoinsTheBody()
    {
        var book = await Send(HttpMethod.Patch, "/v1/shelves/1/books/2?updateMask=title,pages", """{"title":"a"}""");

        book.Member("name").ShouldBe("shelves/1/books/2");
        book.Member("title").ShouldBe("a");
        book.Member("seen").ShouldBe("\"title,pages\"");
    }

    [Theory]
    [InlineData("\"7\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"8\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"7\"", HttpStatusCode.PreconditionFailed)]
    public async Task Patch_IfMatch_GuardsTheNestedEtag(string header, HttpStatusCode expected) =>
        (await Send(HttpMethod.Patch, "/v1/shelves/1/books/2", "{}", ("If-Match", header))).Status.ShouldBe(expected);

    [Fact]
    public async Task Post_HttpBody_TakesTheBodyAsItIs()
    {
        using var content = new ByteArrayContent([0, 255, 254]) { Headers = { { "Content-Type", "text/tab-separated-values" } } };
        using var response = await server.Client.PostAsync("/v1/books:upload?shelf=3", content, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("3|text/tab-separated-values|3");
    }

    [Fact]
    public async Task Get_HttpBody_AnswersTheBodyAsItIs()
    {
        using var response = await server.Client.GetAsync("/v1/shelves/1/books/2:download", TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("内容");
    }

    [Theory]
    [InlineData("doubleValue=1.5", "doubleValue", "1.5")]
    [InlineData("floatValue=NaN", "floatValue", "NaN")]
    [InlineData("int32Value=-5", "int32Value", "-5")]
    [InlineData("int32_value=6", "int32Value", "6")]
    [InlineData("int64Value=9223372036854775807", "int64Value", "9223372036854775807")]
    [InlineData("uint64Value=18446744073709551615", "uint64Value", "18446744073709551615")]
    [InlineData("boolValue=TRUE", "boolValue", "True")]
    [InlineData("boolValue", "boolValue", "True")]
    [InlineData("stringValue=%E4%BD%A0+%E5%A5%BD", "stringValue", "你 好")]
    [InlineData("bytesValue=AAEC", "bytesValue", "AAEC")]
    [InlineData("colour=COLOUR_RED", "colour", "COLOUR_RED")]
    [InlineData("colour=green", "colour", "COLOUR_GREEN")]
    [InlineData("numbers=1&numbers=2", "numbers", "[ 1, 2 ]")]
    [InlineData("colours=red&colours=GREEN", "colours", """[ "COLOUR_RED", "COLOUR_GREEN" ]""")]
    [InlineData("right=0", "right", "0")]
    [InlineData("maybe=0", "maybe", "0")]
    [InlineData("int32Box=0", "int32Box", "0")]
    [InlineData("stringBox=", "stringBox", "")]
    [InlineData("boolBox=false", "boolBox", "False")]
    [InlineData("time=2024-03-01T08:00:00%2B08:00", "time", "2024-03-01T00:00:00Z")]
    [InlineData("length=1.500s", "length", "1.500s")]
    [InlineData("mask=a,b.cD", "mask", "a,b.cD")]
    public async Task Get_QueryParameter_IsReadByItsKind(string query, string member, string expected)
    {
        var kinds = await Send(HttpMethod.Get, $"/v1/kinds?{query}");

        kinds.Detail.ShouldBeNull();
        kinds.Member(member).ShouldBe(expected);
    }

    [Fact]
    public async Task Get_NestedQueryParameter_ReachesTheInnerField() =>
        (await Send(HttpMethod.Get, "/v1/kinds?inner.int32Value=4&inner.inner.words=a&inner.inner.words=b")).Body
            .GetProperty("inner").GetProperty("inner").GetProperty("words").GetRawText().ShouldBe("""[ "a", "b" ]""");

    [Fact]
    public async Task Post_EveryKind_ComesBackAsItWent()
    {
        const string Body = """
            {"doubleValue":-0.25,"int64Value":"-3","bytesValue":"AP8=","colour":"COLOUR_RED","inner":{"stringValue":"𠀀"},"numbers":[1],
             "counts":{"a":1},"named":{"5":{"boolValue":true}},"left":"","maybe":0,"int32Box":0,"time":"2024-01-01T00:00:00Z","length":"3s",
             "mask":"a.b","struct":{"x":[1,null,{"y":"z"}]},"value":null,"list":[true,"a"]}
            """;
        var kinds = (await Send(HttpMethod.Post, "/v1/kinds:echo", Body)).Body;

        kinds.GetProperty("inner").GetProperty("stringValue").GetString().ShouldBe("𠀀");
        kinds.GetProperty("named").GetProperty("5").GetProperty("boolValue").GetBoolean().ShouldBeTrue();
        kinds.GetProperty("int64Value").GetString().ShouldBe("-3");
        kinds.GetProperty("struct").GetProperty("x").GetArrayLength().ShouldBe(3);
        kinds.GetProperty("int32Box").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Post_EmptyBody_IsTheEmptyMessage() =>
        (await Send(HttpMethod.Post, "/v1/kinds:echo", "")).Status.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Any_UnknownPath_IsNoSuchMethod()
    {
        var answer = await Send(HttpMethod.Get, "/v1/nothing");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Reason.ShouldBe("NO_SUCH_METHOD");
    }

    [Fact]
    public async Task Any_UnknownVerb_Is405AndNamesTheVerbsThereAre()
    {
        using var response = await server.Client.DeleteAsync("/v1/kinds", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Get_ServiceWhoseOwnTimeRunsAway_IsNotCutOff()
    {
        await using var hurried = new ShelfServer(services => services.AddSingleton<TimeProvider>(new HurriedClock()));
        await hurried.InitializeAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(() => hurried.Client.GetAsync("/v1/shelves/1/books/2:sleep", patience.Token));

        patience.IsCancellationRequested.ShouldBeTrue();
    }

    /// <summary>Whatever is to come has come.</summary>
    sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
