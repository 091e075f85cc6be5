using System.Text.Json.Nodes;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>An example of a merge patch, declared on the endpoint that reads it.</summary>
internal sealed record PatchExample(JsonNode Patch);
