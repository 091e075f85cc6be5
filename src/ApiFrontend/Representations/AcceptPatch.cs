using System.Collections.Immutable;

namespace LoApi.ApiFrontend.Representations;

/// <summary>The bodies that PATCH reads (RFC 5789): merge patches, by their own media type or as the JSON that they are.</summary>
internal static class AcceptPatch
{
    /// <summary>The media type of RFC 7396.</summary>
    public const string MergePatch = "application/merge-patch+json";

    /// <summary>All that are read, the one that is asked for first.</summary>
    public static readonly ImmutableArray<string> MediaTypes = [MergePatch, CacheControl.Json];

    /// <summary>Announces them on an answer.</summary>
    public static void Announce(HttpResponse response) => response.Headers["Accept-Patch"] = string.Join(", ", MediaTypes);

    /// <summary>Announces on every answer of the endpoint that its resource can be patched.</summary>
    public static RouteHandlerBuilder AnnouncePatch(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter((context, next) =>
        {
            Announce(context.HttpContext.Response);
            return next(context);
        });
}
