namespace Grpc.Core;

/// <summary>Decides whether a server's certificate is accepted.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>The server whose certificate is to be judged.</summary>
public class VerifyPeerContext(string targetName, string peerPem)
{
    public string TargetName { get; } = targetName;

    /// <summary>The server's certificate, PEM.</summary>
    public string PeerPem { get; } = peerPem;
}
