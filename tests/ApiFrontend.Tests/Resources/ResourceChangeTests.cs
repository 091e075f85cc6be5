using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Json;
using LoApi.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using static LoApi.ApiFrontend.Tests.Fixtures.ResourceDrafts;

namespace LoApi.ApiFrontend.Tests.Resources;

public abstract class ResourceChangeTests(ApiHost host) : IDisposable
{
    private readonly HttpClient _client = host.CreateClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task PatchResource_Document_IsMergedMemberByMember()
    {
        var (path, before) = await _client.CreateResourceAsync("""{"a":{"x":1,"y":[1,2],"z":null},"b":"B","c":3}""");
        var changed = await _client.PatchAnswerAsync(path, "\"1\"", """{"document":{"a":{"x":null,"y":[null,{"q":null}],"w":{"v":null}},"c":{"d":{"e":null}},"n":null}}""");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.Status, changed.Header("ETag")));
        Assert.Equal(
            """{"a":{"y":[null,{"q":null}],"z":null,"w":{}},"b":"B","c":{"d":{}}}""",
            changed.Json.GetProperty("document").GetRawText());
        Assert.Equal(before["name"]!.GetValue<string>(), changed.Json.GetProperty("name").GetString());
        await AssertStoredAsync(path, changed);
    }

    [Fact]
    public async Task PatchResource_Name_LeavesTheDocument()
    {
        var (path, before) = await _client.CreateResourceAsync("""{"n":[1.50,1e400]}""");
        var name = NewName();
        var changed = await _client.PatchAnswerAsync(path, "\"1\"", $$"""{"name":"{{name}}","version":1,"id":"{{before["id"]}}"}""");
        Assert.Equal((HttpStatusCode.OK, name, 2), (changed.Status, changed.Json.GetProperty("name").GetString(), changed.Json.GetProperty("version").GetInt32()));
        Assert.Equal("""{"n":[1.50,1e400]}""", changed.Json.GetProperty("document").GetRawText());
        Assert.Equal(before["created_at"]!.GetValue<string>(), changed.Json.GetProperty("created_at").GetString());
        await AssertStoredAsync(path, changed);
    }

    [Theory]
    [InlineData("""{"name":null}""", "validation_failed", "/name required")]
    [InlineData("""{"document":null}""", "validation_failed", "/document required")]
    [InlineData("""{"version":null}""", "validation_failed", "/version read_only")]
    [InlineData("""{"version":2,"id":"3f2504e0-4f89-81d3-9a0c-0305e82c3301","created_at":null}""", "validation_failed", "/created_at read_only", "/id read_only", "/version read_only")]
    [InlineData("""{"document":[1]}""", "invalid_body", "/document wrong_type")]
    [InlineData("""{"document":{"a":{"b":1,"b":2}},"version":3,"x":1}""", "invalid_body", "/document/a/b duplicate_member", "/version read_only", "/x unknown_member")]
    [InlineData("[]", "invalid_body", " wrong_type")]
    [InlineData("null", "invalid_body", " wrong_type")]
    public async Task PatchResource_Faults_AreToldAtOnceAndNothingChanges(string patch, string code, params string[] errors)
    {
        var (path, before) = await _client.CreateResourceAsync();
        var refused = await _client.PatchAnswerAsync(path, "\"1\"", patch);
        Assert.Equal((code == "invalid_body" ? HttpStatusCode.BadRequest : HttpStatusCode.UnprocessableEntity, code), (refused.Status, refused.Code));
        Assert.Equal(errors, refused.Errors.Order(StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(before, JsonNode.Parse((await _client.GetAnswerAsync(path)).Text)));
    }

    [Fact]
    public async Task PatchResource_DocumentThatOutgrowsItsBound_IsRefused()
    {
        var (path, _) = await _client.CreateResourceAsync($$"""{"a":"{{new string('x', 40_000)}}"}""");
        var refused = await _client.PatchAnswerAsync(path, "\"1\"", $$$"""{"document":{"b":"{{{new string('x', 40_000)}}}"}}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (refused.Status, refused.Code));
        Assert.Equal(["/document too_long"], refused.Errors);
    }

    [Fact]
    public async Task PatchResource_ManyMembersOntoMany_IsMerged()
    {
        var (path, _) = await _client.CreateResourceAsync("{" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"m{i}\":1")) + "}");
        var patch = "{\"document\":{" + string.Join(',', Enumerable.Range(0, 4_999).Select(i => $"\"m{i}\":null")) + "}}";
        Assert.Equal("""{"m4999":1}""", (await _client.PatchAnswerAsync(path, "\"1\"", patch)).Json.GetProperty("document").GetRawText());
    }

    [Fact]
    public async Task PutResource_WhatWasRead_CanBeSentBack()
    {
        var (path, read) = await _client.CreateResourceAsync($$"""{"t":"{{new string('x', 61_400)}}"}""", new string('é', 100));
        read["name"] = new string('ü', 100);
        var changed = await _client.PutAnswerAsync(path, "\"1\"", read.ToJsonString());
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.Status, changed.Header("ETag")));
        await AssertStoredAsync(path, changed);
    }

    [Fact]
    public async Task PutResource_WithoutServerMembers_ReplacesTheWholeDocument()
    {
        var (path, before) = await _client.CreateResourceAsync("""{"a":1,"b":2}""");
        var changed = await _client.PutAnswerAsync(path, "\"1\"", Draft("""{"b":null}"""));
        Assert.Equal((HttpStatusCode.OK, """{"b":null}"""), (changed.Status, changed.Json.GetProperty("document").GetRawText()));
        Assert.Equal(before["id"]!.GetValue<string>(), changed.Json.GetProperty("id").GetString());
        Assert.Equal(before["created_at"]!.GetValue<string>(), changed.Json.GetProperty("created_at").GetString());
        await AssertStoredAsync(path, changed);

        var refused = await _client.PutAnswerAsync(path, "\"2\"", """{"name":"","version":7}""");
        Assert.Equal(["/document required", "/name too_short", "/version read_only"], refused.Errors.Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task DeleteResource_Present_IsGone()
    {
        var (path, _) = await _client.CreateResourceAsync();
        await _client.PatchAnswerAsync(path, "\"1\"", Patch);
        var last = await _client.GetAnswerAsync(path);
        var deleted = await _client.DeleteAnswerAsync(path, "\"2\"");
        Assert.Equal((HttpStatusCode.OK, last.Text, "\"2\""), (deleted.Status, deleted.Text, deleted.Header("ETag")));

        Assert.Empty(await ListedAsync(JsonNode.Parse(last.Text)!.AsObject()));
        Answer[] answers =
        [
            await _client.GetAnswerAsync(path),
            await _client.PutAnswerAsync(path, "\"2\"", Draft()),
            await _client.PatchAnswerAsync(path, "*", Patch, ("Idempotency-Key", NewKey())),
            await _client.DeleteAnswerAsync(path, "\"2\""),
            await _client.DeleteAnswerAsync(path, "*", ("Idempotency-Key", NewKey())),
        ];
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.NotFound, "not_found"), (answer.Status, answer.Code)));
    }

    [Fact]
    public async Task DeleteResource_SameKeyAgain_IsReplayed()
    {
        var (path, _) = await _client.CreateResourceAsync();
        var key = NewKey();
        var patched = await _client.PatchAnswerAsync(path, "\"1\"", Patch, ("Idempotency-Key", key + "-patch"));
        var first = await _client.DeleteAnswerAsync(path, "\"2\"", ("Idempotency-Key", key));
        var second = await _client.DeleteAnswerAsync(path, "\"2\"", ("Idempotency-Key", $"\"{key}\""));
        Assert.Equal((HttpStatusCode.OK, first.Text, null), (first.Status, second.Text, first.Header("Idempotent-Replayed")));
        Assert.Equal((HttpStatusCode.OK, "true", "\"2\""), (second.Status, second.Header("Idempotent-Replayed"), second.Header("ETag")));

        // So is every earlier write; none of them brings it back.
        var repeated = await _client.PatchAnswerAsync(path, "\"1\"", Patch, ("Idempotency-Key", key + "-patch"));
        Assert.Equal((HttpStatusCode.OK, patched.Text, "true"), (repeated.Status, repeated.Text, repeated.Header("Idempotent-Replayed")));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAnswerAsync(path)).Status);
    }

    [Fact]
    public async Task CreateResource_RepeatedAfterItsDeletion_IsReplayedAndStaysGone()
    {
        var (draft, key) = (Draft(), NewKey());
        var created = await _client.PostResourceAsync(draft, key);
        var path = $"{ResourcePath}/{created.Json.GetProperty("id")}";
        await _client.DeleteAnswerAsync(path, "\"1\"");

        var repeated = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _client.PostResourceAsync(draft, key)));
        Assert.All(repeated, answer => Assert.Equal(
            (HttpStatusCode.Created, created.Text, "true"), (answer.Status, answer.Text, answer.Header("Idempotent-Replayed"))));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAnswerAsync(path)).Status);
        var other = await _client.PostResourceAsync(Draft(), key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (other.Status, other.Code));
        Assert.Empty(await ListedAsync(JsonNode.Parse(created.Text)!.AsObject()));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task ChangeResource_Precondition_IsRequiredAndHeldAgainstTheVersion(string method)
    {
        var (path, _) = await _client.CreateResourceAsync();
        var missing = await ChangeAsync(method, path, ifMatch: null);
        Assert.Equal(((HttpStatusCode)428, "precondition_required"), (missing.Status, missing.Code));
        foreach (var ifMatch in (string[])["\"2\"", "W/\"1\"", "1", "\"0\", \"11\""])
        {
            var refused = await ChangeAsync(method, path, ifMatch);
            Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition_failed"), (refused.Status, refused.Code));
        }

        Assert.Equal("\"1\"", (await _client.GetAnswerAsync(path)).Header("ETag"));
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(method, path, "\"7\", \"1\"")).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task ChangeResource_SameKeyAgain_IsReplayedAndOtherRequestsRefused(string method)
    {
        var (path, _) = await _client.CreateResourceAsync();
        var (other, _) = await _client.CreateResourceAsync();
        var key = ("Idempotency-Key", NewKey());
        var first = await ChangeAsync(method, path, "\"1\"", key);
        await _client.PatchAnswerAsync(path, "\"2\"", Patch);
        var second = await ChangeAsync(method, path, "\"1\"", key);
        Assert.Equal((HttpStatusCode.OK, first.Text, "true"), (second.Status, second.Text, second.Header("Idempotent-Replayed")));
        Assert.Equal("\"3\"", (await _client.GetAnswerAsync(path)).Header("ETag"));

        Answer[] refused = [await ChangeAsync(method, other, "\"1\"", key), await _client.DeleteAnswerAsync(path, "\"3\"", key)];
        Assert.All(refused, answer => Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (answer.Status, answer.Code)));
    }

    [Fact]
    public async Task PatchResource_SixteenWriters_AcceptedOnesAreTheVersionsIncrements()
    {
        var (path, _) = await _client.CreateResourceAsync("{}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer =>
            _client.PatchAnswerAsync(path, writer % 2 == 0 ? "*" : "\"1\"", $$$"""{"document":{"w{{{writer}}}":true}}""")));
        var accepted = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToArray();
        Assert.InRange(accepted.Length, 8, 9);
        Assert.All(answers.Except(accepted), answer => Assert.Equal("precondition_failed", answer.Code));
        Assert.Equal(Enumerable.Range(2, accepted.Length), accepted.Select(answer => answer.Json.GetProperty("version").GetInt32()).Order());
        var last = accepted.MaxBy(answer => answer.Json.GetProperty("version").GetInt32())!;
        Assert.Equal(accepted.Length, last.Json.GetProperty("document").EnumerateObject().Count());
        await AssertStoredAsync(path, last);
    }

    [Fact]
    public async Task DeleteResource_TwentyAtOnce_IsOneDeletion()
    {
        var (path, _) = await _client.CreateResourceAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _client.DeleteAnswerAsync(path, i % 2 == 0 ? "*" : "\"1\"")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.Code == "not_found"));

        (path, _) = await _client.CreateResourceAsync();
        var key = ("Idempotency-Key", NewKey());
        answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _client.DeleteAnswerAsync(path, "\"1\"", key)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"2\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    public async Task ChangeResource_ChangedBehindTheGrain_IsHeldAgainstTheDatabase(string ifMatch, HttpStatusCode status)
    {
        foreach (var method in (string[])["PATCH", "DELETE"])
        {
            var (path, read) = await _client.CreateResourceAsync();
            var row = JsonSerializer.Deserialize(read.ToJsonString(), LoApiJson.Models.Resource)!;
            await WriteBehindTheGrainAsync(new ResourceUpdate(row with { Version = 2 }, ExpectedVersion: 1));
            Assert.Equal(status, (await ChangeAsync(method, path, ifMatch)).Status);
        }
    }

    [Fact]
    public async Task ChangeResource_DeletedBehindTheGrain_IsNeverMade()
    {
        foreach (var (method, ifMatch) in new[] { ("PATCH", "\"1\""), ("PATCH", "*"), ("PUT", "\"2\""), ("DELETE", "*") })
        {
            var (path, read) = await _client.CreateResourceAsync();
            await WriteBehindTheGrainAsync(new ResourceDelete(Guid.Parse(read["id"]!.GetValue<string>()), ExpectedVersion: 1));
            var refused = await ChangeAsync(method, path, ifMatch);
            Assert.Contains(refused.Code, (string[])["not_found", "precondition_failed"]);
            Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAnswerAsync(path)).Status);
        }
    }

    private Task<Answer> ChangeAsync(string method, string path, string? ifMatch, params (string Name, string Value)[] headers) => method switch
    {
        "PUT" => _client.PutAnswerAsync(path, ifMatch, Replacement, headers),
        "PATCH" => _client.PatchAnswerAsync(path, ifMatch, Patch, headers),
        _ => _client.DeleteAnswerAsync(path, ifMatch, headers),
    };

    private async Task WriteBehindTheGrainAsync(RowChange change) =>
        Assert.Equal(WriteResult.Committed, await host.Services.GetRequiredService<IChangeWriter>().WriteAsync(new ChangeSet(change)));

    /// <summary>What the database holds: a list is never answered from a grain's memory.</summary>
    private async Task<JsonElement[]> ListedAsync(JsonObject resource)
    {
        var page = await _client.GetAnswerAsync($"{ResourcePath}?name={Uri.EscapeDataString(resource["name"]!.GetValue<string>())}&limit=500");
        var id = resource["id"]!.GetValue<string>();
        return [.. page.Json.GetProperty("data").EnumerateArray().Where(row => row.GetProperty("id").GetString() == id)];
    }

    private async Task AssertStoredAsync(string path, Answer answer)
    {
        Assert.Equal((answer.Text, answer.Header("ETag")), ((await _client.GetAnswerAsync(path)).Text, (await _client.GetAnswerAsync(path)).Header("ETag")));
        Assert.Equal(answer.Text, (await ListedAsync(JsonNode.Parse(answer.Text)!.AsObject())).Single().GetRawText());
    }
}
