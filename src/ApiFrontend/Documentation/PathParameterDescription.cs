using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Describes the parameters of paths by the members that they are the values of: <c>{id}</c> by the <c>id</c> of what is answered.</summary>
internal sealed class PathParameterDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var models = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value))
        {
            if (operation.Responses is { } answers
                && answers.TryGetValue("200", out var success)
                && success.Content?.Values.FirstOrDefault() is { Schema: OpenApiSchemaReference { Reference.Id: { } id } } answer
                && models[id].Properties is { } members)
            {
                foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path) ?? [])
                {
                    Describe(parameter, members, answer.Example as JsonObject);
                }
            }
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiParameter parameter, IDictionary<string, IOpenApiSchema> members, JsonObject? example)
    {
        if (members.TryGetValue(parameter.Name!, out var member))
        {
            parameter.Description ??= member.Description;
            parameter.Example = example?[parameter.Name!]?.DeepClone();
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = member.Pattern, Format = member.Format };
        }
    }
}
