using LoApi.Json;
using LoApi.Resources;

namespace LoApi.ApiFrontend.Resources;

/// <summary>The resource that the documentation shows: what a screen of an application remembers.</summary>
internal static class ResourceExample
{
    public static Resource Value { get; } = new()
    {
        Id = new("5d3c1f0e-7a41-5b6e-8f0d-2c9b1a4e6d73"),
        Name = "payoff-list",
        Document = new JsonObjectText("""{"columns":["loan","date"],"filter":"received"}"""),
        CreatedAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        UpdatedAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        Version = 1,
    };
}
