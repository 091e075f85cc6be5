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

    private readonly Dictionary<(string Client, string? User, string? Location), string> _tokens = [];

    public static TheoryData<string> Requests => [.. AccessTable.Rows.Select(row => row.Name)];

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
        var row = AccessTable.Rows.Single(row => row.Name == request);
        using var stranger = world.Host.CreateStranger();
        var combinations =
            from client in world.Clients.Keys
            from user in Users
            from location in Locations
            select (client, user, location);

        var before = await world.LookAsync();
        foreach (var (client, user, location) in combinations)
        {
            var answer = await SendAsync(stranger, row.Request, client, user, location, row.Of, before);
            var after = row.IsWrite ? await world.LookAsync() : before;
            var who = $"{client} for {user ?? "nobody at all"} at {location ?? "nowhere"}";
            Assert.Equal(
                $"{who}: {row.Expected(client, user, location)} {row.Change(client, user, location)}",
                $"{who}: {Told(answer)} {Difference(before, after)}");

            if (row.Target is { } changed && Difference(before, after) != "")
            {
                // What it changed is as it was for the next.
                await world.SetUpAsync(changed);
                after = await world.LookAsync();
            }

            before = after;
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

    /// <summary>What came, went or was changed in the world.</summary>
    private static string Difference(
        IReadOnlyDictionary<string, (long Version, string What)> before, IReadOnlyDictionary<string, (long Version, string What)> after)
    {
        var gone = before.Keys.Except(after.Keys, StringComparer.Ordinal).Select(name => $"- {name}");
        var come = after.Where(row => !before.ContainsKey(row.Key)).Select(row => $"+ {row.Value.What}");
        var changed = after
            .Where(row => before.TryGetValue(row.Key, out var former) && former != row.Value)
            .Select(row => $"~ {row.Key} {row.Value.What}");
        return string.Join(", ", [.. gone, .. come, .. changed]);
    }

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

    private async Task<Answer> SendAsync(HttpClient http, string request, string client, string? user, string? location) =>
        await SendAsync(http, request, client, user, location, of: "", await world.LookAsync());

    private async Task<Answer> SendAsync(
        HttpClient http,
        string request,
        string client,
        string? user,
        string? location,
        string of,
        IReadOnlyDictionary<string, (long Version, string What)> now)
    {
        var (method, template) = (request.Split(' ')[0], request.Split(' ')[1]);
        var message = new HttpRequestMessage(HttpMethod.Parse(method), world.Path(template));
        message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {TokenOf(method == "GET", client, user, location)}");
        var name = template.Split('/')[^1];
        if (method == "POST")
        {
            message.Headers.TryAddWithoutValidation("Idempotency-Key", $"{Guid.NewGuid()}");
        }
        else if (method != "GET")
        {
            message.Headers.TryAddWithoutValidation("If-Match", $"\"{(now.TryGetValue(name, out var row) ? row.Version : 1)}\"");
        }

        if (method is "POST" or "PUT" or "PATCH")
        {
            var mediaType = method == "PATCH" ? "application/merge-patch+json" : "application/json";
            message.Content = new StringContent(Body(method, template.Split('/')[1], name, of), Encoding.UTF8, mediaType);
        }

        return await http.AskAsync(message);
    }

    /// <summary>A write spends its token; reads share one, as app servers do.</summary>
    private string TokenOf(bool isRead, string client, string? user, string? location)
    {
        if (!isRead || !_tokens.TryGetValue((client, user, location), out var token))
        {
            token = world.Clients[client].Sign(user, location, world.Host.Clock);
            _tokens[(client, user, location)] = token;
        }

        return token;
    }

    private string Body(string method, string collection, string name, string of) => (method, collection) switch
    {
        ("POST", "payoffs") => Drafts.Payoff(null, ("location_id", of)),
        ("PUT", "payoffs") => Drafts.Payoff(world.LoanOf(name), ("location_id", name == "{pb}" ? "9002" : "9001"), ("reason", "cash")),
        ("PATCH", "payoffs") => """{"reason":"cash"}""",
        ("PATCH", _) => """{"name":"other"}""",
        _ => """{"name":"other","document":{}}""",
    };
}
