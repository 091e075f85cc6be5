using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Locations;

[Collection(ApiCollection.Name)]
public sealed class LocationTests(SqliteApiHost host)
{
    [Fact]
    public async Task ListLocations_User_SeesItsOwnOnly()
    {
        using var client = host.CreateClient("1");
        var ids = await IdsAsync(client);
        Assert.Contains("1", ids);
        Assert.InRange(ids.Length, 1, 3);
    }

    [Fact]
    public async Task GetLocation_Own_IsTheWholeModel()
    {
        using var client = host.CreateClient("1");
        var location = await client.GetAnswerAsync("/api/v1/locations/1");
        Assert.Equal(HttpStatusCode.OK, location.Status);
        Assert.Equal(
            ["id", "partner_name", "name", "type", "address", "phone", "active"],
            location.Json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task GetLocation_Foreign_IsToldLikeOneThatIsNotThere()
    {
        using var client = host.CreateClient("1");
        var own = await IdsAsync(client);
        var foreign = Enumerable.Range(1, 200).Select(id => $"{id}").First(id => !own.Contains(id));
        var hidden = await client.GetAnswerAsync($"/api/v1/locations/{foreign}");
        var missing = await client.GetAnswerAsync("/api/v1/locations/9999999");
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (hidden.Status, hidden.Code));
        Assert.Equal(missing.Json.GetProperty("detail").GetString(), hidden.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task ListLocations_NoUser_AsksForTheContext()
    {
        using var client = host.CreateClient();
        var answer = await client.GetAnswerAsync("/api/v1/locations");
        Assert.Equal((HttpStatusCode.BadRequest, "context_required"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("1001")]
    [InlineData("nobody")]
    [InlineData("' or 1=1 --")]
    public async Task ListLocations_UnknownUser_IsForbidden(string user)
    {
        using var client = host.CreateClient(user);
        var answer = await client.GetAnswerAsync("/api/v1/locations");
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
    }

    private static async Task<string[]> IdsAsync(HttpClient client)
    {
        var page = await client.GetAnswerAsync("/api/v1/locations?limit=500");
        return [.. page.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
    }
}
