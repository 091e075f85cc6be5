using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.NaicsCodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.NaicsCodes;

/// <summary><c>/naics-codes</c>: the codes of the North American Industry Classification System.</summary>
internal static class NaicsCodeEndpoints
{
    public static void MapNaicsCodes(this IEndpointRouteBuilder api)
    {
        var naicsCodes = api
            .MapGroup("/naics-codes")
            .WithTags("NAICS codes")
            .RequireAccess(ClientScope.ReferenceRead)
            .AnswersFromMemory()
            .WithExample(NaicsCodeExample.Value, ApiJson.Contract.NaicsCode);

        naicsCodes.MapRead("/", ListNaicsCodes)
            .WithName("ListNaicsCodes")
            .WithSummary("The codes of NAICS 2022, sectors to national industries, by code.")
            .WithListQuery(NaicsCodeList.Definition);
        naicsCodes.MapRead("/{code}", GetNaicsCode)
            .WithName("GetNaicsCode")
            .WithSummary("One NAICS code: 2 to 6 digits, or a sector's range such as 31-33.")
            .WithQuery();
    }

    private static Task<Results<Representation<ListPage<NaicsCode>>, ApiProblem>> ListNaicsCodes(
        ApiRequest request, ReferenceData<NaicsCode> naicsCodes, ListReader lists) =>
        naicsCodes.ListAsync(request.Http, lists, NaicsCodeList.Definition, NaicsCodeList.Rows, ApiJson.Contract.ListPageNaicsCode);

    private static async Task<Results<Representation<NaicsCode>, ApiProblem>> GetNaicsCode(
        ApiRequest request, string code, ReferenceData<NaicsCode> naicsCodes)
    {
        var snapshot = await naicsCodes.GetAsync(request.Http);
        return snapshot.Find(code, naicsCodes.CacheControl) is { } naicsCode
            ? naicsCode
            : new ApiProblem(new Failure(ProblemCode.NotFound, "There is no such NAICS code."));
    }
}
