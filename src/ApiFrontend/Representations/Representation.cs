using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;

namespace LoApi.ApiFrontend.Representations;

/// <summary>200 with a representation and its entity tag, or 304 where the caller holds it already.</summary>
internal sealed class Representation<T> : IResult, IEndpointMetadataProvider
{
    private readonly ReadOnlyMemory<byte> _body;
    private readonly string _entityTag;
    private readonly string _cacheControl;
    private readonly TimeSpan? _age;

    /// <summary>A representation that was serialised before.</summary>
    public Representation(ReadOnlyMemory<byte> body, string entityTag, string cacheControl)
    {
        _body = body;
        _entityTag = entityTag;
        _cacheControl = cacheControl;
    }

    /// <summary>A representation that is tagged by its bytes.</summary>
    public Representation(T value, JsonTypeInfo<T> contract, string cacheControl = CacheControl.OfOneUser)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, contract);
        _body = body;
        _entityTag = EntityTag.OfBytes(body);
        _cacheControl = cacheControl;
    }

    /// <summary>A representation of that age, tagged by its bytes.</summary>
    public Representation(T value, JsonTypeInfo<T> contract, TimeSpan age)
        : this(value, contract) => _age = age;

    /// <summary>A representation of that age, tagged by its row's version.</summary>
    public Representation(T value, JsonTypeInfo<T> contract, TimeSpan age, long version)
        : this(JsonSerializer.SerializeToUtf8Bytes(value, contract), EntityTag.OfVersion(version), CacheControl.OfOneUser) => _age = age;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [CacheControl.Json]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = _entityTag;
        response.Headers.CacheControl = _cacheControl;
        if (_age is { } age)
        {
            AgeHeader.Say(response, age);
        }

        if (EntityTag.IsNamedBy(httpContext.Request, _entityTag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = CacheControl.Utf8Json;
        response.ContentLength = _body.Length;
        await response.Body.WriteAsync(_body, httpContext.RequestAborted);
    }
}
