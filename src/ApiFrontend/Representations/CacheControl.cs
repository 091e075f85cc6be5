using LoApi.Caching;

namespace LoApi.ApiFrontend.Representations;

/// <summary>The headers that say what a body is and who may keep it.</summary>
internal static class CacheControl
{
    /// <summary>The media type of representations.</summary>
    public const string Json = "application/json";

    /// <summary>The media type with its charset, as it is sent.</summary>
    public const string Utf8Json = "application/json; charset=utf-8";

    /// <summary>What one user may see: kept by its client only, and asked about each time.</summary>
    public const string OfOneUser = "private, no-cache";

    /// <summary>What changes by import only: kept by its caller as long as by this service.</summary>
    public static string OfReferenceData(CacheOptions options) => $"private, max-age={(long)options.MaxAge.TotalSeconds}";
}
