using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>
/// Takes null from the schemas of members that never are: those that a draft must have, nullable in the model only so
/// that all errors can be told at once, and those that are left out where there is nothing to say. A member of a type
/// of its own gets its schema after the transformers of schemas ran, hence the note that the document's finds.
/// </summary>
internal sealed class Nullability : IOpenApiSchemaTransformer, IOpenApiDocumentTransformer
{
    private const string Note = "x-never-null";

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            var names = context.JsonTypeInfo.Properties.Where(IsNeverNull).Select(member => (JsonNode)member.Name);
            schema.AddExtension(Note, new JsonNodeExtension(new JsonArray([.. names])));
        }

        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            if (schema.Extensions?.Remove(Note, out var note) == true)
            {
                foreach (var name in ((JsonNodeExtension)note).Node.AsArray())
                {
                    Tighten(schema.Properties!, name!.GetValue<string>());
                }
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsNeverNull(JsonPropertyInfo member) =>
        member.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true
        || member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

    private static void Tighten(IDictionary<string, IOpenApiSchema> members, string name)
    {
        if (members[name] is not OpenApiSchema member)
        {
            return;
        }

        member.Type &= ~JsonSchemaType.Null;
        if (member.OneOf is { } choices && choices.Where(choice => choice.Type != JsonSchemaType.Null).ToArray() is [var only])
        {
            members[name] = only;
        }
    }
}
