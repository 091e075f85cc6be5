using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LoApi.LoadGen.Tests;

/// <summary>The program's <c>requests</c> command: what it writes down is what <c>payoffs</c> would send.</summary>
public sealed class RequestsCommandTests : IDisposable
{
    private const int Loans = 10;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Requests_SentAsTheyStandInTheFile_CreateWhatPayoffsCreates()
    {
        await using var asked = await StandInApi.StartAsync();
        await LoadGenProgram.PayoffsAsync(asked, "--connections 1 --key-seed seed --payoff-date 2027-03-18");
        await using var api = await StandInApi.StartAsync();

        var run = await WriteAsync(api, _file, "--key-seed", "seed", "--payoff-date", "2027-03-18");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var statuses = await SendAsync(new Uri(api.Url), await RequestsAsync());

        Assert.Equal(Enumerable.Repeat("HTTP/1.1 201 Created", Loans), statuses);
        Assert.Equal(
            asked.Received.Select(payoff => (payoff.Key, payoff.UserId, payoff.LocationId, Body: payoff.Body.ToJsonString())),
            api.Received.Select(payoff => (payoff.Key, payoff.UserId, payoff.LocationId, Body: payoff.Body.ToJsonString())));
        Assert.All(api.Received, payoff => Assert.Equal("application/json", payoff.ContentType));
    }

    [Fact]
    public async Task Requests_OfAClient_EachCarryATokenOfTheirOwn()
    {
        await using var api = await StandInApi.StartAsync();
        api.OnLocations = context => context.Response.WriteAsync("""{"data": [{"id": "1", "active": true}]}""");

        await WriteAsync(api, _file, "--client", "bench", "--key-id", "bench.1", "--key", Convert.ToBase64String(new byte[32]));

        var tokens = (await RequestsAsync()).Select(request => request.Split("\r\n").Single(line => line.StartsWith("Authorization: Bearer ", StringComparison.Ordinal)));
        Assert.Equal(Loans, tokens.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Requests_FileThatCannotBeWritten_SaysWhy()
    {
        await using var api = await StandInApi.StartAsync();

        var run = await WriteAsync(api, Path.Combine(_file, "below-a-file"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
    }

    private static Task<LoadGenProgram.ProgramRun> WriteAsync(StandInApi api, string file, params string[] options) => LoadGenProgram.RunAsync(
        ["requests", "--loans", LoadGenProgram.Loans, "--url", api.Url, "--users", "5", "--out", file, .. options]);

    private async Task<IReadOnlyList<string>> RequestsAsync()
    {
        var requests = new List<string>();
        var written = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_file)); // One character for each byte.
        for (var at = 0; at < written.Length;)
        {
            var end = written.IndexOf('\n', at);
            var length = int.Parse(written.AsSpan(at, end - at), CultureInfo.InvariantCulture);
            requests.Add(written.Substring(end + 1, length));
            at = end + 1 + length;
        }

        return requests;
    }

    private static async Task<IReadOnlyList<string>> SendAsync(Uri api, IReadOnlyList<string> requests)
    {
        var statuses = new List<string>();
        foreach (var request in requests)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(api.Host, api.Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            using var reader = new StreamReader(stream);
            statuses.Add((await reader.ReadLineAsync())!);
        }

        return statuses;
    }
}
