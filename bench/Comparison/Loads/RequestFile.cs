using System.Globalization;
using System.Text;

namespace LoApi.Comparison.Loads;

/// <summary>Requests in the form in which <c>bench/replay.lua</c> reads them: each after a line with its length in bytes.</summary>
internal static class RequestFile
{
    public static async Task WriteAsync(string path, IEnumerable<byte[]> requests, CancellationToken cancellation)
    {
        await using var file = File.Create(path);
        await using var buffer = new BufferedStream(file, 1024 * 1024);
        foreach (var request in requests)
        {
            buffer.Write(Encoding.ASCII.GetBytes(request.Length.ToString(CultureInfo.InvariantCulture) + "\n"));
            buffer.Write(request);
        }

        await buffer.FlushAsync(cancellation);
    }
}
