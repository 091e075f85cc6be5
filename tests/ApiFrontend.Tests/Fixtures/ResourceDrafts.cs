using System.Text.Json.Nodes;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Bodies to create resources with, and the requests that do.</summary>
internal static class ResourceDrafts
{
    public const string ResourcePath = "/api/v1/resource";

    /// <summary>A sound patch, where it does not matter what changes.</summary>
    public const string Patch = """{"name":"Patched"}""";

    /// <summary>A sound replacement, likewise.</summary>
    public const string Replacement = """{"name":"Replaced","document":{}}""";

    public static string NewKey() => Guid.NewGuid().ToString();

    /// <summary>A name that no other test uses.</summary>
    public static string NewName(string prefix = "Layout") => $"{prefix} {Guid.NewGuid():N}";

    /// <summary>A sound draft with that document.</summary>
    public static string Draft(string document = """{"columns":["loan","date"]}""", string? name = null) =>
        $$"""{"name":{{JsonValue.Create(name ?? NewName()).ToJsonString()}},"document":{{document}}}""";

    public static Task<Answer> PostResourceAsync(this HttpClient client, string draft, string? key = null) =>
        client.PostAnswerAsync(ResourcePath, draft, ("Idempotency-Key", key ?? NewKey()));

    /// <summary>Creates a resource and answers its path and what it is.</summary>
    public static async Task<(string Path, JsonObject Resource)> CreateResourceAsync(
        this HttpClient client, string document = """{"columns":["loan","date"]}""", string? name = null)
    {
        var created = await client.PostResourceAsync(Draft(document, name));
        return ($"{ResourcePath}/{created.Json.GetProperty("id").GetString()}", JsonNode.Parse(created.Text)!.AsObject());
    }
}
