using System.Buffers.Text;
using System.Text;

namespace LoApi.LoadGen.Wire;

/// <summary>
/// Follows one HTTP/1.1 answer (RFC 9112) as its bytes arrive, however they are cut, in one buffer that is used again for the
/// next. Keeps what a load generator asks of it, and drops bodies.
/// </summary>
internal sealed class AnswerParser
{
    /// <summary>A head, or a line of a chunked body, is no longer than this.</summary>
    private const int BufferBytes = 8 * 1024;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _start;
    private int _end;
    private Part _part;
    private long _left;
    private bool _chunked;
    private bool _mayBeKept;

    private enum Part
    {
        Head,
        Body,
        BodyUntilClose,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailers,
        Over,
    }

    public int Status { get; private set; }

    /// <summary>Says <c>Idempotent-Replayed: true</c>.</summary>
    public bool Replayed { get; private set; }

    /// <summary>The connection may carry another request: the answer is over, nothing follows it, and the server did not say
    /// that it closes.</summary>
    public bool ConnectionMayBeKept => _part == Part.Over && _mayBeKept && _start == _end;

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Free()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        return _end < BufferBytes ? _buffer.AsMemory(_end) : throw Invalid("A line or a head is too long.");
    }

    /// <summary>Before an answer.</summary>
    public void Begin()
    {
        (_start, _end) = (0, 0);
        BeginHead();
    }

    /// <summary>So many bytes have come into <see cref="Free"/>; 0 when the server has closed the connection.</summary>
    /// <returns>The answer is over.</returns>
    /// <exception cref="HttpIOException">It ended too early, or is no HTTP.</exception>
    public bool Receive(int bytes)
    {
        if (bytes == 0)
        {
            return _part == Part.BodyUntilClose
                ? true
                : throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection was closed before the end of the answer.");
        }

        _end += bytes;
        while (_part != Part.Over && Step())
        {
        }

        return _part == Part.Over;
    }

    /// <returns>False when more bytes are needed.</returns>
    private bool Step() => _part switch
    {
        Part.Head => Head(),
        Part.Body => Drop(Part.Over),
        Part.BodyUntilClose => DropAll(),
        Part.ChunkSize => ChunkSize(),
        Part.Chunk => Drop(Part.ChunkEnd),
        Part.ChunkEnd => ChunkEnd(),
        _ => Trailers(),
    };

    private void BeginHead()
    {
        _part = Part.Head;
        _left = -1;
        _chunked = false;
        _mayBeKept = true;
        Replayed = false;
        Status = 0;
    }

    private bool Head()
    {
        var received = _buffer.AsSpan(_start.._end);
        var length = received.IndexOf("\r\n\r\n"u8);
        if (length < 0)
        {
            return false;
        }

        _start += length + 4;
        var head = received[..(length + 2)];
        var line = Line(ref head);
        // HTTP/1.1 SP status [SP reason]
        if (line.Length < 12
            || !line.StartsWith("HTTP/1."u8)
            || line[8] != ' '
            || !Utf8Parser.TryParse(line[9..12], out int status, out var digits)
            || digits != 3)
        {
            throw Invalid("The status line is not one of HTTP/1.1.");
        }

        Status = status;
        _mayBeKept = line[7] != '0';
        while (!head.IsEmpty)
        {
            Field(Line(ref head));
        }

        if (status is >= 100 and < 200)
        {
            BeginHead(); // An interim answer: the final one follows.
            return true;
        }

        _part = status is 204 or 304 || _left == 0 ? Part.Over : _left > 0 ? Part.Body : Part.BodyUntilClose;
        if (_chunked && status is not (204 or 304))
        {
            _part = Part.ChunkSize; // Whatever a Content-Length says (RFC 9112, 6.3).
        }

        return true;
    }

    private void Field(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            throw Invalid("A header field has no name.");
        }

        var name = line[..colon];
        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (Ascii.EqualsIgnoreCase(name, "Content-Length"u8))
        {
            if (!Utf8Parser.TryParse(value, out _left, out var used) || used != value.Length || _left < 0)
            {
                throw Invalid("Content-Length is no length.");
            }
        }
        else if (Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8))
        {
            _chunked = Ascii.EqualsIgnoreCase(value, "chunked"u8) ? true : throw Invalid("Transfer-Encoding is not chunked.");
        }
        else if (Ascii.EqualsIgnoreCase(name, "Connection"u8))
        {
            foreach (var option in value.Split((byte)','))
            {
                _mayBeKept &= !Ascii.EqualsIgnoreCase(value[option].Trim(" \t"u8), "close"u8);
            }
        }
        else if (Ascii.EqualsIgnoreCase(name, "Idempotent-Replayed"u8))
        {
            Replayed = Ascii.EqualsIgnoreCase(value, "true"u8);
        }
    }

    private bool Drop(Part then)
    {
        var here = (int)Math.Min(_left, _end - _start);
        _start += here;
        _left -= here;
        if (_left > 0)
        {
            return false;
        }

        _part = then;
        return true;
    }

    private bool DropAll()
    {
        _start = _end;
        return false;
    }

    private bool ChunkSize()
    {
        if (!TryLine(out var line))
        {
            return false;
        }

        // Extensions may follow after a semicolon.
        if (!Utf8Parser.TryParse(line, out _left, out var used, 'x') || _left < 0 || (used < line.Length && line[used] is not ((byte)';' or (byte)' ')))
        {
            throw Invalid("A chunk does not begin with its size.");
        }

        _part = _left > 0 ? Part.Chunk : Part.Trailers;
        return true;
    }

    private bool ChunkEnd()
    {
        if (!TryLine(out var line))
        {
            return false;
        }

        _part = line.IsEmpty ? Part.ChunkSize : throw Invalid("A chunk is longer than its size.");
        return true;
    }

    private bool Trailers()
    {
        if (!TryLine(out var line))
        {
            return false;
        }

        _part = line.IsEmpty ? Part.Over : Part.Trailers;
        return true;
    }

    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var received = _buffer.AsSpan(_start.._end);
        var length = received.IndexOf("\r\n"u8);
        line = length < 0 ? [] : received[..length];
        _start += length < 0 ? 0 : length + 2;
        return length >= 0;
    }

    private static ReadOnlySpan<byte> Line(ref Span<byte> head)
    {
        var length = head.IndexOf("\r\n"u8);
        var line = head[..length];
        head = head[(length + 2)..];
        return line;
    }

    private static HttpIOException Invalid(string message) => new(HttpRequestError.InvalidResponse, message);
}
