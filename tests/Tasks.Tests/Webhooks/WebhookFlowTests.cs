using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Suite.Tasks.Notifications;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;
using Suite.Tasks.Tests.Reminders;
using Suite.Tasks.Webhooks;
using Suite.Testing;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Webhooks;

/// <summary>From a notification to a receiver on loopback, which answers as it is told.</summary>
public sealed class WebhookFlowTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    readonly SetClock _clock = new();
    readonly ConcurrentQueue<(string Id, string Body)> _received = [];
    ServiceProvider _services = null!;
    WebApplication _receiver = null!;
    Func<HttpContext, Task> _answer = _ => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port: 0));
        _receiver = builder.Build();
        _receiver.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _received.Enqueue((context.Request.Headers["webhook-id"].ToString(), await reader.ReadToEndAsync()));
            await _answer(context);
        });
        await _receiver.StartAsync();
        var settings = new Dictionary<string, string?> { ["Webhooks:AllowLoopback"] = "true" };
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddDbContext<TasksDbContext>(options => options.UseNpgsql(postgres.ConnectionString));
        services.AddSupervision();
        _services = services.BuildServiceProvider();
        _clock.Set(new(2024, 4, 15), 10);
        await WithAsync(s => s.GetRequiredService<TasksDbContext>().Database.MigrateAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Send_ReceiverDownThenUp_ArrivesUnderOneIdThenNothingMore()
    {
        await TellAsync("up", "units/humen/reporters");
        _answer = context => Status(context, 503);
        (await SendAsync()).ShouldBe(1);
        (await SendAsync()).ShouldBe(0);
        _clock.Set(new(2024, 4, 15), 10, 1);
        _answer = context => Status(context, 200);
        (await SendAsync()).ShouldBe(1);
        _clock.Set(new(2024, 4, 16), 10);
        (await SendAsync()).ShouldBe(0);
        _received.Select(r => r.Id).Distinct().Count().ShouldBe(1);
        _received.ShouldAllBe(r => r.Body.Contains("题"));
        (await DeliveryAsync()).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Send_AlwaysRefused_IsGivenUpAndCanBeSentAgain()
    {
        await TellAsync("dead", "office");
        _answer = context => Status(context, 500);
        for (var day = 15; day <= 25; day++)
            for (var hour = 0; hour < 24; hour += 3)
            {
                _clock.Set(new(2024, 4, day), hour);
                await SendAsync();
            }

        _received.Count.ShouldBe(9);
        var dead = await DeliveryAsync();
        (dead.State, dead.LastStatus).ShouldBe((DeliveryState.Dead, 500));
        await WithAsync(async s =>
        {
            var db = s.GetRequiredService<TasksDbContext>();
            (await db.WebhookDeliveries.SingleAsync()).Resend(_clock.Now);
            await db.SaveChangesAsync();
        });
        _answer = context => Status(context, 204);
        (await SendAsync()).ShouldBe(1);
        (await DeliveryAsync()).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Send_ReceiverRedirects_IsNotFollowed()
    {
        await TellAsync("redirect", "office");
        _answer = context =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return Status(context, 307);
        };
        (await SendAsync()).ShouldBe(1);
        _received.Count.ShouldBe(1);
        (await DeliveryAsync()).LastStatus.ShouldBe(307);
    }

    [Fact]
    public async Task Send_AnswerWithoutEnd_IsNotReadToItsEnd()
    {
        await TellAsync("endless", "office");
        _answer = async context =>
        {
            var block = new byte[64 * 1024];
            try
            {
                while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                // The sender has heard enough.
            }
        };
        (await SendAsync()).ShouldBe(1);
        (await DeliveryAsync()).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Tell_WebhookOfAUnit_GetsThatUnitsOnly()
    {
        await TellAsync("mine", "units/humen/approvers", unit: "humen");
        await WithAsync(s => TellAsync(s, "units/changan/approvers"));
        await WithAsync(s => TellAsync(s, "office"));
        (await SendAsync()).ShouldBe(1);
    }

    static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>A webhook of its own, alone in the database, and a notification for it.</summary>
    Task TellAsync(string webhook, string addressee, string? unit = null) => WithAsync(async services =>
    {
        var db = services.GetRequiredService<TasksDbContext>();
        await db.WebhookDeliveries.ExecuteDeleteAsync();
        await db.Webhooks.ExecuteDeleteAsync();
        db.Webhooks.Add(Webhook.Make(webhook, webhook, $"{_receiver.Urls.Single()}/hook", unit, WebhookSigner.NewSecret(_clock.Now), new Actor("x", "x"), _clock.Now));
        await db.SaveChangesAsync();
        await TellAsync(services, addressee);
    });

    static async Task TellAsync(IServiceProvider services, string addressee)
    {
        await services.GetRequiredService<NotificationDesk>().TellAsync(addressee, NotificationKind.ReminderDigest, $"{Guid.NewGuid()}", new("题", "文"), 1, default);
        await services.GetRequiredService<TasksDbContext>().SaveChangesAsync();
    }

    async Task<int> SendAsync()
    {
        var sent = 0;
        await WithAsync(async s =>
        {
            while (await s.GetRequiredService<WebhookDispatcher>().SendNextAsync(default)) sent++;
        });
        return sent;
    }

    async Task<WebhookDelivery> DeliveryAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TasksDbContext>().WebhookDeliveries.AsNoTracking().SingleAsync();
    }

    async Task WithAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
