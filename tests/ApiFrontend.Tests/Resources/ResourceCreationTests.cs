using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using static LoApi.ApiFrontend.Tests.Fixtures.ResourceDrafts;

namespace LoApi.ApiFrontend.Tests.Resources;

public abstract class ResourceCreationTests(ApiHost host) : IDisposable
{
    private readonly HttpClient _client = host.CreateClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task CreateResource_SoundDraft_IsCreatedAndCanBeRead()
    {
        var created = await _client.PostResourceAsync("""{"name":"Zoë's \"layout\"","document":{"a":1}}""");
        Assert.Equal((HttpStatusCode.Created, "\"1\"", null), (created.Status, created.Header("ETag"), created.Header("Idempotent-Replayed")));
        Assert.Equal("no-cache, private", created.Header("Cache-Control"));
        Assert.Matches(
            """^\{"id":"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}","name":"Zoë's \\"layout\\"","document":\{"a":1\},"created_at":"2027-01-04T15:[0-9:.]+Z","updated_at":"2027-01-04T15:[0-9:.]+Z","version":1\}$""",
            created.Text);

        var id = created.Json.GetProperty("id").GetString();
        Assert.Equal($"https://loapi.example.gov{ResourcePath}/{id}", created.Header("Location"));
        var read = await _client.GetAnswerAsync($"{ResourcePath}/{id}");
        Assert.Equal((HttpStatusCode.OK, created.Text, "\"1\""), (read.Status, read.Text, read.Header("ETag")));
        Assert.Equal("application/merge-patch+json, application/json", read.Header("Accept-Patch"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"":null,"b":[],"a":{"b":{}}}""")]
    [InlineData("""{"n":[0,-0,0.10,1e400,123456789012345678901234567890]}""")]
    [InlineData("""{"text":"Ünï中文 \"'; DROP TABLE LO_RESOURCE --\\ <script> \r\n\t"}""")]
    [InlineData("""{"id":1,"version":2,"unknown":{"name":3}}""")]
    [InlineData("""{"d":[[[[[[[[[[[[[1]]]]]]]]]]]]]}""")]
    public async Task CreateResource_AnyDocument_ComesBackAsItWasSent(string document)
    {
        var name = NewName();
        var created = await _client.PostResourceAsync(Draft(document, name));
        Assert.Equal((HttpStatusCode.Created, document), (created.Status, created.Json.GetProperty("document").GetRawText()));

        // A list is never answered from a grain's memory.
        var listed = await _client.GetAnswerAsync($"{ResourcePath}?name={Uri.EscapeDataString(name)}");
        Assert.Equal(document, listed.Json.GetProperty("data")[0].GetProperty("document").GetRawText());
    }

    [Fact]
    public async Task CreateResource_SpacedAndEscapedDocument_IsKeptInOneSpelling()
    {
        var created = await _client.PostResourceAsync(Draft("""{ "b" : "\u0041\/🏦", "a" : [ 1 , 2 ] }"""));
        Assert.Equal("""{"b":"A/\uD83C\uDFE6","a":[1,2]}""", created.Json.GetProperty("document").GetRawText());
    }

    [Theory]
    [InlineData("""{"document":{}}""", "validation_failed", "/name required")]
    [InlineData("""{"name":null,"document":null}""", "validation_failed", "/document required", "/name required")]
    [InlineData("""{"name":"","document":{}}""", "validation_failed", "/name too_short")]
    [InlineData("""{"name":"a\nb","document":{}}""", "invalid_body", "/name invalid_format")]
    [InlineData("""{"name":"a","document":[]}""", "invalid_body", "/document wrong_type")]
    [InlineData("""{"name":"a","document":"{}"}""", "invalid_body", "/document wrong_type")]
    [InlineData("""{"name":1,"document":1}""", "invalid_body", "/document wrong_type", "/name wrong_type")]
    [InlineData("""{"name":"a","document":{"a":1,"b":{"c":[{"d":1,"d":2}]},"a":2}}""", "invalid_body", "/document/a duplicate_member", "/document/b/c/0/d duplicate_member")]
    [InlineData("""{"name":"a","document":{"a":"\ud800","\udc00":1,"c/~":"\u0000"}}""", "invalid_body", "/document/? invalid_format", "/document/a invalid_format", "/document/c~1~0 invalid_format")]
    [InlineData("""{"name":"a","document":{},"colour":1,"client_id":"x"}""", "invalid_body", "/client_id unknown_member", "/colour unknown_member")]
    [InlineData("""{"name":"a","document":{},"id":"3f2504e0-4f89-81d3-9a0c-0305e82c3301","version":1,"created_at":"2027-01-01T00:00:00Z","updated_at":"2027-01-01T00:00:00Z"}""", "validation_failed", "/created_at read_only", "/id read_only", "/updated_at read_only", "/version read_only")]
    [InlineData("""{"name":"a","name":"b","document":7,"version":1,"updated_at":"now","colour":1}""", "invalid_body", "/colour unknown_member", "/document wrong_type", "/name duplicate_member", "/updated_at invalid_format", "/version read_only")]
    public async Task CreateResource_Faults_AreToldAtOnce(string draft, string code, params string[] errors)
    {
        var refused = await _client.PostResourceAsync(draft);
        Assert.Equal((code == "invalid_body" ? HttpStatusCode.BadRequest : HttpStatusCode.UnprocessableEntity, code), (refused.Status, refused.Code));
        Assert.Equal(errors, refused.Errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Created)]
    [InlineData(101, HttpStatusCode.UnprocessableEntity)]
    public async Task CreateResource_NameLength_IsHeldAtItsBound(int length, HttpStatusCode status) =>
        Assert.Equal(status, (await _client.PostResourceAsync(Draft(name: new string('é', length)))).Status);

    [Theory]
    [InlineData(61_440, HttpStatusCode.Created, null)]
    [InlineData(61_441, HttpStatusCode.UnprocessableEntity, "validation_failed")]
    [InlineData(65_536, HttpStatusCode.RequestEntityTooLarge, "body_too_large")]
    public async Task CreateResource_DocumentSize_IsHeldAtItsBound(int bytes, HttpStatusCode status, string? code)
    {
        var answer = await _client.PostResourceAsync(Draft($$"""{"t":"{{new string('x', bytes - 8)}}"}"""));
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(15, HttpStatusCode.Created)]
    [InlineData(16, HttpStatusCode.BadRequest)]
    public async Task CreateResource_DocumentDepth_IsHeldAtItsBound(int depth, HttpStatusCode status)
    {
        var answer = await _client.PostResourceAsync(Draft($$"""{"d":{{new string('[', depth - 1) + new string(']', depth - 1)}} }"""));
        Assert.Equal((status, status == HttpStatusCode.Created ? null : "malformed_json"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task CreateResource_SameRequestSpelledOtherwise_IsReplayed()
    {
        var (name, key) = (NewName(), NewKey());
        var first = await _client.PostResourceAsync($$$"""{"name":"{{{name}}}","document":{"a":[{"x":1,"y":"A"}],"b":2}}""", key);
        var second = await _client.PostResourceAsync($$"""{ "document": {"b":2, "a":[{"y":"\u0041","x":1}]}, "version": null, "name":"{{name}}" }""", $"\"{key}\"");
        Assert.Equal((HttpStatusCode.Created, first.Text, "true"), (second.Status, second.Text, second.Header("Idempotent-Replayed")));
        Assert.Equal(first.Header("Location"), second.Header("Location"));
    }

    [Fact]
    public async Task CreateResource_SameKeyOtherRequest_IsRefused()
    {
        var (name, key) = (NewName(), NewKey());
        await _client.PostResourceAsync(Draft("""{"a":null}""", name), key);
        foreach (var draft in (string[])[Draft("{}", name), Draft("""{"a":null}""")])
        {
            var second = await _client.PostResourceAsync(draft, key);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (second.Status, second.Code));
        }
    }

    [Fact]
    public async Task CreateResource_KeyOfAPayoff_IsRefused()
    {
        var key = NewKey();
        using var user = host.CreateClient("1", "1");
        await user.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", key));
        var refused = await user.PostResourceAsync(Draft(), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task CreateResource_RefusedDraft_LeavesItsKeyFree()
    {
        var key = NewKey();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _client.PostResourceAsync("""{"name":"a"}""", key)).Status);
        Assert.Equal(HttpStatusCode.Created, (await _client.PostResourceAsync(Draft(), key)).Status);
    }

    [Fact]
    public async Task CreateResource_HundredAtOnceWithOneKey_IsOneResource()
    {
        var (draft, key) = (Draft(), NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _client.PostResourceAsync(draft, key)));
        Assert.Equal([HttpStatusCode.Created], answers.Select(answer => answer.Status).Distinct());
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
    }

    [Fact]
    public async Task CreateResource_NoKey_IsRefused()
    {
        var refused = await _client.PostAnswerAsync(ResourcePath, Draft());
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_missing"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("PUT", ResourcePath, "GET, HEAD, OPTIONS, POST")]
    [InlineData("PATCH", ResourcePath, "GET, HEAD, OPTIONS, POST")]
    [InlineData("POST", $"{ResourcePath}/3f2504e0-4f89-81d3-9a0c-0305e82c3301", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")]
    public async Task Resource_OtherMethod_IsRefusedWithThoseThatAreAllowed(string method, string path, string allowed)
    {
        var refused = await _client.ChangeAsync(new HttpMethod(method), path, "*", "{}", "application/json");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method_not_allowed"), (refused.Status, refused.Code));
        Assert.Equal(allowed, string.Join(", ", refused.Header("Allow")!.Split(", ").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task CreateResource_OtherMediaType_IsRefused()
    {
        var refused = await _client.ChangeAsync(HttpMethod.Post, ResourcePath, ifMatch: null, Draft(), "text/plain", ("Idempotency-Key", NewKey()));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), (refused.Status, refused.Code));
    }
}
