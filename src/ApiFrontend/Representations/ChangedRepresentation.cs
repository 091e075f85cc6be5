using System.Reflection;
using LoApi.ApiFrontend.Errors;
using LoApi.Errors;
using LoApi.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace LoApi.ApiFrontend.Representations;

/// <summary>200 with the representation as a change left it.</summary>
internal sealed class ChangedRepresentation<T>(RecordedResponse recorded) : IResult, IEndpointMetadataProvider
{
    /// <summary>What a change came to.</summary>
    public static Results<ChangedRepresentation<T>, ApiProblem> Of(Outcome<RecordedResponse> changed) =>
        changed.Failed ? new ApiProblem(changed.Failure) : new ChangedRepresentation<T>(changed.Value);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [CacheControl.Json]));

    public Task ExecuteAsync(HttpContext httpContext) => RecordedBody.WriteAsync(httpContext, recorded);
}
