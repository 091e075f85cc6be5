using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>The instruments that there are, those that the operations guide lists, and that they measure what was done.</summary>
public sealed partial class InstrumentTests(SqliteApiHost host) : IClassFixture<SqliteApiHost>
{
    [Fact]
    public async Task Instruments_OfARunningService_AreThoseThatTheGuideLists()
    {
        using var client = host.CreateClient("1", "1");
        foreach (var table in (string[])["countries", "franchises", "naics-codes"])
        {
            using var answer = await client.GetAsync($"/api/v1/{table}");
        }

        using var instruments = Listen();

        // On SQLite and PostgreSQL, for a host of either distribution.
        Assert.Equal(
            Listed().Order(StringComparer.Ordinal),
            instruments.Own.Select(instrument => $"{instrument.Name} {KindOf(instrument)} {instrument.Unit}").Order(StringComparer.Ordinal));
        Assert.All(instruments.Own, instrument => Assert.NotEmpty(instrument.Description!));
    }

    [Fact]
    public async Task Requests_OfAClient_AreMeasuredByRouteStatusClientAndProblem()
    {
        var client = await host.AddClientAsync("payoffs:read");
        using var instruments = Listen();
        using var http = host.CreateClient(client, "1", "1");

        using var read = await http.GetAsync("/api/v1/payoffs");
        using var denied = await http.GetAsync("/api/v1/countries");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (read.StatusCode, denied.StatusCode));
        var measured = await UntilAsync(() => instruments.Of("http.server.request.duration")
            .Where(request => request.Tags.GetValueOrDefault("loapi.client.id") == client.Client.Id).ToList(), 2);
        Assert.Equal(
            [("api/v1/payoffs", "200", null), ("api/v1/countries", "403", "insufficient_scope")],
            measured.Select(request => (
                request.Tags["http.route"].Trim('/'), request.Tags["http.response.status_code"], request.Tags.GetValueOrDefault("loapi.problem.code"))));
        Assert.All(measured, request => Assert.InRange(request.Value, 0.000_001, 60));

        Assert.Equal(
            ["admitted", "admitted"],
            instruments.Of("loapi.limiter.decisions").Where(IsOfClient).Select(decision => decision.Tags["loapi.limiter.verdict"]));
        Assert.Equal(client.Client.RatePerSecond, instruments.Of("loapi.limiter.limit").Last(IsOfClient).Value);

        bool IsOfClient(Instruments.Measured measured) => measured.Tags.GetValueOrDefault("loapi.client.id") == client.Client.Id;
    }

    [Fact]
    public async Task Writes_AreMeasuredFromTheQueueToTheChain()
    {
        using var instruments = host.Listen(); // The grain is in either silo, where there are two.
        using var client = host.CreateClient("1", "1");

        var created = await client.PostResourceAsync("""{"name":"Measured","document":{}}""");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Contains(instruments.Of("loapi.storage.batch.size"), batch => batch.Value >= 1);
        Assert.NotEmpty(instruments.Of("loapi.storage.batch.duration"));
        Assert.NotEmpty(instruments.Of("loapi.storage.queue.duration"));
        Assert.NotEmpty(instruments.Of("loapi.storage.commit.duration"));
        Assert.NotEmpty(await UntilAsync(() => instruments.Of("loapi.audit.lag"), 1));
        Assert.NotEmpty(await UntilAsync(() => instruments.Of("loapi.audit.outbox.length"), 1));
        Assert.Equal(0, instruments.Of("loapi.storage.queue.length")[^1].Value);
        Assert.InRange(instruments.Of("loapi.storage.readers.max")[^1].Value, 1, 1_000);
        Assert.Empty(instruments.Of("loapi.storage.errors"));
    }

    [Fact]
    public async Task Snapshots_ThatWereAskedFor_HaveAnAgeAndAVersion()
    {
        using var instruments = Listen();
        using var client = host.CreateClient();

        using var answer = await client.GetAsync("/api/v1/countries");

        var age = instruments.Of("loapi.reference.age").Last(snapshot => snapshot.Tags["loapi.reference.table"] == "countries");
        Assert.InRange(age.Value, 0, 30);
        Assert.InRange(instruments.Of("loapi.reference.version").Last(snapshot => snapshot.Tags["loapi.reference.table"] == "countries").Value, 0, 1_000);
    }

    private Instruments Listen() => new(host.Services.GetRequiredService<IMeterFactory>());

    private static IEnumerable<string> Listed() =>
        from line in File.ReadLines(Repository.File("docs/operations.md"))
        let row = Row().Match(line)
        where row.Success && (row.Groups["distribution"].Value is "both" || row.Groups["distribution"].Value == Distribution)
        select $"{row.Groups["name"].Value} {row.Groups["kind"].Value} {row.Groups["unit"].Value}";

    private static string Distribution => typeof(IGrain).Assembly.GetName().Name == "LoApi.Grains.Embedded" ? "embedded" : "cluster";

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Histogram" => "histogram",
        "Counter" => "counter",
        "ObservableGauge" => "gauge",
        "ObservableUpDownCounter" => "up-down counter",
        var other => other,
    };

    // What is measured once the answer is on its way is there a moment later.
    private static async Task<IReadOnlyList<Instruments.Measured>> UntilAsync(Func<IReadOnlyList<Instruments.Measured>> look, int count)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(90), "It was not measured.");
            if (look() is { } seen && seen.Count >= count)
            {
                return seen;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    [GeneratedRegex(@"^\| `(?<name>loapi\.[a-z_.]+)` \| (?<kind>[a-z-]+( [a-z]+)?) \| `(?<unit>[^`]+)` \|[^|]*\| (?<distribution>both|embedded|cluster) \| [^|]+ \| [^|]+ \|$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
