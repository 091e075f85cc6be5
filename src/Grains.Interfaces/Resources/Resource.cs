using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using LoApi.Audit;
using LoApi.Json;

namespace LoApi.Resources;

/// <summary>
/// A named JSON document that an application keeps here for itself. The same model is written and read; a member that
/// the server sets may be sent back unchanged.
/// </summary>
/// <remarks>
/// Every member is nullable because a draft may lack any of them, so that all its errors can be told at once. What a
/// store returned has them all.
/// </remarks>
[GenerateSerializer, Immutable, Alias("resource")]
public sealed record Resource
{
    /// <summary>What resources are called in the records that are kept about writes.</summary>
    public const string TypeName = "resource";

    /// <summary>The resource's id, a UUID.</summary>
    [Id(0), ReadOnly(true)]
    public Guid? Id { get; init; }

    /// <summary>What its application calls it, 1 to 100 characters; several may bear the same name.</summary>
    [Id(1), Required, Personal, StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>
    /// A JSON object of any members, at most 61,440 bytes as it is answered, without white space, and nested at most 15
    /// deep. A patch merges into it member by member (RFC 7396), and null in a patch takes a member of it away.
    /// </summary>
    [Id(2), Required, Personal]
    public JsonObjectText? Document { get; init; }

    /// <summary>When it was created, an instant in UTC, exact to the microsecond.</summary>
    [Id(3), ReadOnly(true)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, an instant in UTC, exact to the microsecond.</summary>
    [Id(4), ReadOnly(true)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Its version, 1 when created and one more with every change; the ETag in quotes.</summary>
    [Id(5), ReadOnly(true)]
    public long? Version { get; init; }
}
