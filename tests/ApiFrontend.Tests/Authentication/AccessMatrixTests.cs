using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>Every endpoint, by every client, for every user at every location, held against <see cref="AccessTable"/>.</summary>
public sealed partial class AccessMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly string?[] Users = [null, "ua", "ub", "uab", "uoff", "nobody", "../ua"];

    private static readonly string?[] Locations = [null, "9001", "9002", "9003"];

    public static TheoryData<string> Requests => [.. AccessTable.Rows.Select(row => row.Request)];

    [Fact]
    public void Table_Endpoints_AreAllThatThereAre()
    {
        var endpoints = world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<Access>() is not null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);
        Assert.Equal(endpoints.ToHashSet().Order(StringComparer.Ordinal), AccessTable.Rows.Select(row => row.Endpoint).ToHashSet().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Request_ByAnybodyForAnybody_EndsAsTheTableSays(string request)
    {
        var row = AccessTable.Rows.Single(row => row.Request == request);
        using var stranger = world.Host.CreateStranger();
        var combinations =
            from client in world.Clients.Keys
            from user in Users
            from location in Locations
            select (client, user, location);

        foreach (var (client, user, location) in combinations)
        {
            var answer = await SendAsync(stranger, row.Request, client, user, location);
            Assert.Equal(
                $"{client} for {user ?? "nobody at all"} at {location ?? "nowhere"}: {row.Expected(client, user, location)}",
                $"{client} for {user ?? "nobody at all"} at {location ?? "nowhere"}: {Told(answer)}");
        }
    }

    [Theory]
    [InlineData("GET /locations/9002", "GET /locations/9003")]
    [InlineData("GET /users/ub", "GET /users/nobody")]
    [InlineData("GET /users?location-id=9002", "GET /users?location-id=9003")]
    [InlineData("GET /payoffs/{pb}", "GET /payoffs/{none}")]
    [InlineData("PUT /payoffs/{pb}", "PUT /payoffs/{none}")]
    [InlineData("PATCH /payoffs/{pb}", "PATCH /payoffs/{none}")]
    [InlineData("DELETE /payoffs/{pb}", "DELETE /payoffs/{none}")]
    public async Task Request_OfAnotherTenant_IsAnsweredLikeWhatIsNotThere(string existing, string absent)
    {
        using var stranger = world.Host.CreateStranger();
        Assert.Equal(
            Comparable(await SendAsync(stranger, absent, "all", "ua", "9001")),
            Comparable(await SendAsync(stranger, existing, "all", "ua", "9001")));
    }

    [Theory]
    [InlineData("GET /resource/{r}", "GET /resource/{none}")]
    [InlineData("PUT /resource/{r}", "PUT /resource/{none}")]
    [InlineData("PATCH /resource/{r}", "PATCH /resource/{none}")]
    [InlineData("DELETE /resource/{r}", "DELETE /resource/{none}")]
    public async Task Request_OfAnotherClient_IsAnsweredLikeWhatIsNotThere(string existing, string absent)
    {
        using var stranger = world.Host.CreateStranger();
        var client = existing.StartsWith("GET", StringComparison.Ordinal) ? "resource:read" : "resource:write";
        Assert.Equal(
            Comparable(await SendAsync(stranger, absent, client, null, null)),
            Comparable(await SendAsync(stranger, existing, client, null, null)));
    }

    [Theory]
    [InlineData("ua", "9001", "{pa}")]
    [InlineData("ub", "9002", "{pb}")]
    [InlineData("uab", "9001 9002", "{pa} {pb}")]
    public async Task Lists_OfAUser_HoldItsOwnAndNothingElse(string user, string locations, string payoffs)
    {
        using var stranger = world.Host.CreateStranger();
        Assert.Equal(locations.Split(' '), Ids(await SendAsync(stranger, "GET /locations", "all", user, null)));
        Assert.Equal(
            payoffs.Split(' ').Select(id => world.Path(id)["/api/v1".Length..]).Order(StringComparer.Ordinal),
            Ids(await SendAsync(stranger, "GET /payoffs", "all", user, null)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task User_SeenByAnother_ShowsOnlyWhatTheyShare()
    {
        using var stranger = world.Host.CreateStranger();
        foreach (var path in (string[])["GET /users/uab", "GET /users?location-id=9001"])
        {
            var answer = await SendAsync(stranger, path, "all", "ua", null);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Contains("9001", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("9002", answer.Text, StringComparison.Ordinal);
        }
    }

    private static string Told(Answer answer) => answer.Code is { } code ? $"{(int)answer.Status} {code}" : $"{(int)answer.Status}";

    private static IEnumerable<string> Ids(Answer list) =>
        list.Json.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!);

    /// <summary>All of an answer but what names the request itself.</summary>
    private static string Comparable(Answer answer)
    {
        var headers = answer.Message.Headers.Concat(answer.Message.Content.Headers)
            .Where(header => header.Key.ToUpperInvariant() is not ("X-REQUEST-ID" or "DATE" or "CONTENT-LENGTH"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return $"{(int)answer.Status}\n{string.Join('\n', headers)}\n{OfTheRequest().Replace(answer.Text, "")}";
    }

    [GeneratedRegex("\"(instance|request_id)\":\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfTheRequest();

    private async Task<Answer> SendAsync(HttpClient http, string request, string client, string? user, string? location)
    {
        var (method, template) = (request.Split(' ')[0], request.Split(' ')[1]);
        var message = new HttpRequestMessage(HttpMethod.Parse(method), world.Path(template));
        message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {world.Clients[client].Sign(user, location, world.Host.Clock)}");
        if (method is "PUT" or "PATCH" or "DELETE")
        {
            message.Headers.TryAddWithoutValidation("If-Match", "\"999\"");
        }

        if (method is "PUT" or "PATCH")
        {
            message.Content = new StringContent(Body(method, template), Encoding.UTF8, "application/json");
        }

        return await http.AskAsync(message);
    }

    private static string Body(string method, string template) => (method, template.Split('/')[1]) switch
    {
        ("PUT", "payoffs") => Drafts.Payoff("1234567801", ("location_id", template.Contains("{pb}", StringComparison.Ordinal) ? "9002" : "9001")),
        ("PUT", _) => """{"name":"other","document":{}}""",
        (_, "payoffs") => """{"reason":"cash"}""",
        _ => """{"name":"other"}""",
    };
}
