using System.Text.Json;

namespace LoApi.ApiFrontend.Tests.Contract;

public sealed class SchemaValidatorTests
{
    private const string Document =
        """
        { "components": { "schemas": {
          "Row": {
            "type": "object",
            "required": ["id"],
            "properties": {
              "id": { "type": "string", "pattern": "^[0-9]+$" },
              "day": { "type": ["null", "string"], "format": "date" },
              "kind": { "enum": ["a", "b"] },
              "next": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Row" }] },
              "count": { "type": "integer", "minimum": 1, "maximum": 3 },
              "name": { "type": "string", "minLength": 1, "maxLength": 2 },
              "rows": { "type": "array", "items": { "$ref": "#/components/schemas/Row" } }
            }
          },
          "Unknown": { "type": "string", "contentEncoding": "base64" }
        } } }
        """;

    [Theory]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","day":null,"kind":"b","next":null,"count":3,"name":"ab","rows":[{"id":"2"}]}""")]
    [InlineData("""{"id":"1","day":"2027-01-04","next":{"id":"2"},"rows":[]}""")]
    public void Validate_Conforming_HasNoFaults(string json) => Assert.Empty(Validate("Row", json));

    [Theory]
    [InlineData("""{}""", "(root) lacks id")]
    [InlineData("""[]""", "(root) is no object")]
    [InlineData("""{"id":1}""", "/id is no string")]
    [InlineData("""{"id":"x"}""", "/id does not match ^[0-9]+$")]
    [InlineData("""{"id":"1","day":"2027-02-30"}""", "/day is no date")]
    [InlineData("""{"id":"1","day":1}""", "/day is no [\"null\", \"string\"]")]
    [InlineData("""{"id":"1","kind":"c"}""", "/kind is none of [\"a\", \"b\"]")]
    [InlineData("""{"id":"1","count":1.5}""", "/count is no integer")]
    [InlineData("""{"id":"1","count":0}""", "/count is too small")]
    [InlineData("""{"id":"1","count":4}""", "/count is too large")]
    [InlineData("""{"id":"1","name":""}""", "/name is too short")]
    [InlineData("""{"id":"1","name":"abc"}""", "/name is too long")]
    [InlineData("""{"id":"1","rows":[{"id":"1"},{}]}""", "/rows/1 lacks id")]
    [InlineData("""{"id":"1","rows":[{"id":"1","more":1}]}""", "/rows/0/more is not declared")]
    [InlineData("""{"id":"1","next":{"id":"x"}}""", "/next is not exactly one of its choices: (root) is no null / /id does not match ^[0-9]+$")]
    public void Validate_Other_NamesTheFault(string json, string fault) => Assert.Equal([fault], Validate("Row", json));

    [Fact]
    public void Validate_KeywordThatItDoesNotKnow_SaysSo() =>
        Assert.Contains("contentEncoding", Assert.Throws<NotSupportedException>(() => Validate("Unknown", "\"\"")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<string> Validate(string schema, string json)
    {
        var document = JsonElement.Parse(Document);
        return new SchemaValidator(document).Validate(
            document.GetProperty("components").GetProperty("schemas").GetProperty(schema), JsonElement.Parse(json));
    }
}
