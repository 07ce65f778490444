namespace Suite.TableFiles.Office;

/// <summary>How much of a file has been unpacked, all its parts together, and how much may be.</summary>
/// <param name="packed">The file's own size in bytes.</param>
internal sealed class UnpackedBytes(FileLimits limits, long packed)
{
    /// <summary>Small files may unpack to this many bytes, however little they are: the ratio says nothing about them.</summary>
    private const long Free = 8L << 20;

    private readonly long most = Math.Min(limits.MaxUnpackedBytes, Math.Max(Free, packed * limits.MaxUnpackRatio));
    private long total;

    /// <exception cref="FileRefusedException">More bytes than allowed came out of the archive.</exception>
    public void Add(int count)
    {
        total += count;
        if (total > most)
            throw new FileRefusedException(FileFault.TooComplex, $"The file of {packed} bytes unpacks to more than {most} bytes.",
                $"at most {limits.MaxUnpackedBytes} bytes unpacked, and at most {limits.MaxUnpackRatio} times the file's size");
    }
}

/// <summary>A part being unpacked; counts what comes out.</summary>
internal sealed class CountedStream(Stream inner, UnpackedBytes unpacked) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        unpacked.Add(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
