using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Contract;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Documentation;

/// <summary>What the OpenAPI document owes its readers.</summary>
[Collection(ApiCollection.Name)]
public sealed class DocumentTests(SqliteApiHost host)
{
    private static readonly JsonElement Document = JsonElement.Parse(File.ReadAllText(Repository.File("docs/openapi-v1.json")));

    private static readonly SchemaValidator Schemas = new(Document);

    private static (string Name, JsonElement Operation)[] Operations =>
    [
        .. Document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => ($"{operation.Name} {path.Name}", operation.Value))),
    ];

    [Fact]
    public void Operations_EachOne_IsNamedAndExplained() => Assert.All(Operations, operation =>
    {
        Assert.NotEmpty(operation.Operation.GetProperty("operationId").GetString()!);
        Assert.NotEmpty(operation.Operation.GetProperty("summary").GetString()!);
        Assert.NotEmpty(operation.Operation.GetProperty("description").GetString()!);
        Assert.Single(operation.Operation.GetProperty("tags").EnumerateArray());
    });

    [Fact]
    public void Operations_Ids_AreUnique() =>
        Assert.Equal(Operations.Length, Operations.Select(operation => operation.Operation.GetProperty("operationId").GetString()).Distinct().Count());

    [Fact]
    public void Parameters_EachOne_IsDescribed() => Assert.All(Operations, operation =>
        Assert.All(Parameters(operation.Operation), parameter => Assert.True(
            parameter.TryGetProperty("description", out var description) && description.GetString()!.Length > 0,
            $"{operation.Name}: {parameter}")));

    [Fact]
    public void Operations_OfResources_TellTheirSchemeAndScope() => Assert.All(
        Operations.Where(operation => operation.Name.Contains("/api/", StringComparison.Ordinal)),
        operation =>
        {
            Assert.True(operation.Operation.GetProperty("security")[0].TryGetProperty("bearer", out _), operation.Name);
            Assert.StartsWith("Scope `", operation.Operation.GetProperty("description").GetString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Bodies_EachOne_HasAnExampleThatItsSchemaAllows()
    {
        var examples = 0;
        foreach (var (name, operation) in Operations)
        {
            foreach (var (place, media) in Bodies(operation))
            {
                JsonElement[] values = media.TryGetProperty("example", out var example)
                    ? [example]
                    : media.TryGetProperty("examples", out var several)
                        ? [.. several.EnumerateObject().Select(named => named.Value.GetProperty("value"))]
                        : [];
                Assert.True(values.Length > 0, $"{name}, {place}: no example");
                Assert.All(values, value => Assert.True(
                    Schemas.Validate(media.GetProperty("schema"), value) is [], $"{name}, {place}: {string.Join("; ", Schemas.Validate(media.GetProperty("schema"), value))}"));
                examples += values.Length;
            }
        }

        Assert.True(examples > 100, $"{examples} examples");
    }

    [Fact]
    public async Task Examples_OfAPayoff_AreAccepted()
    {
        using var client = host.CreateClient("1", "1");
        var path = Document.GetProperty("paths").GetProperty("/api/v1/payoffs/{id}");
        var created = await client.PostAnswerAsync(
            "/api/v1/payoffs", Example(Document.GetProperty("paths").GetProperty("/api/v1/payoffs").GetProperty("post")), ("Idempotency-Key", "example"));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var location = new Uri(created.Header("Location")!).AbsolutePath;

        var put = await client.PutAnswerAsync(location, created.Header("ETag"), Example(path.GetProperty("put")));
        Assert.Equal(HttpStatusCode.OK, put.Status);
        var patched = await client.PatchAnswerAsync(location, put.Header("ETag"), Example(path.GetProperty("patch")));
        Assert.Equal(HttpStatusCode.OK, patched.Status);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAnswerAsync(location, patched.Header("ETag"))).Status);
    }

    private static string Example(JsonElement operation) =>
        operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().First().Value.GetProperty("example").GetRawText();

    private static IEnumerable<JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    private static IEnumerable<(string Place, JsonElement Media)> Bodies(JsonElement operation)
    {
        var request = operation.TryGetProperty("requestBody", out var body) ? Media("request", body) : [];
        return request.Concat(operation.GetProperty("responses").EnumerateObject().SelectMany(answer => Media(answer.Name, Schemas.Resolve(answer.Value))));
    }

    private static IEnumerable<(string Place, JsonElement Media)> Media(string place, JsonElement body) =>
        body.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(media => (place, media.Value)) : [];
}
