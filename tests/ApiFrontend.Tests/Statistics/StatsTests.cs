using System.Globalization;
using System.Net;
using LoApi.ApiFrontend.Tests.Audit;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Statistics;

public abstract class StatsTests(ApiHost host) : IDisposable
{
    private readonly HttpClient _client = host.CreateClient("163", "163");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task CountPayoffs_OfALocation_AreThoseThatWereCreated()
    {
        const string question = "/api/v1/stats/payoffs?group-by=status,location,program,month&location_id=163";
        var created = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var answer = await _client.PostAnswerAsync(
                "/api/v1/payoffs", Drafts.Payoff(loan: null, ("location_id", "163")), ("Idempotency-Key", $"{Guid.NewGuid()}"));
            Assert.Equal(HttpStatusCode.Created, answer.Status);
            created.Add(answer.Json.GetProperty("created_at").GetString()![..7]);
        }

        var counted = await _client.GetAnswerAsync(question);

        Assert.Equal(HttpStatusCode.OK, counted.Status);
        Assert.InRange(int.Parse(counted.Header("Age")!, CultureInfo.InvariantCulture), 0, 10);
        Assert.Equal(
            $$"""{"data":[{"group":{"status":"received","location":"163","program":"7a","month":"{{created.Distinct().Single()}}"},"count":3}]}""",
            counted.Text);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.GetAnswerAsync(question, ("If-None-Match", counted.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task CountAnything_WithoutAGrouping_IsOneNumber()
    {
        foreach (var subject in (string[])["payoffs", "users", "locations", "requests"])
        {
            var group = Assert.Single((await _client.GetAnswerAsync($"/api/v1/stats/{subject}")).Json.GetProperty("data").EnumerateArray());
            Assert.Empty(group.GetProperty("group").EnumerateObject());
            Assert.True(group.GetProperty("count").GetInt64() >= 0);
        }
    }

    [Fact]
    public async Task CountUsers_MoreGroupsThanTheLimit_SaySo()
    {
        var answer = (await _client.GetAnswerAsync("/api/v1/stats/users?group-by=location&limit=2")).Json;
        Assert.Equal(2, answer.GetProperty("data").GetArrayLength());
        Assert.True(answer.GetProperty("truncated").GetBoolean());
    }

    [Fact]
    public async Task CountRequests_ByRequestId_AreWhatTheAuditLogHas()
    {
        var requestId = $"counted-{Guid.NewGuid():N}";
        await _client.PostAnswerAsync("/api/v1/payoffs", "{}", ("Idempotency-Key", "k"), ("X-Request-Id", requestId));
        await _client.RecordsAsync($"request_id={requestId}", 1);

        var answer = await _client.GetAnswerAsync($"/api/v1/stats/requests?group-by=kind,code&request-id={requestId}");

        Assert.Equal("""{"data":[{"group":{"kind":"failed","code":"validation_failed"},"count":1}]}""", answer.Text);
    }

    [Theory]
    [InlineData("/payoffs?group-by=contact_name", "group-by invalid_value")]
    [InlineData("/payoffs?group-by=status,status", "group-by invalid_value")]
    [InlineData("/payoffs?group-by=status,location,program,month,reason", "group-by invalid_value")]
    [InlineData("/payoffs?limit=1001", "limit out_of_range")]
    [InlineData("/payoffs?cursor=abc", "cursor unknown_parameter")]
    [InlineData("/payoffs?sort=id", "sort unknown_parameter")]
    [InlineData("/payoffs?status=lost&limit=0", "status invalid_value", "limit out_of_range")]
    [InlineData("/users?user_name=ada&user_name[prefix]=a&last-name[prefix]=a&last_name[in]=a,b", "user_name unknown_parameter", "user_name[prefix] unknown_parameter", "last-name[prefix] unknown_parameter", "last_name[in] unknown_parameter")]
    [InlineData("/users?location_id=x", "location_id invalid_format")]
    [InlineData("/requests?occurred_at[gte]=today", "occurred_at[gte] invalid_format")]
    public async Task CountAnything_WrongParameters_AreRefusedByName(string question, params string[] errors)
    {
        var answer = await _client.GetAnswerAsync("/api/v1/stats" + question);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_parameter"), (answer.Status, answer.Code));
        Assert.Equal(errors, answer.Errors);
    }
}
