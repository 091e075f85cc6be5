using System.Globalization;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Lists;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Gives every body of an operation its example.</summary>
internal sealed class ExampleDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var answer in context.Description.SupportedResponseTypes)
        {
            if (operation.Responses?.GetValueOrDefault(answer.StatusCode.ToString(CultureInfo.InvariantCulture)) is OpenApiResponse described)
            {
                Set(described.Content, Answer(declared, answer.Type));
            }
        }

        var draft = declared.OfType<PatchExample>().LastOrDefault()?.Patch
            ?? (declared.OfType<IAcceptsMetadata>().LastOrDefault()?.RequestType is { } model ? Find(declared, model)?.Draft : null);
        Set(operation.RequestBody?.Content, draft);
        return Task.CompletedTask;
    }

    private static JsonNode? Answer(IList<object> declared, Type? type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(ListPage<>)
            ? Find(declared, type.GenericTypeArguments[0]) is { } row
                ? new JsonObject { ["data"] = new JsonArray(row.Value.DeepClone()) }
                : null
            : Find(declared, type)?.Value;

    private static ModelExample? Find(IList<object> declared, Type? model) =>
        declared.OfType<ModelExample>().LastOrDefault(example => example.Model == model);

    private static void Set(IDictionary<string, OpenApiMediaType>? content, JsonNode? example)
    {
        foreach (var body in content?.Values ?? [])
        {
            body.Example = example?.DeepClone();
        }
    }
}
