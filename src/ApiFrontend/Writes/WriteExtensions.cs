using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;

namespace LoApi.ApiFrontend.Writes;

/// <summary>What each kind of write has in common, whatever it writes: the bodies that it reads, and that it knows no query parameters.</summary>
internal static class WriteExtensions
{
    /// <summary>A POST that creates.</summary>
    public static RouteHandlerBuilder DescribeCreation<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint
        .Accepts<T>(CacheControl.Json)
        .WithQuery();

    /// <summary>A PUT.</summary>
    public static RouteHandlerBuilder DescribeReplacement<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint
        .Accepts<T>(CacheControl.Json)
        .DescribeChange();

    /// <summary>A PATCH.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="example">A merge patch in JSON, for the documentation.</param>
    public static RouteHandlerBuilder DescribePatch<T>(this RouteHandlerBuilder endpoint, string example)
        where T : notnull => endpoint
        .Accepts<T>(AcceptPatch.MergePatch, CacheControl.Json)
        .WithPatchExample(example)
        .AnnouncePatch()
        .DescribeChange();

    /// <summary>A DELETE, or what else starts from a version.</summary>
    public static RouteHandlerBuilder DescribeChange(this RouteHandlerBuilder endpoint) => endpoint.WithQuery();
}
