using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Payoffs;

/// <summary>The clock of the host stands on Monday, 2027-01-04.</summary>
[Collection(ApiCollection.Name)]
public sealed class PayoffDateTests(SqliteApiHost host)
{
    private const string Path = "/api/v1/payoff-dates";

    [Fact]
    public async Task ListPayoffDates_504In2031_ShowsTheJuneRule()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"{Path}?program=504&from=2031-01-01");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            """
            {"data":["2031-01-16","2031-02-20","2031-03-20","2031-04-17","2031-05-15","2031-06-20","2031-07-17","2031-08-21","2031-09-18","2031-10-16","2031-11-20","2031-12-18"]}
            """.Trim(),
            answer.Text);
    }

    [Theory]
    [InlineData("program=7a&count=3", "2027-01-05", "2027-01-06", "2027-01-07")]
    [InlineData("program=7a&from=2027-01-15&count=2", "2027-01-15", "2027-01-19")] // the King holiday is left out
    [InlineData("program=7a&from=0001-01-01&count=1", "2027-01-05")]
    [InlineData("program=504&count=1", "2027-01-21")]
    [InlineData("program=504&from=2027-01-22&count=1", "2027-02-18")]
    [InlineData("program=504&from=2056-12-01&count=5", "2056-12-21")] // thirty years from today end on 2057-01-04
    [InlineData("program=504&from=9999-12-31")]
    public async Task ListPayoffDates_Parameters_GiveTheDates(string query, params string[] dates)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"{Path}?{query}");
        Assert.Equal(dates, answer.Json.GetProperty("data").EnumerateArray().Select(date => date.GetString()!));
    }

    [Theory]
    [InlineData("", "program required")]
    [InlineData("program=", "program required")]
    [InlineData("program=8a", "program invalid_value")]
    [InlineData("program=504&from=tomorrow", "from invalid_format")]
    [InlineData("program=504&count=0", "count out_of_range")]
    [InlineData("program=504&count=101", "count out_of_range")]
    [InlineData("program=504&limit=5", "limit unknown_parameter")]
    [InlineData("program=8a&from=2031&count=x", "program invalid_value", "from invalid_format", "count out_of_range")]
    public async Task ListPayoffDates_BadParameter_IsNamed(string query, params string[] errors)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"{Path}?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_parameter"), (answer.Status, answer.Code));
        Assert.Equal(errors, answer.Errors);
    }

    [Fact]
    public async Task ListPayoffDates_Count100_HasEachOnceInOrder()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"{Path}?program=504&count=100");
        var dates = answer.Json.GetProperty("data").EnumerateArray().Select(date => DateOnly.Parse(date.GetString()!)).ToArray();
        Assert.Equal(100, dates.Length);
        Assert.Equal(dates.Distinct().Order(), dates);
    }
}
