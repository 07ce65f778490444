namespace Aspire.Hosting;

/// <summary>The application cannot run; the message says in a sentence what is missing and what to do.</summary>
public sealed class DistributedApplicationException : Exception
{
    public DistributedApplicationException(string message) : base(message)
    {
    }

    public DistributedApplicationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
