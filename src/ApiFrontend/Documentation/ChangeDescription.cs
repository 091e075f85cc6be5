using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Adds the headers of a change, PUT, PATCH or DELETE: the version that it starts from and the key of its repeats.</summary>
internal sealed class ChangeDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var method = context.Description.HttpMethod ?? "";
        if (HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(Header(IfMatch.Header, required: true, "The ETag of the version that the change was made from; `*` for any."));
            operation.Parameters.Add(Header(
                IdempotencyKey.Header, required: false, "The same for every repeat of the request and for no other: a quoted string or a bare token, at most 255 characters."));
        }

        if (HttpMethods.IsPatch(method))
        {
            foreach (var body in operation.RequestBody?.Content?.Values ?? [])
            {
                body.Schema = Patch(body.Schema as OpenApiSchemaReference);
            }
        }

        return Task.CompletedTask;
    }

    // A patch requires no member, on any level, so the model's own schema would refuse it.
    private static OpenApiSchema Patch(OpenApiSchemaReference? model) => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"The members of {model?.Reference.Id} that change; null takes one away (RFC 7396).",
        AdditionalProperties = new OpenApiSchema(),
    };

    private static OpenApiParameter Header(string name, bool required, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
