using System.Globalization;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Idempotency;
using LoApi.ApiFrontend.LifeCycle;
using LoApi.ApiFrontend.Lists;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Adds to an operation what its endpoint declares beside its signature: access, query parameters, headers.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    private static readonly QueryParameter Key = new(
        IdempotencyKey.Header,
        "The same for every repeat of the request and for no other: a quoted string or a bare token, at most 255 characters.",
        Pattern: null,
        Example: "4f7d2c1e-9a35-4d3c-8a0e-1f6f3f1f6b7a",
        Required: true);

    private static readonly QueryParameter KnownTag = new(
        HeaderNames.IfNoneMatch, "The ETag of the representation that the caller holds; 304 where it is still that one.", Pattern: null);

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<QueryParameters>().LastOrDefault() is { } query)
        {
            foreach (var parameter in query.Known)
            {
                operation.Parameters.Add(Parameter(ParameterLocation.Query, parameter));
            }
        }

        operation.Deprecated = metadata.OfType<Deprecated>().Any();
        if (metadata.OfType<Access>().LastOrDefault() is { } access)
        {
            operation.Description = access.ActsFor == ActsFor.Nobody
                ? $"Scope `{access.Scope}`."
                : $"Scope `{access.Scope}`; acts for: {access.ActsFor.ToString().ToLowerInvariant()}.";
        }

        if (HttpMethods.IsPost(context.Description.HttpMethod ?? ""))
        {
            operation.Parameters.Add(Parameter(ParameterLocation.Header, Key));
        }

        if (metadata.OfType<ProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status304NotModified))
        {
            operation.Parameters.Add(Parameter(ParameterLocation.Header, KnownTag));
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(ParameterLocation where, QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = where,
        Description = parameter.Description,
        Required = parameter.Required,
        Example = parameter switch
        {
            { Example: null } => null,
            { Form: ParameterForm.Text } => parameter.Example,
            _ => JsonNode.Parse(parameter.Example),
        },
        Schema = parameter.Form switch
        {
            ParameterForm.Number => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = parameter.Range?.Smallest.ToString(CultureInfo.InvariantCulture),
                Maximum = parameter.Range?.Largest.ToString(CultureInfo.InvariantCulture),
            },
            ParameterForm.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = parameter.Pattern },
        },
    };
}
