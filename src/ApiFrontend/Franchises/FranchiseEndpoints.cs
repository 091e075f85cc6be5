using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Franchises;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Franchises;

/// <summary><c>/franchises</c>: the brands of the SBA Franchise Directory.</summary>
internal static class FranchiseEndpoints
{
    public static void MapFranchises(this IEndpointRouteBuilder api)
    {
        var franchises = api
            .MapGroup("/franchises")
            .WithTags("Franchises")
            .RequireAccess(ClientScope.ReferenceRead)
            .AnswersFromMemory()
            .WithExample(FranchiseExample.Value, ApiJson.Contract.Franchise);

        franchises.MapRead("/", ListFranchises)
            .WithName("ListFranchises")
            .WithSummary("The franchises of the SBA Franchise Directory, by code.")
            .WithListQuery(FranchiseList.Definition);
        franchises.MapRead("/{code}", GetFranchise)
            .WithName("GetFranchise")
            .WithSummary("One franchise by its SBA franchise identifier.")
            .WithQuery();
    }

    private static Task<Results<Representation<ListPage<Franchise>>, ApiProblem>> ListFranchises(
        ApiRequest request, ReferenceData<Franchise> franchises, ListReader lists) =>
        franchises.ListAsync(request.Http, lists, FranchiseList.Definition, FranchiseList.Rows, ApiJson.Contract.ListPageFranchise);

    private static async Task<Results<Representation<Franchise>, ApiProblem>> GetFranchise(
        ApiRequest request, string code, ReferenceData<Franchise> franchises)
    {
        var snapshot = await franchises.GetAsync(request.Http);
        return snapshot.Find(code, franchises.CacheControl) is { } franchise
            ? franchise
            : new ApiProblem(new Failure(ProblemCode.NotFound, "No franchise has this code."));
    }
}
