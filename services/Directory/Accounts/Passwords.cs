using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Suite.Directory.Accounts;

/// <summary>Password hashes by ASP.NET Core Identity's hasher (PBKDF2).</summary>
public sealed class Passwords : IDisposable
{
    const int QuickIterations = 1_000;

    readonly PasswordHasher<object> _hasher = new();
    readonly PasswordHasher<object> _quick = new(Options.Create(new PasswordHasherOptions { IterationCount = QuickIterations }));
    readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    readonly string _nobodys;

    public Passwords() => _nobodys = _hasher.HashPassword(this, Guid.NewGuid().ToString());

    public string Hash(string password) => _hasher.HashPassword(this, password);

    /// <summary>
    /// For a password of 100 random bits or more, which nobody guesses however fast he can try: thousands of accounts get one at once.
    /// </summary>
    public string HashRandom(string password) => _quick.HashPassword(this, password);

    /// <param name="hash">Null where there is no account: the same work is done, so that time tells nothing.</param>
    public bool Matches(string? hash, string password) =>
        _hasher.VerifyHashedPassword(this, hash ?? _nobodys, password) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>
    /// Waits for one of as many turns as there are processors. Hashing is slow on purpose: a flood of sign-ins queues here, before it
    /// takes database connections or starves everything else. Disposing the answer ends the turn.
    /// </summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
