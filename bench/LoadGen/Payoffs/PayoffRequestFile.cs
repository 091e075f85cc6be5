using System.Globalization;
using System.Text;
using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Payoffs;

/// <summary>
/// Writes the requests of a run as they go over the wire (HTTP/1.1), for a client that only sends them: before each stands
/// its length in bytes, in decimal, on a line of its own.
/// </summary>
internal static class PayoffRequestFile
{
    /// <exception cref="RunImpossibleException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Uri url, PayoffPlan plan, ICallerCredentials credentials, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.Create(path);
            await using var buffer = new BufferedStream(file, 1024 * 1024);
            foreach (var loan in plan.Loans)
            {
                var body = plan.Body(loan);
                var head = Encoding.UTF8.GetBytes(Head(url, plan, loan, body.Length, credentials));
                await buffer.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Length + body.Length}\n")), cancellation);
                await buffer.WriteAsync(head, cancellation);
                await buffer.WriteAsync(body, cancellation);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunImpossibleException($"{path}: cannot be written: {cause.Message}", cause);
        }
    }

    private static string Head(Uri url, PayoffPlan plan, Loan loan, int bodyLength, ICallerCredentials credentials)
    {
        using var request = new HttpRequestMessage { Method = HttpMethod.Post };
        credentials.Apply(request, plan.ActingFor(loan));
        var head = new StringBuilder(1024)
            .Append(CultureInfo.InvariantCulture, $"POST {url.AbsolutePath.TrimEnd('/')}{PayoffPlan.Path} HTTP/1.1\r\n")
            .Append(CultureInfo.InvariantCulture, $"Host: {url.Authority}\r\n")
            .Append(CultureInfo.InvariantCulture, $"{ApiClient.IdempotencyKey}: {plan.Key(loan)}\r\n");
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {values}\r\n");
        }

        return head
            .Append("Content-Type: application/json\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {bodyLength}\r\n\r\n")
            .ToString();
    }
}
