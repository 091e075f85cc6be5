using System.ComponentModel;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Binding;
using LoApi.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Adds to a member's schema what the generator cannot see: the form of money and instants, and who sets it.</summary>
internal sealed class MemberDescription : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(decimal))
        {
            schema.Type = TextOf(schema);
            schema.Pattern = MoneyJsonConverter.Pattern;
            schema.Format = null;
        }
        else if (type == typeof(DateTimeOffset))
        {
            schema.Type = TextOf(schema);
            schema.Format = "date-time";
        }

        else if (type.IsEnum)
        {
            schema.Type = TextOf(schema);
            schema.Enum = [.. EnumCodes.Of(type).Select(code => (JsonNode)code)];
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(ReadOnlyAttribute), inherit: true) == true)
        {
            schema.ReadOnly = true;
        }

        return Task.CompletedTask;
    }

    private static JsonSchemaType TextOf(OpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
}
