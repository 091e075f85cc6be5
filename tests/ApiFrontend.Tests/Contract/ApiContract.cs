using System.Globalization;
using System.Text.Json;
using LoApi.ApiFrontend.Requests;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Contract;

/// <summary>What the OpenAPI document says of the answers that a request can get.</summary>
internal sealed class ApiContract
{
    /// <summary>What is served beside the API and is no operation of the document.</summary>
    private static readonly string[] Exempt = ["/openapi/", "/docs", "/ops"];

    private readonly SchemaValidator _schemas;
    private readonly JsonElement _problem;
    private readonly (string[] Segments, JsonElement Path)[] _paths;

    public ApiContract(JsonElement document)
    {
        _schemas = new(document);
        _problem = document.GetProperty("components").GetProperty("schemas").GetProperty("ProblemDocument");
        _paths =
        [
            .. document.GetProperty("paths").EnumerateObject().Select(path => (
                path.Name.Split('/'),
                path.Value)),
        ];
    }

    /// <summary>The document that is checked in; a test holds it against the one that is served.</summary>
    public static ApiContract CheckedIn { get; } = new(JsonElement.Parse(File.ReadAllText(Repository.File("docs/openapi-v1.json"))));

    /// <summary>What is wrong with an answer; null where it is as the document says.</summary>
    public string? Judge(HttpMethod method, string path, int status, ILookup<string, string> headers, string body)
    {
        path = SpellingMiddleware.Canonical(path).TrimEnd('/');
        if (Exempt.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        var known = _paths.Where(candidate => IsMatch(candidate.Segments, path.Split('/'))).Select(candidate => candidate.Path).FirstOrDefault();
        var name = method.Method.ToLowerInvariant();
        if (method == HttpMethod.Options && status == 204)
        {
            return body.Length == 0 && headers.Contains("Allow") ? null : "OPTIONS is answered without a body and with Allow.";
        }

        if (known.ValueKind != JsonValueKind.Object || !known.TryGetProperty(method == HttpMethod.Head ? "get" : name, out var operation))
        {
            return JudgeUnknown(status, headers, body, known.ValueKind == JsonValueKind.Object);
        }

        return operation.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var answer)
            ? Judge(_schemas.Resolve(answer), headers, body, hasBody: method != HttpMethod.Head)
            : $"{status} is not listed among {string.Join(", ", operation.GetProperty("responses").EnumerateObject().Select(listed => listed.Name))}.";
    }

    private static bool IsMatch(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(pair => pair.First is ['{', ..] ? pair.Second.Length > 0 : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));

    // A path or a method that the document does not have: refused, by a problem all the same.
    private string? JudgeUnknown(int status, ILookup<string, string> headers, string body, bool isPath)
    {
        int[] expected = isPath ? [400, 405] : [400, 404, 405];
        if (!expected.Contains(status) || (status == 405) != headers.Contains("Allow"))
        {
            return $"{status}, where the document has no such {(isPath ? "method" : "path")}.";
        }

        return body.Length == 0 ? null : JudgeBody(_problem, body);
    }

    private string? Judge(JsonElement answer, ILookup<string, string> headers, string body, bool hasBody)
    {
        foreach (var header in answer.TryGetProperty("headers", out var declared) ? declared.EnumerateObject() : [])
        {
            if (JudgeHeader(header.Name, _schemas.Resolve(header.Value), headers[header.Name]) is { } fault)
            {
                return fault;
            }
        }

        var sent = headers["Content-Type"].FirstOrDefault()?.Split(';')[0];
        if (!answer.TryGetProperty("content", out var content))
        {
            return body.Length == 0 && sent is null ? null : "A body, where none is listed.";
        }

        if (sent is null || !content.TryGetProperty(sent, out var media))
        {
            return $"{sent ?? "no body"}, where the document lists {string.Join(", ", content.EnumerateObject().Select(listed => listed.Name))}.";
        }

        return hasBody ? JudgeBody(media.GetProperty("schema"), body) : null;
    }

    private string? JudgeHeader(string name, JsonElement declared, IEnumerable<string> values)
    {
        if (string.Join(", ", values) is { Length: > 0 } value)
        {
            var faults = _schemas.Validate(declared.GetProperty("schema"), JsonSerializer.SerializeToElement(value));
            return faults.Count == 0 ? null : $"{name}: {value} {string.Join("; ", faults)}.";
        }

        return declared.TryGetProperty("required", out var required) && required.GetBoolean() ? $"{name} is missing." : null;
    }

    private string? JudgeBody(JsonElement schema, string body)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(body);
        }
        catch (JsonException malformed)
        {
            return $"The body is no JSON: {malformed.Message}";
        }

        var faults = _schemas.Validate(schema, json);
        return faults.Count == 0 ? null : string.Join("; ", faults);
    }
}
