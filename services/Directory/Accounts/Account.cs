namespace Suite.Directory.Accounts;

/// <summary>Somebody who signs in with a password.</summary>
public sealed class Account
{
    /// <summary>So many wrong passwords in a row lock the account …</summary>
    public const int FailuresThatLock = 5;

    /// <summary>… for so long.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>Lower-case name to sign in with, e.g. <c>office</c> or <c>humen.reporter</c>.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>As the roles claim says them: admin, office, reporter, approver, leader, observer.</summary>
    public required string[] Roles { get; set; }

    /// <summary>The unit the account acts for, or null.</summary>
    public string? UnitId { get; set; }

    /// <summary>The person the account belongs to, or null.</summary>
    public string? PersonId { get; set; }

    /// <summary>Exists only as long as demo accounts are asked for.</summary>
    public bool IsDemo { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>By ASP.NET Core Identity's hasher.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>The password was set by somebody else and works only to set another.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Since when nobody may sign in with it; null while it is in use.</summary>
    public DateTimeOffset? Disabled { get; set; }

    /// <summary>Counts what was changed by hand: the etag.</summary>
    public int Revision { get; set; }

    /// <summary>Wrong passwords in a row since the last right one or the last lock.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    public bool MaySignIn(DateTimeOffset now) => Disabled is null && !IsLocked(now);

    public void RecordSuccess() => (Failures, LockedUntil) = (0, null);

    /// <returns>True when this failure locks the account.</returns>
    public bool RecordFailure(DateTimeOffset now)
    {
        if (++Failures < FailuresThatLock) return false;
        (Failures, LockedUntil) = (0, now + LockTime);
        return true;
    }

    /// <summary>A new password; whoever was locked out for guessing the old one is let in again.</summary>
    public void SetPassword(string hash, bool mustChange)
    {
        (PasswordHash, MustChangePassword) = (hash, mustChange);
        RecordSuccess();
        Revision++;
    }
}
