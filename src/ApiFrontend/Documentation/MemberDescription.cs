using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Binding;
using LoApi.Json;
using LoApi.Payoffs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LoApi.ApiFrontend.Documentation;

/// <summary>Adds to a member's schema what the generator cannot see: the form of money and instants, and who sets it.</summary>
internal sealed class MemberDescription : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. EnumCodes.Of(type).Select(code => (JsonNode)code)];
        }
        else if (type == typeof(JsonObjectText))
        {
            schema.Type = JsonSchemaType.Object;
            schema.AdditionalProperties = new OpenApiSchema();
        }
        else if (Form(type) is var (pattern, format))
        {
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Pattern = pattern;
            schema.Format = format;
        }

        if (context.JsonPropertyInfo is { } member)
        {
            Describe(schema, member);
        }

        return Task.CompletedTask;
    }

    private static (string? Pattern, string? Format)? Form(Type type) =>
        type == typeof(decimal) ? (MoneyJsonConverter.Pattern, null)
        : type == typeof(DateTimeOffset) ? (null, "date-time")
        : null;

    private static void Describe(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (member.AttributeProvider?.IsDefined(typeof(ReadOnlyAttribute), inherit: true) == true)
        {
            schema.ReadOnly = true;
        }

        if (member.CustomConverter is SbaLoanNumberJsonConverter)
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = SbaLoanNumber.AcceptedPattern;
        }

        if (member.CustomConverter is RawJsonConverter)
        {
            schema.Type = JsonSchemaType.Object | JsonSchemaType.Null;
        }
    }
}
