using System.Runtime.InteropServices;

namespace Aspire.Hosting.Local;

/// <summary>POSIX signals, which System.Diagnostics.Process cannot send.</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(int processId, int signal) => _ = kill(processId, signal);

    public static bool IsAlive(int processId) => kill(processId, 0) == 0;

    /// <summary>An exit code in words: 137 is a process that SIGKILL ended.</summary>
    public static string Describe(int exitCode) => exitCode switch
    {
        128 + 6 => "code 134 (SIGABRT)",
        128 + 9 => "code 137 (SIGKILL)",
        128 + 11 => "code 139 (SIGSEGV)",
        128 + 15 => "code 143 (SIGTERM)",
        _ => $"code {exitCode}",
    };

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int processId, int signal);
}
