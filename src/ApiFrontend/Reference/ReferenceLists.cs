using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Reference;

internal static class ReferenceLists
{
    /// <summary>Answers a list request from the snapshot; a query that it has answered before costs no more than looking it up.</summary>
    public static async Task<Results<Representation<ListPage<T>>, ApiProblem>> ListAsync<T>(
        this ReferenceData<T> data,
        HttpContext http,
        ListReader lists,
        ListDefinition definition,
        SnapshotList<T> rows,
        JsonTypeInfo<ListPage<T>> contract)
    {
        var snapshot = await data.GetAsync(http);
        var query = http.Request.QueryString.Value ?? "";
        if (snapshot.Pages.Find(query) is not { } page)
        {
            var list = lists.Read(http.Request, definition);
            if (list.Failed)
            {
                http.Response.Headers.Age = default; // A problem is of now.
                return new ApiProblem(list.Failure);
            }

            var body = JsonSerializer.SerializeToUtf8Bytes(
                lists.Write(http, list.Value, rows.Page(snapshot.Rows, list.Value.Request)), contract);
            page = new(body, EntityTag.OfBytes(body), http.Response.Headers.Link);
            snapshot.Pages.Add(query, page);
        }

        http.Response.Headers.Link = page.Link;
        return new Representation<ListPage<T>>(page.Body, page.EntityTag, data.CacheControl);
    }
}
