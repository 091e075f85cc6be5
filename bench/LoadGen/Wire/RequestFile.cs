using System.Buffers;

namespace LoApi.LoadGen.Wire;

/// <summary>
/// Reads what <c>requests</c> wrote, one request after the other: its length in bytes, in decimal, on a line of its own, and
/// then the bytes. A long file is never in memory. For one caller at a time.
/// </summary>
internal sealed class RequestFile : IDisposable
{
    /// <summary>A mebibyte and less: longer requests than that are a file of another kind.</summary>
    private const int MaxLength = 1024 * 1024;

    /// <summary>So few that reading them is over before the next request is due.</summary>
    private const int BufferBytes = 64 * 1024;

    private readonly string _path;
    private readonly FileStream _file;
    private int _read;

    private RequestFile(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Requests in the file.</summary>
    public int Count { get; private set; }

    /// <summary>Reads through the whole file once: what is wrong with it is said before anything is sent, and reading it
    /// again does not wait for the disk.</summary>
    /// <exception cref="RunImpossibleException">It cannot be read, is malformed (it says where), or is empty.</exception>
    public static RequestFile Open(string path)
    {
        RequestFile? opened = null;
        try
        {
            opened = new RequestFile(path, new FileStream(path, new FileStreamOptions { BufferSize = BufferBytes, Options = FileOptions.SequentialScan }));
            opened.Scan();
            return opened;
        }
        catch (Exception cause)
        {
            opened?.Dispose();
            if (cause is IOException or UnauthorizedAccessException)
            {
                throw new RunImpossibleException($"{path}: cannot be read: {cause.Message}", cause);
            }

            throw;
        }
    }

    /// <summary>The next request of the file.</summary>
    /// <exception cref="RunImpossibleException">There is none any more, though there was when the file was opened.</exception>
    public RecordedRequest Next() => TryNext() ?? throw Malformed("is not there any more");

    public void Dispose() => _file.Dispose();

    /// <returns>Null at the end of the file.</returns>
    private RecordedRequest? TryNext()
    {
        if (Length() is not { } length)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        if (_file.ReadAtLeast(buffer.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw Malformed("is cut off");
        }

        _read++;
        return new RecordedRequest(buffer, length);
    }

    private void Scan()
    {
        while (TryNext() is { } request)
        {
            request.Dispose();
        }

        Count = _read > 0 ? _read : throw new RunImpossibleException($"{_path}: has no requests.");
        _read = 0;
        _file.Position = 0;
    }

    /// <returns>Null at the end of the file.</returns>
    private int? Length()
    {
        int? length = null;
        while (_file.ReadByte() is >= 0 and var character)
        {
            if (character == '\n' && length > 0)
            {
                return length;
            }

            length = ((length ?? 0) * 10) + (character - '0');
            if (character is < '0' or > '9' || length > MaxLength)
            {
                throw Malformed($"does not begin with its length, 1 to {MaxLength}, on a line of its own");
            }
        }

        return length is null ? null : throw Malformed("is cut off");
    }

    private RunImpossibleException Malformed(string what) => new($"{_path}: request {_read + 1} {what}.");
}
