using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Hosting;

/// <summary>Callers that hold connections open without getting on, against a service with short limits.</summary>
public sealed class SlowRequestTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ConfiguredApiHost? _host;

    private ConfiguredApiHost Host => _host!;

    public async Task InitializeAsync() => _host = await ConfiguredApiHost.StartAsync(
        _folder,
        ("Http:HeadersTimeout", "00:00:01"),
        ("Http:KeepAliveTimeout", "00:00:01"),
        ("Http:MinBytesPerSecond", "1000"),
        ("Http:SlowGracePeriod", "00:00:01.5"),
        ("Http:MaxConnections", "20"));

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Headers_ThatNeverEnd_Are408()
    {
        using var connection = await RawConnection.OpenAsync(Host.Address);
        await connection.SendAsync("GET /version HTTP/1.1\r\nHost: loapi\r\nX-Slow: ");

        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatNeverComes_Is408()
    {
        using var connection = await RawConnection.OpenAsync(Host.Address);
        await connection.SendAsync(
            $$"""
            POST /api/v1/payoffs HTTP/1.1
            Host: loapi
            Authorization: Bearer {{Host.Tests.Sign("1", "1", Host.Clock)}}
            Idempotency-Key: slow
            Content-Type: application/json
            Content-Length: 1000

            {
            """.ReplaceLineEndings("\r\n"));

        var answer = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"request_timeout\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_ThatIsIdle_IsClosed()
    {
        using var connection = await RawConnection.OpenAsync(Host.Address);
        await connection.SendAsync("GET /health/live HTTP/1.1\r\nHost: loapi\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_BeyondTheBound_AreClosedAtOnce()
    {
        var open = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => RawConnection.OpenAsync(Host.Address)));
        try
        {
            var answers = await Task.WhenAll(open.Select(async connection =>
            {
                try
                {
                    await connection.SendAsync("GET /health/live HTTP/1.1\r\nHost: loapi\r\n\r\n");
                }
                catch (IOException)
                {
                    return ""; // Closed already.
                }

                return await connection.ReadToEndAsync();
            }));

            Assert.InRange(answers.Count(answer => answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal)), 1, 20);
        }
        finally
        {
            foreach (var connection in open)
            {
                connection.Dispose();
            }
        }

        // And there is room again.
        Answer? answer = null;
        while (answer is null)
        {
            try
            {
                using var client = Host.CreateStranger();
                answer = await client.GetAnswerAsync("/health/live");
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData(9_000, 0, 414)]
    [InlineData(0, 33_000, 431)]
    public async Task Head_ThatIsHuge_IsRefused(int target, int header, int status)
    {
        using var connection = await RawConnection.OpenAsync(Host.Address);
        await connection.SendAsync(
            $"GET /{new string('a', target)} HTTP/1.1\r\nHost: loapi\r\nX-Huge: {new string('a', header)}\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
