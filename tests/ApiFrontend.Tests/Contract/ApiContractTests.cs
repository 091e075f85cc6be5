namespace LoApi.ApiFrontend.Tests.Contract;

/// <summary>That answers which the document does not describe are found.</summary>
public sealed class ApiContractTests
{
    private const string Namibia =
        """{"alpha2":"NA","alpha3":"NAM","numeric":"516","name":"Namibia","official_name":"Republic of Namibia","region":"Africa"}""";

    private const string NotFound =
        """{"type":"https://loapi.example.gov/docs/errors/not_found","title":"There is no such resource.","status":404,"detail":"No.","instance":"/nothing","code":"not_found","request_id":"a"}""";

    private static readonly (string Name, string Value)[] Headers =
        [("X-Request-Id", "a"), ("Cache-Control", "private"), ("ETag", "\"1\""), ("Age", "0"), ("Content-Type", "application/json; charset=utf-8")];

    [Theory]
    [InlineData("GET", "/api/v1/countries/NA", 200, Namibia)]
    [InlineData("GET", "/api/v1/country/NA/", 200, Namibia)]
    [InlineData("HEAD", "/api/v1/countries/NA", 200, "")]
    [InlineData("GET", "/docs/errors/not_found", 418, "anything")]
    [InlineData("GET", "/nothing", 404, NotFound)]
    public void Judge_AsTheDocumentSays_IsNull(string method, string path, int status, string body) =>
        Assert.Null(Judge(method, path, status, body, Headers));

    [Theory]
    [InlineData("GET", "/api/v1/countries/NA", 418, Namibia, "418 is not listed among 200, 304, 400, 401, 403, 404, 406, 429, 500, 503.")]
    [InlineData("GET", "/api/v1/countries/NA", 200, "{", "The body is no JSON")]
    [InlineData("GET", "/api/v1/countries/NA", 200, """{"alpha2":"na"}""", "(root) lacks alpha3, numeric, name, official_name; /alpha2 does not match ^[A-Z]{2}$")]
    [InlineData("GET", "/api/v1/countries/NA", 404, NotFound, "application/json, where the document lists application/problem+json.")]
    [InlineData("GET", "/api/v1/countries/NA", 304, Namibia, "A body, where none is listed.")]
    [InlineData("GET", "/nothing", 200, "{}", "200, where the document has no such path.")]
    [InlineData("GET", "/nothing", 404, "{}", "(root) lacks type, title")]
    [InlineData("POST", "/api/v1/countries", 200, "{}", "200, where the document has no such method.")]
    [InlineData("POST", "/api/v1/countries", 405, NotFound, "405, where the document has no such method.")]
    [InlineData("OPTIONS", "/api/v1/countries", 204, "", "OPTIONS is answered without a body and with Allow.")]
    public void Judge_Otherwise_SaysWhat(string method, string path, int status, string body, string fault) =>
        Assert.Contains(fault, Judge(method, path, status, body, Headers), StringComparison.Ordinal);

    [Theory]
    [InlineData("ETag", null, "ETag is missing.")]
    [InlineData("ETag", "W/\"1\"", "ETag: W/\"1\" (root) does not match")]
    [InlineData("Content-Type", null, "no body, where the document lists application/json.")]
    [InlineData("Content-Type", "text/html", "text/html, where the document lists application/json.")]
    public void Judge_OtherHeader_SaysWhich(string name, string? value, string fault)
    {
        var headers = Headers.Where(header => header.Name != name);
        Assert.Contains(fault, Judge("GET", "/api/v1/countries/NA", 200, Namibia, [.. value is null ? headers : headers.Append((name, value))]), StringComparison.Ordinal);
    }

    private static string? Judge(string method, string path, int status, string body, (string Name, string Value)[] headers) =>
        ApiContract.CheckedIn.Judge(
            new HttpMethod(method), path, status, headers.ToLookup(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), body);
}
