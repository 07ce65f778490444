using System.Security.Cryptography;
using System.Text;

namespace Suite.Walkthrough.Gateway;

/// <summary>Ids of commands: the same for the same step on the same thing, so that a walk taken twice does nothing twice.</summary>
static class RequestId
{
    const int Bytes = 16;

    public static string Of(params ReadOnlySpan<string> step) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', step))).AsSpan(0, Bytes));
}
