using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Suite.ServiceDefaults.Auditing;

/// <summary>What an audit was at one moment.</summary>
public sealed record Checkpoint(string Service, long Sequence, string Hash, DateTimeOffset Time);

/// <summary>
/// Signs checkpoints and reads them again (JWS compact serialisation, RFC 7515, ES256), with the P-256 key in the PEM file that
/// <c>Audit:CheckpointKey</c> names. Without one nothing is signed, and no signed checkpoint can be checked.
/// </summary>
public sealed class CheckpointSigner : IDisposable
{
    const string Algorithm = "ES256";
    const string MediaType = "suite-audit-checkpoint";

    readonly ECDsa? _key;

    /// <exception cref="InvalidOperationException">The file holds no private key on P-256.</exception>
    public CheckpointSigner(IConfiguration configuration, IHostEnvironment environment)
    {
        Service = environment.ApplicationName.ToLowerInvariant();
        if (configuration["Audit:CheckpointKey"] is not { Length: > 0 } file) return;
        _key = ECDsa.Create();
        try
        {
            _key.ImportFromPem(File.ReadAllText(file));
        }
        catch (ArgumentException error)
        {
            throw new InvalidOperationException($"Audit:CheckpointKey: {file} must hold one private key in PEM.", error);
        }

        if (_key.KeySize != 256) throw new InvalidOperationException($"Audit:CheckpointKey: {file} must hold a key on P-256, for ES256.");
    }

    /// <summary>Name of this service, e.g. <c>tasks</c>.</summary>
    public string Service { get; }

    public bool CanSign => _key is not null;

    /// <summary>Empty where the service has no key.</summary>
    public string Sign(Checkpoint checkpoint)
    {
        if (_key is null) return "";
        var header = JsonSerializer.SerializeToUtf8Bytes(new { alg = Algorithm, typ = MediaType });
        var text = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(checkpoint))}";
        return $"{text}.{Base64UrlEncoder.Encode(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Null for what this service did not sign, for its own or another service's audit.</summary>
    public Checkpoint? Read(string signed)
    {
        if (_key is null || signed.Split('.') is not [var header, var payload, var signature]) return null;
        try
        {
            var genuine = _key.VerifyData(Encoding.UTF8.GetBytes($"{header}.{payload}"), Base64UrlEncoder.DecodeBytes(signature), HashAlgorithmName.SHA256);
            if (!genuine || JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(header)).RootElement.GetProperty("typ").GetString() != MediaType) return null;
            return JsonSerializer.Deserialize<Checkpoint>(Base64UrlEncoder.DecodeBytes(payload)) is { } read && read.Service == Service ? read : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _key?.Dispose();
}
