using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Audit;
using LoApi.Clients;
using LoApi.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Audit;

/// <summary><c>/audit-records</c>: who did what, for operators, who see every tenant.</summary>
internal static class AuditEndpoints
{
    public static void MapAuditRecords(this IEndpointRouteBuilder api)
    {
        var records = api
            .MapGroup("/audit-records")
            .WithTags("Audit")
            .RequireAccess(ClientScope.AuditRead)
            .WithExample(AuditRecordExample.Value, ApiJson.Contract.AuditRecord);

        records.MapRead("/", ListAuditRecords)
            .WithName("ListAuditRecords")
            .WithSummary("The records of the audit log, latest first. A change stands there within a second of its commit.")
            .WithListQuery(AuditList.Definition);
        records.MapRead("/{id}", GetAuditRecord)
            .WithName("GetAuditRecord")
            .WithSummary("One record of the audit log.")
            .WithQuery();
    }

    private static Task<Results<Representation<ListPage<AuditRecord>>, ApiProblem>> ListAuditRecords(
        ApiRequest request, IGrainFactory grains, ListReader lists) => lists.AnswerAsync(
        request.Http,
        AuditList.Definition,
        ApiJson.Contract.ListPageAuditRecord,
        list => grains.GetGrain<IAuditQueryGrain>(0).ListAsync(list));

    private static async Task<Results<Representation<AuditRecord>, ApiProblem>> GetAuditRecord(
        ApiRequest request, string id, IGrainFactory grains) =>
        Guid.TryParseExact(id, "D", out var key) && await grains.GetGrain<IAuditQueryGrain>(0).FindAsync(key) is { } record
            ? new Representation<AuditRecord>(record, ApiJson.Contract.AuditRecord)
            : new ApiProblem(new Failure(ProblemCode.NotFound, "The audit log has no record with this id; one of the last second may be on its way."));
}
