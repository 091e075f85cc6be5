using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Fixtures;
using static LoApi.ApiFrontend.Tests.Fixtures.ResourceDrafts;

namespace LoApi.ApiFrontend.Tests.Resources;

public abstract class ResourceListTests(ApiHost host) : IDisposable
{
    private readonly HttpClient _client = host.CreateClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ListResources_ByPrefix_AreWalkedNewestFirstByLink()
    {
        var prefix = NewName();
        var created = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            created.Insert(0, (await _client.CreateResourceAsync(name: $"{prefix}-{i}")).Path[(ResourcePath.Length + 1)..]);
        }

        var seen = new List<string>();
        var next = $"{ResourcePath}?name[prefix]={Uri.EscapeDataString(prefix)}&limit=2&count=true";
        while (next is not null)
        {
            var page = await _client.GetAnswerAsync(next);
            Assert.Equal((HttpStatusCode.OK, 5), (page.Status, page.Json.GetProperty("total").GetInt32()));
            seen.AddRange(Ids(page));
            next = page.Header("Link")?.Split('<', '>')[1]["https://loapi.example.gov".Length..];
            Assert.Equal(next is not null, page.Json.TryGetProperty("next_cursor", out _));
        }

        Assert.Equal(created, seen);
    }

    [Fact]
    public async Task ListResources_SortedAndFiltered_AreThoseThatMeetIt()
    {
        var prefix = NewName();
        string[] names = [$"{prefix} b", $"{prefix} C", $"{prefix} a"];
        foreach (var name in names)
        {
            await _client.CreateResourceAsync(name: name);
        }

        var byName = await _client.GetAnswerAsync($"{ResourcePath}?name[prefix]={Uri.EscapeDataString(prefix)}&sort=name,-created_at");
        Assert.Equal([names[1], names[2], names[0]], Rows(byName).Select(row => row.GetProperty("name").GetString()));
        var first = Rows(byName)[2].GetProperty("created_at").GetString();
        var later = await _client.GetAnswerAsync($"{ResourcePath}?name[in]={string.Join(',', names.Select(Uri.EscapeDataString))}&created-at[gt]={first}&sort=created_at");
        Assert.Equal([names[1], names[2]], Rows(later).Select(row => row.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("document=1", "document unknown_parameter")]
    [InlineData("client_id=1", "client_id unknown_parameter")]
    [InlineData("sort=updated_at", "sort invalid_value")]
    [InlineData("name[gt]=a", "name[gt] unknown_parameter")]
    [InlineData("created_at[gte]=2027-01-01", "created_at[gte] invalid_format")]
    [InlineData("limit=501", "limit out_of_range")]
    public async Task ListResources_BadQuery_IsNamed(string query, string error)
    {
        var refused = await _client.GetAnswerAsync($"{ResourcePath}?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_parameter"), (refused.Status, refused.Code));
        Assert.Equal([error], refused.Errors);
    }

    [Fact]
    public async Task Resource_OfAnotherClient_IsNotThere()
    {
        var (name, key) = (NewName(), NewKey());
        var own = await _client.PostResourceAsync(Draft(name: name), key);
        using var other = host.CreateClient(host.OtherTests);
        var theirs = await other.PostResourceAsync(Draft(name: name), key); // Keys are each client's own, too.
        Assert.Equal((HttpStatusCode.Created, null), (theirs.Status, theirs.Header("Idempotent-Replayed")));

        var path = $"{ResourcePath}/{theirs.Json.GetProperty("id")}";
        Answer[] answers =
        [
            await _client.GetAnswerAsync(path),
            await _client.PutAnswerAsync(path, "\"1\"", Draft()),
            await _client.PatchAnswerAsync(path, "*", Patch, ("Idempotency-Key", NewKey())),
            await _client.DeleteAnswerAsync(path, "\"1\""),
        ];
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code)));
        Assert.Equal(theirs.Text, (await other.GetAnswerAsync(path)).Text);

        foreach (var (client, created) in new[] { (_client, own), (other, theirs) })
        {
            var listed = await client.GetAnswerAsync($"{ResourcePath}?name={Uri.EscapeDataString(name)}&count=true");
            Assert.Equal([created.Json.GetProperty("id").GetString()!], Ids(listed));
            Assert.Equal(1, listed.Json.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task Resource_WrittenWithoutTheScope_IsForbidden()
    {
        using var reader = host.CreateClient(host.Reader);
        var (path, _) = await _client.CreateResourceAsync();
        Answer[] refused =
        [
            await reader.PostResourceAsync(Draft()),
            await reader.PutAnswerAsync(path, "*", Draft()),
            await reader.PatchAnswerAsync(path, "*", Patch),
            await reader.DeleteAnswerAsync(path, "*"),
        ];
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.Forbidden, "insufficient_scope"), (answer.Status, answer.Code)));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAnswerAsync(ResourcePath)).Status);
    }

    [Theory]
    [InlineData("/3f2504e0-4f89-81d3-9a0c-0305e82c3301")]
    [InlineData("/3F2504E0")]
    [InlineData("/%7B3f2504e0-4f89-81d3-9a0c-0305e82c3301%7D")]
    public async Task GetResource_NoneOfThatId_IsNotFound(string tail)
    {
        var answer = await _client.GetAnswerAsync(ResourcePath + tail);
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task GetResource_HundredAtOnceOfAGuessedId_AreAllNotFound()
    {
        // Calls that wait for an activation which ends must not be turned away.
        var path = $"{ResourcePath}/{Guid.NewGuid()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _client.GetAnswerAsync(path)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
    }

    [Fact]
    public async Task GetResource_HeldAlready_IsNotModified()
    {
        var (path, resource) = await _client.CreateResourceAsync();
        foreach (var where in (string[])[path, $"{ResourcePath}?name={Uri.EscapeDataString(resource["name"]!.GetValue<string>())}"])
        {
            var tag = (await _client.GetAnswerAsync(where)).Header("ETag")!;
            var unmodified = await _client.GetAnswerAsync(where, ("If-None-Match", $"\"0\", {tag}"));
            Assert.Equal((HttpStatusCode.NotModified, "", tag), (unmodified.Status, unmodified.Text, unmodified.Header("ETag")));
            Assert.Equal(HttpStatusCode.OK, (await _client.GetAnswerAsync(where, ("If-None-Match", "\"0\""))).Status);
        }
    }

    [Fact]
    public async Task GetResource_Head_HasTheHeadersAlone()
    {
        var (path, _) = await _client.CreateResourceAsync();
        foreach (var where in (string[])[path, $"{path}/", ResourcePath])
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, where);
            var head = await _client.AskAsync(request);
            var get = await _client.GetAnswerAsync(where);
            Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
            Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
        }
    }

    private static JsonElement[] Rows(Answer page) => [.. page.Json.GetProperty("data").EnumerateArray()];

    private static string[] Ids(Answer page) => [.. Rows(page).Select(row => row.GetProperty("id").GetString()!)];
}
