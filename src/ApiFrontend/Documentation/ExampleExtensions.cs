using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LoApi.ApiFrontend.Documentation;

internal static class ExampleExtensions
{
    /// <summary>Declares what a model of the endpoints looks like; lists and drafts are made of it too.</summary>
    public static TBuilder WithExample<TBuilder, T>(this TBuilder endpoints, T example, JsonTypeInfo<T> contract)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(ModelExample.Of(example, contract));

    /// <summary>Declares what a merge patch of the endpoint's resource looks like.</summary>
    public static RouteHandlerBuilder WithPatchExample(this RouteHandlerBuilder endpoint, string json) =>
        endpoint.WithMetadata(new PatchExample(JsonNode.Parse(json)!));
}
