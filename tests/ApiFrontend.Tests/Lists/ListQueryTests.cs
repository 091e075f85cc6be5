using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Lists;

[Collection(ApiCollection.Name)]
public sealed class ListQueryTests(SqliteApiHost host)
{
    [Fact]
    public async Task List_FilteredSortedAndCounted_IsWhatWasAsked()
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync("/api/v1/countries?region=Oceania&name[prefix]=N&sort=-name&count=true");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            ["Northern Mariana Islands", "Norfolk Island", "Niue", "New Zealand", "New Caledonia", "Nauru"], Names(page));
        Assert.Equal(6, page.Json.GetProperty("total").GetInt32());
        Assert.False(page.Json.TryGetProperty("total_capped", out _));
    }

    [Theory]
    [InlineData("alpha2[in]=NA,US,NA", "NA,US")]
    [InlineData("numeric=004", "AF")]
    [InlineData("alpha3=NAM", "NA")]
    [InlineData("region=Africa&alpha2[prefix]=N", "NA,NE,NG")]
    [InlineData("alpha2=na", "")]
    public async Task List_Filter_SelectsExactly(string query, string codes)
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync($"/api/v1/countries?{query}");
        Assert.Equal(codes, string.Join(',', page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("alpha2").GetString())));
    }

    [Fact]
    public async Task List_WalkedInAnyOrder_HasEachRowOnce()
    {
        using var client = host.CreateClient();
        var names = new List<string>();
        string? path = "/api/v1/countries?sort=-name&limit=50";
        while (path is not null)
        {
            var page = await client.GetAnswerAsync(path);
            names.AddRange(Names(page));
            path = page.Header("Link") is { } link ? link[(link.IndexOf("/api", StringComparison.Ordinal))..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }

        Assert.Equal(249, names.Distinct().Count());
        Assert.Equal(names.OrderDescending(StringComparer.Ordinal), names);
    }

    [Theory]
    [InlineData("sort=name")]
    [InlineData("region=Asia")]
    [InlineData("sort=-alpha2")]
    public async Task Cursor_WithAnotherFilterOrSort_IsRefused(string query)
    {
        using var client = host.CreateClient();
        var cursor = (await client.GetAnswerAsync("/api/v1/countries?limit=1")).Json.GetProperty("next_cursor").GetString();
        var answer = await client.GetAnswerAsync($"/api/v1/countries?{query}&cursor={cursor}");
        Assert.Equal((HttpStatusCode.BadRequest, "cursor invalid_cursor"), (answer.Status, answer.Errors.Single()));
    }

    [Fact]
    public async Task Cursor_AnyCharacterChanged_IsRefused()
    {
        using var client = host.CreateClient();
        var cursor = (await client.GetAnswerAsync("/api/v1/countries?limit=1")).Json.GetProperty("next_cursor").GetString()!;
        for (var i = 0; i < cursor.Length - 1; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            var answer = await client.GetAnswerAsync($"/api/v1/countries?limit=1&cursor={changed}");
            Assert.Equal("invalid_parameter", answer.Code);
        }
    }

    [Fact]
    public async Task UnknownParameter_Problem_ListsTheKnownOnes()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/api/v1/countries?colour=red&limit=0");
        Assert.Equal(["colour unknown_parameter", "limit out_of_range"], answer.Errors);
        Assert.Contains("alpha2[in]", answer.Json.GetProperty("errors")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payoffs_FilteredByStatusAndDate_AreThoseThatMeetBoth()
    {
        using var client = host.CreateClient("140", "140");
        foreach (var date in new[] { "2027-03-01", "2027-03-02", "2027-03-03" })
        {
            var draft = Drafts.Payoff(loan: null, ("location_id", "140"), ("payoff_date", date));
            var created = await client.PostAnswerAsync("/api/v1/payoffs", draft, ("Idempotency-Key", Guid.NewGuid().ToString()));
            Assert.Equal(HttpStatusCode.Created, created.Status);
        }

        var page = await client.GetAnswerAsync(
            "/api/v1/payoffs?status[in]=received,scheduled&payoff-date[gte]=2027-03-02&location_id=140&requested_by=140&sort=payoff_date&count=true");
        Assert.Equal(["2027-03-02", "2027-03-03"], page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("payoff_date").GetString()));
        Assert.Equal(2, page.Json.GetProperty("total").GetInt32());

        var none = await client.GetAnswerAsync("/api/v1/payoffs?status=funded&location_id=140&count=true");
        Assert.Equal(0, none.Json.GetProperty("total").GetInt32());
    }

    private static string[] Names(Answer page) =>
        [.. page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];
}
