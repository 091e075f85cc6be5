using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Users;

[Collection(ApiCollection.Name)]
public sealed class UserTests(SqliteApiHost host)
{
    [Fact]
    public async Task GetUser_Oneself_IsTheWholeModel()
    {
        using var client = host.CreateClient("1");
        var user = await client.GetAnswerAsync("/api/v1/users/1");
        Assert.Equal(HttpStatusCode.OK, user.Status);
        Assert.Equal(
            ["id", "user_name", "first_name", "last_name", "email", "phone", "active", "locations"],
            user.Json.EnumerateObject().Select(member => member.Name));
        Assert.Contains("1", LocationsOf(user.Json));
    }

    [Fact]
    public async Task ListUsers_OfOwnLocation_ShowsOnlySharedLocations()
    {
        using var client = host.CreateClient("1");
        var own = LocationsOf((await client.GetAnswerAsync("/api/v1/users/1")).Json);
        var page = await client.GetAnswerAsync("/api/v1/users?location-id=1&limit=500");
        var users = page.Json.GetProperty("data").EnumerateArray().ToArray();
        Assert.True(users.Length > 1);
        Assert.All(users, user =>
        {
            var locations = LocationsOf(user);
            Assert.Contains("1", locations);
            Assert.Subset(own.ToHashSet(), locations.ToHashSet());
        });
    }

    [Fact]
    public async Task ListUsers_UnderscoreSpelling_IsTheSameList()
    {
        using var client = host.CreateClient("1");
        var hyphen = await client.GetAnswerAsync("/api/v1/users?location-id=1");
        var underscore = await client.GetAnswerAsync("/api/v1/users?location_id=1");
        Assert.Equal(HttpStatusCode.OK, underscore.Status);
        Assert.Equal(hyphen.Header("ETag"), underscore.Header("ETag"));
    }

    [Fact]
    public async Task ListUsers_OfForeignLocation_IsForbiddenWhetherItExistsOrNot()
    {
        using var client = host.CreateClient("1");
        var own = LocationsOf((await client.GetAnswerAsync("/api/v1/users/1")).Json);
        var foreign = Enumerable.Range(1, 200).Select(id => $"{id}").First(id => !own.Contains(id));
        var hidden = await client.GetAnswerAsync($"/api/v1/users?location-id={foreign}");
        var missing = await client.GetAnswerAsync("/api/v1/users?location-id=9999999");
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (hidden.Status, hidden.Code));
        Assert.Equal((missing.Status, missing.Code), (hidden.Status, hidden.Code));
    }

    [Theory]
    [InlineData("/api/v1/users", "location-id required")]
    [InlineData("/api/v1/users?location-id=", "location-id required")]
    [InlineData("/api/v1/users?location-id=abc", "location-id invalid_format")]
    [InlineData("/api/v1/users?location-id=12345678", "location-id invalid_format")]
    [InlineData("/api/v1/users?location-id=1&location_id=1", "location-id duplicate_parameter")]
    [InlineData("/api/v1/users?location-id=1&colour=red", "colour unknown_parameter")]
    [InlineData("/api/v1/users?location-id=1&limit=0", "limit out_of_range")]
    [InlineData("/api/v1/users?location-id=1&limit=501", "limit out_of_range")]
    [InlineData("/api/v1/users?location-id=1&limit=1e2", "limit out_of_range")]
    [InlineData("/api/v1/users?location-id=1&limit=50%00", "limit out_of_range")]
    [InlineData("/api/v1/users?location-id=1&limit=", "limit out_of_range")]
    [InlineData("/api/v1/users?location-id=1&cursor=AAAA", "cursor invalid_cursor")]
    [InlineData("/api/v1/users?location-id=1&cursor=", "cursor invalid_cursor")]
    [InlineData("/api/v1/users?location-id=1&count=yes", "count invalid_value")]
    [InlineData("/api/v1/users?location-id=1&sort=phone", "sort invalid_value")]
    [InlineData("/api/v1/users?location-id=1&sort=id,-id", "sort invalid_value")]
    [InlineData("/api/v1/users?location-id=1&sort=", "sort invalid_value")]
    [InlineData("/api/v1/users?location-id=1&active=yes", "active invalid_value")]
    [InlineData("/api/v1/users?location-id=1&active[in]=true", "active[in] unknown_parameter")]
    [InlineData("/api/v1/users?location-id=1&email=a@b", "email unknown_parameter")]
    [InlineData("/api/v1/users?location-id=1&last_name=a&last-name[eq]=b", "last-name[eq] duplicate_parameter")]
    [InlineData("/api/v1/users?location-id=1&id[in]=1,,2", "id[in] invalid_format")]
    public async Task ListUsers_BadParameter_IsNamed(string path, string error)
    {
        using var client = host.CreateClient("1");
        var answer = await client.GetAnswerAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_parameter"), (answer.Status, answer.Code));
        Assert.Equal([error], answer.Errors);
    }

    [Fact]
    public async Task ListUsers_CursorOfAnotherLocation_IsRefused()
    {
        using var client = host.CreateClient("1");
        var own = LocationsOf((await client.GetAnswerAsync("/api/v1/users/1")).Json);
        Assert.True(own.Length > 1);
        var page = await client.GetAnswerAsync($"/api/v1/users?location-id={own[0]}&limit=1");
        var cursor = page.Json.GetProperty("next_cursor").GetString();
        var next = await client.GetAnswerAsync($"/api/v1/users?location-id={own[0]}&limit=1&cursor={cursor}");
        var other = await client.GetAnswerAsync($"/api/v1/users?location-id={own[1]}&limit=1&cursor={cursor}");
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.Equal(["cursor invalid_cursor"], other.Errors);
    }

    [Fact]
    public async Task GetUser_WhoSharesNoLocation_IsToldLikeOneWhoIsNotThere()
    {
        using var client = host.CreateClient("1");
        var seen = (await client.GetAnswerAsync("/api/v1/users?location-id=1&limit=500")).Json
            .GetProperty("data").EnumerateArray().Select(user => user.GetProperty("id").GetString()).ToHashSet();
        var missing = await client.GetAnswerAsync("/api/v1/users/100000");
        var hidden = new List<Answer>();
        foreach (var id in Enumerable.Range(1, 50).Select(id => $"{id}").Where(id => !seen.Contains(id)))
        {
            hidden.Add(await client.GetAnswerAsync($"/api/v1/users/{id}"));
        }

        var notFound = hidden.Where(answer => answer.Status == HttpStatusCode.NotFound).ToArray();
        Assert.NotEmpty(notFound);
        Assert.All(notFound, answer => Assert.Equal(
            missing.Json.GetProperty("detail").GetString(), answer.Json.GetProperty("detail").GetString()));
    }

    private static string[] LocationsOf(JsonElement user) =>
        [.. user.GetProperty("locations").EnumerateArray().Select(membership => membership.GetProperty("location_id").GetString()!)];
}
