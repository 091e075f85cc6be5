using System.Text.Json.Serialization;

namespace LoApi.PlainAspNet.Errors;

/// <summary>The body of an error.</summary>
internal sealed record ProblemDocument(
    string Title,
    int Status,
    string Code,
    string RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemMember>? Errors);
