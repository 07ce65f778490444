using System.Buffers;
using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with its text or its bytes. Keys are held in lower case.</summary>
    public class Entry
    {
        static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.");

        readonly string? text;
        readonly byte[]? bytes;

        /// <summary>An entry with bytes.</summary>
        /// <exception cref="ArgumentException">The key is not valid or does not end in <c>-bin</c>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalized(key);
            if (!IsBinary)
                throw new ArgumentException($"The key '{Key}' of a binary entry must end in '{BinaryHeaderSuffix}'.", nameof(key));
            // A caller that reuses its buffer must not change what was sent.
            bytes = [.. valueBytes];
        }

        /// <summary>An entry with text.</summary>
        /// <exception cref="ArgumentException">The key is not valid or ends in <c>-bin</c>.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalized(key);
            if (IsBinary)
                throw new ArgumentException($"The key '{Key}' of a text entry must not end in '{BinaryHeaderSuffix}'.", nameof(key));
            text = value;
        }

        public string Key { get; }

        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry carries bytes.</exception>
        public string Value => text
            ?? throw new InvalidOperationException($"The entry '{Key}' carries bytes, not text; read {nameof(ValueBytes)}.");

        /// <summary>A copy of the bytes; of a text entry, its characters in ASCII.</summary>
        public byte[] ValueBytes => bytes is null ? Encoding.ASCII.GetBytes(Value) : [.. bytes];

        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, {bytes!.Length} bytes]"
            : $"[Entry: key={Key}, value={text}]";

        static string Normalized(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            return lower.Length > 0 && !lower.AsSpan().ContainsAnyExcept(KeyCharacters)
                ? lower
                : throw new ArgumentException($"'{key}' is no metadata key: expected letters, digits, '_', '-' and '.'.", nameof(key));
        }
    }
}
