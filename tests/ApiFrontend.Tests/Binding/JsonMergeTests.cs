using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Binding;
using LoApi.Json;

namespace LoApi.ApiFrontend.Tests.Binding;

public sealed class JsonMergeTests
{
    // The examples of RFC 7396, appendix A, whose patch is an object.
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", """{}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("""[1,2]""", """{"a":"b","c":null}""", """{"a":"b"}""")]
    [InlineData("""{}""", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"d":4,"b":{"x":1}}""", """{"a":1,"b":{"x":1},"c":3,"d":4}""")]
    public void Write_Example_IsMergedInPlace(string target, string patch, string merged) => Assert.Equal(merged, Merge(target, patch));

    [Fact]
    public void Write_GeneratedValues_AreMergedAsTheStandardSays()
    {
        var random = new Random(7396);
        for (var i = 0; i < 20_000; i++)
        {
            var target = Generated(random, depth: 4);
            var patch = GeneratedObject(random, depth: 4);
            var expected = MergePatch(target?.DeepClone(), patch);
            var merged = Merge(target?.ToJsonString() ?? "null", patch.ToJsonString());
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(merged)), $"{target} {patch} became {merged}");

            // Merging the same patch again changes nothing, and what it says is then there.
            Assert.Equal(merged, Merge(merged, patch.ToJsonString()));
        }
    }

    [Fact]
    public void Canonical_GeneratedValues_IsOneSpellingOfOneValue()
    {
        var random = new Random(8785);
        for (var i = 0; i < 5_000; i++)
        {
            var value = GeneratedObject(random, depth: 4);
            var canonical = Encoding.UTF8.GetString(CanonicalJson.Of(Parse(value.ToJsonString())));
            Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(Parse(Shuffled(random, value)!.ToJsonString(new() { WriteIndented = true })))));
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(canonical)));
        }
    }

    /// <summary>The pseudo-code of RFC 7396, section 2.</summary>
    private static JsonNode? MergePatch(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
        {
            return patch?.DeepClone();
        }

        var merged = target as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            var before = merged[name]?.DeepClone();
            merged.Remove(name);
            if (value is not null)
            {
                merged[name] = MergePatch(before, value);
            }
        }

        return merged;
    }

    private static string Merge(string target, string patch) =>
        Encoding.UTF8.GetString(CanonicalJson.Write(writer => JsonMerge.Write(Parse(target), Parse(patch), writer)));

    private static JsonElement Parse(string json) => JsonElement.Parse(json);

    private static JsonNode? Generated(Random random, int depth) => random.Next(depth > 0 ? 7 : 4) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(3)),
        2 => JsonValue.Create("x\"é"[..random.Next(4)]),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Generated(random, depth - 1))]),
        _ => GeneratedObject(random, depth - 1),
    };

    // Few names, so that targets and patches meet.
    private static JsonObject GeneratedObject(Random random, int depth)
    {
        var members = new JsonObject();
        for (var i = random.Next(5); i > 0; i--)
        {
            members[((string[])["a", "b", "", "~/", "é", "\""])[random.Next(6)]] = Generated(random, depth);
        }

        return members;
    }

    private static JsonNode? Shuffled(Random random, JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.ToArray().OrderBy(_ => random.Next()).Select(member => KeyValuePair.Create(member.Key, Shuffled(random, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Shuffled(random, item))]),
        _ => value?.DeepClone(),
    };
}
