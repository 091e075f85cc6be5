using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Ops;

/// <summary>A file of the page, which lies in the assembly.</summary>
internal sealed class OpsAsset
{
    private readonly byte[] _content;
    private readonly string _mediaType;
    private readonly EntityTagHeaderValue _tag;

    private OpsAsset(byte[] content, string mediaType)
    {
        _content = content;
        _mediaType = mediaType;
        _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
    }

    /// <summary>The file of that name.</summary>
    public static OpsAsset Of(string name, string mediaType)
    {
        using var stream = typeof(OpsAsset).Assembly.GetManifestResourceStream($"ops/{name}")
            ?? throw new InvalidOperationException($"The page's {name} is not in the assembly.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new(memory.ToArray(), mediaType);
    }

    /// <summary>The answer; held again by a browser for as long as it is this version's.</summary>
    public IResult Serve() => TypedResults.Bytes(_content, _mediaType, entityTag: _tag);
}
