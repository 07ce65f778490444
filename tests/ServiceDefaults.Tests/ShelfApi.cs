using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Suite.Auth.V1;
using Suite.Errors.V1;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Tests.V1;

namespace Suite.ServiceDefaults.Tests;

/// <summary>Answers with what it was asked, so that tests see what reached it.</summary>
sealed class ShelfApi : ShelfService.ShelfServiceBase
{
    public const string CurrentEtag = "7";

    public override Task<Book> GetBook(GetBookRequest request, ServerCallContext context) =>
        Task.FromResult(new Book { Name = request.Name, Title = "书", Etag = CurrentEtag });

    public override Task<Book> CreateBook(CreateBookRequest request, ServerCallContext context)
    {
        var book = request.Book?.Clone() ?? new Book();
        book.Seen = $"{request.Parent}|{request.RequestId}|{request.DryRun}";
        return Task.FromResult(book);
    }

    public override Task<Book> UpdateBook(UpdateBookRequest request, ServerCallContext context)
    {
        if (request.Book.Etag is not ("" or CurrentEtag)) throw Problems.StaleEtag("Book", request.Book.Name);
        var book = request.Book.Clone();
        book.Seen = request.UpdateMask?.ToString() ?? "";
        return Task.FromResult(book);
    }

    public override Task<Book> LendBook(LendBookRequest request, ServerCallContext context) =>
        Task.FromResult(new Book { Name = request.Name, Seen = $"{Access.Of(context).Caller.Account}|{string.Join(',', Access.Of(context).Scopes)}" });

    public override Task<Kinds> ListBooks(Kinds request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Kinds> Echo(Kinds request, ServerCallContext context) => Task.FromResult(request);

    public override Task<Book> UploadBook(UploadBookRequest request, ServerCallContext context) =>
        Task.FromResult(new Book { Seen = $"{request.Shelf}|{request.Document?.ContentType}|{request.Document?.Data.Length}" });

    public override Task<HttpBody> DownloadBook(GetBookRequest request, ServerCallContext context) =>
        Task.FromResult(new HttpBody { ContentType = "text/plain; charset=utf-8", Data = ByteString.CopyFrom("内容", Encoding.UTF8) });

    public override Task<Book> Fail(FailRequest request, ServerCallContext context) => (Reason)request.Reason switch
    {
        Reason.Defect => throw new InvalidOperationException("secret of the house"),
        Reason.NotFound => throw Problems.NotFound("Book", "shelves/1/books/2"),
        Reason.InvalidField => throw Problems.InvalidFields([new("book.pages", "must be above 0."), new("book.title", "must not be empty.")]),
        Reason.TooLarge => throw Problems.TooLarge("The book", 10),
        var reason => throw Problems.Because(reason, $"Fails with {reason}: 原因 \"%\"."),
    };

    public override Task<Book> WhoAmI(GetBookRequest request, ServerCallContext context) =>
        Task.FromResult(new Book { Seen = Access.Of(context).Caller.Account });

    public override async Task Converse(IAsyncStreamReader<Kinds> requestStream, IServerStreamWriter<Kinds> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken)) await responseStream.WriteAsync(requestStream.Current, context.CancellationToken);
    }

    public override async Task<Book> Sleep(GetBookRequest request, ServerCallContext context)
    {
        await Task.Delay(Timeout.Infinite, context.CancellationToken);
        return new();
    }
}

/// <summary>Books of shelf 1 belong to units/a.</summary>
sealed class ShelfScopes : IScopeResolver
{
    public Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<Scope>>(
            resource.StartsWith("shelves/1/", StringComparison.Ordinal) && caller.Unit == "units/a" ? new HashSet<Scope> { Scope.OwnUnit } : new());
}

sealed class UngovernedApi : UngovernedService.UngovernedServiceBase;
