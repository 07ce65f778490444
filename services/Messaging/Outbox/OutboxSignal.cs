using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Suite.Messaging.Outbox;

/// <summary>Wakes the dispatcher as soon as a transaction commits; it looks by itself every second all the same.</summary>
sealed class OutboxSignal : DbTransactionInterceptor
{
    readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _wake.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        either.CancelAfter(atMost);
        try
        {
            await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing was committed here meanwhile; another replica may have.
        }
    }
}
