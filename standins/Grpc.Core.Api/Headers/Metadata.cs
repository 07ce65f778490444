using System.Collections;

namespace Grpc.Core;

/// <summary>Request headers, response headers or trailers: an ordered list in which a key may occur more than once.</summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>Keys that end so carry bytes, sent as base64; all others carry text.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No entries; refuses changes.</summary>
    public static readonly Metadata Empty = new(isReadOnly: true);

    readonly List<Entry> entries = [];

    public Metadata()
        : this(isReadOnly: false)
    {
    }

    Metadata(bool isReadOnly) => IsReadOnly = isReadOnly;

    public int Count => entries.Count;

    public bool IsReadOnly { get; }

    public Entry this[int index]
    {
        get => entries[index];
        set => Writable()[index] = Present(value);
    }

    public void Add(Entry item) => Writable().Add(Present(item));

    public void Add(string key, string value) => Add(new Entry(key, value));

    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    public void Insert(int index, Entry item) => Writable().Insert(index, Present(item));

    public bool Remove(Entry item) => Writable().Remove(item);

    public void RemoveAt(int index) => Writable().RemoveAt(index);

    public void Clear() => Writable().Clear();

    public bool Contains(Entry item) => entries.Contains(item);

    public int IndexOf(Entry item) => entries.IndexOf(item);

    public void CopyTo(Entry[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static Entry Present(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item;
    }

    List<Entry> Writable() => IsReadOnly
        ? throw new InvalidOperationException("These metadata are read-only; make a new Metadata to add to.")
        : entries;
}
