namespace Suite.ServiceDefaults.Storage;

/// <summary>
/// How many refusals of one account, or of one account's sign-ins, are written to the audit one by one; the rest of a minute is counted, so that nobody fills the
/// database by asking for what they may not have.
/// </summary>
public sealed class RefusalLimit(TimeProvider clock)
{
    public const int PerMinute = 30;

    const int MostAccounts = 10_000;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly Dictionary<string, Count> _counts = [];

    /// <returns>Null where this refusal is only counted; otherwise how many were only counted since the last one written.</returns>
    public int? Take(string account)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (_counts.Count >= MostAccounts) Forget(now);
            if (!_counts.TryGetValue(account, out var count)) _counts[account] = count = new() { Began = now };
            if (clock.GetElapsedTime(count.Began, now) >= Window) (count.Began, count.Written) = (now, 0);
            if (++count.Written > PerMinute)
            {
                count.Omitted++;
                return null;
            }

            var omitted = count.Omitted;
            count.Omitted = 0;
            return omitted;
        }
    }

    void Forget(long now)
    {
        foreach (var (account, _) in _counts.Where(c => clock.GetElapsedTime(c.Value.Began, now) >= Window).ToList()) _counts.Remove(account);
    }

    sealed class Count
    {
        public long Began { get; set; }

        public int Written { get; set; }

        public int Omitted { get; set; }
    }
}
