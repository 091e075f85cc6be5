using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Holidays;

[Collection(ApiCollection.Name)]
public sealed class HolidayTests(SqliteApiHost host)
{
    private const string Path = "/api/v1/holidays";

    [Fact]
    public async Task ListHolidays_2021_IncludesTheLastDayOfTheYear()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"{Path}?year=2021");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            """{"date":"2022-01-01","observed_date":"2021-12-31","name":"New Year's Day","scope":"federal"}""",
            answer.Json.GetProperty("data").EnumerateArray().Last().GetRawText());
        Assert.Equal("max-age=30, private", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task ListHolidays_WithoutParameters_IsTheYearOfTheClock()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync(Path);
        var year = await client.GetAnswerAsync($"{Path}?year=2027");
        Assert.Equal(12, Dates(answer).Length);
        Assert.Equal(year.Header("ETag"), answer.Header("ETag"));
    }

    [Theory]
    [InlineData("date=2025-01-20", "2025-01-20", "2025-01-20")]
    [InlineData("date[eq]=2027-07-04", "2027-07-04")]
    [InlineData("date%5Bgte%5D=2027-11-11&date%5Blte%5D=2027-12-25", "2027-11-11", "2027-11-25", "2027-12-25")]
    [InlineData("date[gt]=2027-11-11&date[lt]=2027-12-25", "2027-11-25")]
    [InlineData("year=2027&date[gte]=2027-12-01&calendar=federal", "2027-12-25", "2028-01-01")]
    [InlineData("year=2027&date[gte]=2027-11-01&calendar=fedwire", "2027-11-11", "2027-11-25")]
    [InlineData("date=2027-07-05")]
    [InlineData("date[lt]=1986-01-01")]
    public async Task ListHolidays_Filters_GiveTheDates(string query, params string[] dates)
    {
        using var client = host.CreateClient();
        Assert.Equal(dates, Dates(await client.GetAnswerAsync($"{Path}?{query}")));
    }

    [Fact]
    public async Task ListHolidays_AllYearsByCursor_HasEachOnceInOrder()
    {
        using var client = host.CreateClient();
        var rows = new List<string>();
        var path = $"{Path}?date[gte]=1986-01-01&limit=500";
        while (path is not null)
        {
            var page = await client.GetAnswerAsync(path);
            rows.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(row => $"{row.GetProperty("date")} {row.GetProperty("name")}"));
            path = page.Json.TryGetProperty("next_cursor", out var cursor) ? $"{Path}?date[gte]=1986-01-01&limit=500&cursor={cursor}" : null;
        }

        // 115 years of ten holidays, 80 of Juneteenth from 2021, and 28 inaugurations from 1989 to 2097.
        Assert.Equal(1150 + 80 + 28, rows.Count);
        Assert.Equal(rows.Distinct().Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public async Task ListHolidays_CursorOfAnotherYear_IsRefused()
    {
        using var client = host.CreateClient();
        var page = await client.GetAnswerAsync($"{Path}?year=2027&limit=1");
        var answer = await client.GetAnswerAsync($"{Path}?year=2028&limit=1&cursor={page.Json.GetProperty("next_cursor")}");
        Assert.Equal(["cursor invalid_cursor"], answer.Errors);
    }

    [Theory]
    [InlineData("year=1985", "year out_of_range")]
    [InlineData("year=2101", "year out_of_range")]
    [InlineData("year=MMXXVII", "year out_of_range")]
    [InlineData("date=1985-12-31", "date invalid_format")]
    [InlineData("date[gte]=2101-01-01", "date[gte] invalid_format")]
    [InlineData("date=2027-02-30", "date invalid_format")]
    [InlineData("date=2027-7-4", "date invalid_format")]
    [InlineData("calendar=Federal", "calendar invalid_value")]
    [InlineData("calendar=nyse&year=1", "calendar invalid_value", "year out_of_range")]
    [InlineData("date[near]=2027-07-04", "date[near] unknown_parameter")]
    [InlineData("year=2027&year=2028", "year duplicate_parameter")]
    public async Task ListHolidays_BadParameter_IsNamed(string query, params string[] errors)
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync($"{Path}?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_parameter"), (answer.Status, answer.Code));
        Assert.Equal(errors, answer.Errors);
    }

    private static string[] Dates(Answer answer) =>
        [.. answer.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("date").GetString()!)];
}
