using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.Lists;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Adds to an operation what its endpoint declares beside its signature: access, query parameters, headers.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<QueryParameters>().LastOrDefault() is { } query)
        {
            foreach (var parameter in query.Known)
            {
                operation.Parameters.Add(Parameter(
                    parameter.Name, ParameterLocation.Query, parameter.Description, parameter.Pattern, parameter.Required));
            }
        }

        if (metadata.OfType<Access>().LastOrDefault() is { } access)
        {
            operation.Description = access.ActsFor == ActsFor.Nobody
                ? $"Scope `{access.Scope}`."
                : $"Scope `{access.Scope}`; acts for: {access.ActsFor.ToString().ToLowerInvariant()}.";
        }

        if (HttpMethods.IsPost(context.Description.HttpMethod ?? ""))
        {
            operation.Parameters.Add(Parameter(
                IdempotencyKey.Header,
                ParameterLocation.Header,
                "The same for every repeat of the request and for no other: a quoted string or a bare token.",
                pattern: null,
                required: true));
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation where, string description, string? pattern, bool required) => new()
    {
        Name = name,
        In = where,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
    };
}
