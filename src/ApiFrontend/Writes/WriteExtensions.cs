using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;

namespace LoApi.ApiFrontend.Writes;

/// <summary>What each kind of write has in common, whatever it writes: the statuses it can end in, and that it knows no query parameters.</summary>
internal static class WriteExtensions
{
    /// <summary>A POST that creates.</summary>
    public static RouteHandlerBuilder DescribeCreation<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint
        .Accepts<T>(CacheControl.Json)
        .ProducesBodyProblems()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithQuery();

    /// <summary>A PUT.</summary>
    public static RouteHandlerBuilder DescribeReplacement<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint
        .Accepts<T>(CacheControl.Json)
        .ProducesBodyProblems()
        .DescribeChange();

    /// <summary>A PATCH.</summary>
    public static RouteHandlerBuilder DescribePatch<T>(this RouteHandlerBuilder endpoint)
        where T : notnull => endpoint
        .Accepts<T>(AcceptPatch.MergePatch, CacheControl.Json)
        .AnnouncePatch()
        .ProducesBodyProblems()
        .DescribeChange();

    /// <summary>A DELETE, or what else starts from a version.</summary>
    public static RouteHandlerBuilder DescribeChange(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired)
        .WithQuery();

    /// <summary>A status that comes with a problem document.</summary>
    public static RouteHandlerBuilder ProducesProblem(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces<ProblemDocument>(status, ApiProblem.MediaType);

    private static RouteHandlerBuilder ProducesBodyProblems(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
}
